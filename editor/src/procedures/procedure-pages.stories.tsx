import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { answering, offline, refused, silent } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { BROKEN_PACK_VIEW, SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../fixtures/sample-views.ts';
import { ProcedureListPage, ProcedurePage } from './procedure-pages.tsx';

const meta = {
  title: 'procedures/pages',
  parameters: { layout: 'fullscreen', path: '/procedures' },
  beforeEach: answering({
    'GET /api/packs': { packs: [SAMPLE_SUMMARY] },
    'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  }).beforeEach,
  render: () => <ProcedureListPage />,
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

export const List: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Accueil d’un enfant (inventé)')).toBeVisible();
  },
};
export const ListEmpty: Story = {
  beforeEach: answering({ 'GET /api/packs': { packs: [] } }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Aucune procédure n’est chargée.')).toBeVisible();
  },
};
export const ListLongText: Story = {
  beforeEach: answering({
    'GET /api/packs': { packs: [{ ...SAMPLE_SUMMARY, title: { fr: LONG }, summary: { fr: LONG } }] },
  }).beforeEach,
};
let answered = 0;
export const ListComesBackWithTheNetwork: Story = {
  beforeEach: () => {
    answered = 0;
    return answering({
      'GET /api/packs': () => {
        answered += 1;
        return answered === 1 ? offline() : { packs: [SAMPLE_SUMMARY] };
      },
    }).beforeEach();
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Réessayer' }));
    await expect(await canvas.findByText('Accueil d’un enfant (inventé)')).toBeVisible();
  },
};
export const Procedure: Story = {
  render: () => <ProcedurePage id="story-procedure" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Accueil d’un enfant (inventé)',
    );
  },
};
export const ABrokenProcedureStillTellsItsFindings: Story = {
  render: () => <ProcedurePage id="broken" />,
  beforeEach: answering({ 'GET /api/packs/:id': BROKEN_PACK_VIEW }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('machine.json/states/main/initial')).toBeVisible();
  },
};
export const NoSuchProcedure: Story = {
  render: () => <ProcedurePage id="nowhere" />,
  beforeEach: answering({ 'GET /api/packs/:id': refused(404, 'pack.not_found') }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Cette procédure n’existe pas.');
  },
};
export const Loading: Story = { beforeEach: answering({ 'GET /api/packs': silent }).beforeEach };
export const Phone: Story = { ...Procedure, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { ...Procedure, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...Procedure, globals: { direction: 'rtl' } };
