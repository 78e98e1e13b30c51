import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { answering, refused, silent } from '../fixtures/answering.ts';
import { inHighContrast } from '../fixtures/in-high-contrast.ts';
import {
  atDecision,
  atEnd,
  atMeeting,
  inDanger,
  type SampleCase,
  toReconsider,
} from '../fixtures/sample-case.ts';
import {
  AMINA,
  journalOf,
  SAMPLE_ACCOUNTS,
  SAMPLE_ANSWER,
  SAMPLE_PACK_VIEW,
  SAMPLE_SUMMARY,
  sessionOf,
  viewOf,
} from '../fixtures/sample-views.ts';
import { CasePage } from './case-page.tsx';
import { TakeBack } from './take-back.tsx';

const service = answering({
  'GET /api/session': sessionOf(AMINA),
  'GET /api/cases/:id': () => viewOf(atMeeting()),
  'GET /api/cases/:id/journal': () => journalOf(atMeeting()),
  'GET /api/packs': { packs: [{ ...SAMPLE_SUMMARY, hash: atMeeting().caseFile.pack.hash }] },
  'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  'GET /api/accounts': SAMPLE_ACCOUNTS,
  'POST /api/cases/:id/facts': SAMPLE_ANSWER,
  'PUT /api/cases/:id/drafts/:step': {},
});
const standing = (sample: () => SampleCase) =>
  answering({
    'GET /api/cases/:id': () => viewOf(sample()),
    'GET /api/cases/:id/journal': () => journalOf(sample()),
  }).beforeEach;

const meta = {
  component: CasePage,
  subcomponents: { TakeBack },
  parameters: { layout: 'fullscreen', path: '/cases/sample' },
  beforeEach: service.beforeEach,
  args: { id: 'sample' },
} satisfies Meta<typeof CasePage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 1 })).toHaveTextContent('26-SAMPLE');
    await expect(canvas.getByRole('heading', { name: /Rencontrer l’enfant/ })).toBeVisible();
  },
};
export const DangerIsToldFromHere: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Un danger immédiat est vu/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(dialog.querySelector('[role="radio"]')!);
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/cases/sample/facts',
        body: { facts: { danger: true } },
      }),
    );
  },
};
export const TheMostPressingStepStandsOnTop: Story = {
  beforeEach: standing(inDanger),
  play: async ({ canvas }) => {
    const open = await canvas.findByRole('navigation', { name: 'Étapes ouvertes' });
    await expect([...open.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '#step-make_safe',
      '#step-meet',
    ]);
  },
};
export const History: Story = {
  beforeEach: standing(toReconsider),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('tab', { name: 'Histoire' }));
    await expect(await canvas.findByText('Confirmé par Nour (inventée)')).toBeVisible();
  },
};
export const AFactIsCorrectedFromItsPlace: Story = {
  beforeEach: standing(atDecision),
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('tab', { name: 'Faits' }));
    await waitFor(() => expect(canvasElement.querySelector('[data-recorded="age"]')).not.toBeNull());
    await userEvent.click(canvasElement.querySelector('[data-recorded="age"] button')!);
    await waitFor(() => expect(screen.getByRole('dialog', { name: /Corriger/ })).toBeVisible());
  },
};
export const OnTheMap: Story = {
  beforeEach: standing(inDanger),
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('tab', { name: 'Carte' }));
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-place="here"]')).toHaveLength(2), {
      timeout: 20_000,
    });
  },
};
export const ADecisionToReconsider: Story = {
  beforeEach: standing(toReconsider),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Revue : la maintenir, avec un motif' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Motif/ }), 'La tante a refusé.');
    await userEvent.click(screen.getByRole('button', { name: 'Maintenir la décision' }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/cases/sample/facts',
        body: { reconsidered: [expect.any(Number)], reason: 'La tante a refusé.' },
      }),
    );
  },
};
export const Closed: Story = {
  beforeEach: standing(atEnd),
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByText(/clos/i, { selector: 'main *, h1, h2, span' })).toHaveLength(1);
  },
};
const migrated = () => {
  const journal = journalOf(atMeeting());
  const last = journal.entries.at(-1)!;
  const { event: _, ...line } = last;
  return {
    ...journal,
    entries: [...journal.entries, { ...line, seq: last.seq + 1, kind: 'migrated' as const, facts: {} }],
  };
};
const takingBack = answering({
  'GET /api/cases/:id/journal': migrated,
  'POST /api/cases/:id/migration/take-back': SAMPLE_ANSWER,
});
export const AChangeOfVersionIsTakenBack: Story = {
  beforeEach: takingBack.beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('tab', { name: 'Histoire' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Revenir à la version d’avant' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Motif/ }), 'Trop tôt.');
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revenir à la version d’avant' }));
    await waitFor(() =>
      expect(takingBack.asked).toContainEqual({
        route: 'POST /api/cases/sample/migration/take-back',
        body: { reason: 'Trop tôt.' },
      }),
    );
  },
};
export const NotYours: Story = {
  beforeEach: answering({ 'GET /api/cases/:id': refused(404, 'case.not_found') }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'Ce dossier n’existe pas, ou ne vous est pas confié.',
    );
  },
};
export const ItsVersionIsGone: Story = {
  beforeEach: answering({
    'GET /api/packs/:id': { id: 'x', hash: 'x', chain: [], findings: [], verdicts: [] },
  }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Cette procédure n’existe pas.')).toBeVisible();
  },
};
export const Loading: Story = { beforeEach: answering({ 'GET /api/cases/:id': silent }).beforeEach };
export const Phone: Story = {
  beforeEach: standing(inDanger),
  globals: { viewport: { value: 'mobile1' } },
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: /Mettre l’enfant à l’abri/ });
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(Usual);
export const HighContrastDark: Story = inHighContrast(Usual, 'dark');
