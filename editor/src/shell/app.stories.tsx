import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { answering, refused } from '../fixtures/answering.ts';
import { inHighContrast } from '../fixtures/in-high-contrast.ts';
import { atMeeting } from '../fixtures/sample-case.ts';
import {
  ADMINISTRATOR,
  AMINA,
  journalOf,
  SAMPLE_ACCOUNTS,
  SAMPLE_PACK_VIEW,
  SAMPLE_SUMMARY,
  sampleLine,
  sessionOf,
  viewOf,
} from '../fixtures/sample-views.ts';
import { App } from './app.tsx';

const meta = {
  component: App,
  parameters: { layout: 'fullscreen', path: '/' },
  beforeEach: answering({
    'GET /api/notices': { notices: [] },
    'GET /api/session': sessionOf(AMINA),
    'GET /api/setup': { needed: false, demo: false },
    'GET /api/cases': (url) => ({
      cases: url.searchParams.get('status') === 'open' ? [sampleLine('sample', 2)] : [],
    }),
    'GET /api/cases/:id': () => viewOf(atMeeting()),
    'GET /api/cases/:id/journal': () => journalOf(atMeeting()),
    'GET /api/packs': { packs: [SAMPLE_SUMMARY] },
    'GET /api/packs/:id': SAMPLE_PACK_VIEW,
    'GET /api/accounts': SAMPLE_ACCOUNTS,
  }).beforeEach,
} satisfies Meta<typeof App>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The page at an address, found by its title. */
const at = (path: string, title: string | RegExp): Story => ({
  parameters: { path },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 1, name: title })).toBeVisible();
  },
});

export const BeginsWithTheCases: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible();
    await userEvent.click(await canvas.findByRole('link', { name: /26-SAMPLE/ }));
    await expect(await canvas.findByRole('heading', { level: 1, name: /26-SAMPLE/ })).toBeVisible();
  },
};
export const ChoosingAProcedure = at('/cases/new', 'Quelle procédure ?');
export const OpeningACase = at('/cases/new/story-procedure', 'Ouvrir un dossier');
export const Complaining = at('/complaints/new/sample', 'Se plaindre');
export const Procedures = at('/procedures', 'Procédures');
export const Simulator = at('/simulator', 'Simulateur');
export const Notices = at('/notices', 'Avis');
export const LeftCases: Story = {
  ...at('/left-cases', 'Dossiers à remettre'),
  beforeEach: answering({
    'GET /api/session': sessionOf(ADMINISTRATOR),
    'GET /api/left-cases': { cases: [] },
  }).beforeEach,
};
export const People: Story = {
  ...at('/people', 'Comptes'),
  beforeEach: answering({ 'GET /api/session': sessionOf(ADMINISTRATOR) }).beforeEach,
};
export const NoSuchPage = at('/nowhere', 'Cette page n’existe pas.');
export const NobodySignedIn: Story = {
  ...at('/cases', 'Connexion'),
  beforeEach: answering({ 'GET /api/session': refused(401, 'session.missing') }).beforeEach,
};
export const ASessionThatEndedShowsTheDoorAgain: Story = {
  ...at('/cases', 'Connexion'),
  beforeEach: answering({ 'GET /api/cases': refused(401, 'session.missing') }).beforeEach,
};
export const Demonstration: Story = {
  beforeEach: answering({ 'GET /api/session': sessionOf(AMINA, true) }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Démonstration : personnes et dossiers inventés.')).toBeVisible();
  },
};
export const Phone: Story = {
  ...at('/cases', 'Dossiers'),
  globals: { viewport: { value: 'mobile1' } },
};
export const Dark: Story = { ...at('/cases', 'Dossiers'), globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...at('/cases', 'Dossiers'), globals: { direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(Dark);
