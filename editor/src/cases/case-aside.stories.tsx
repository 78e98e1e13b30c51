import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import type { Journal } from '../client.ts';
import { answering, refused } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { atDecision, inDanger } from '../fixtures/sample-case.ts';
import { journalOf, SAMPLE_ACCOUNTS, SAMPLE_ANSWER, viewOf } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { CaseAside, CaseProposals } from './case-aside.tsx';

const service = answering({
  'GET /api/accounts': SAMPLE_ACCOUNTS,
  'POST /api/cases/:id/assignments': SAMPLE_ANSWER,
  'POST /api/cases/:id/proposals/:pid/confirm': SAMPLE_ANSWER,
  'POST /api/cases/:id/proposals/:pid/refuse': {},
});
const proposal = {
  id: 'p1',
  event: 'placement_decided',
  by: 'sami',
  role: 'supervisor',
  at: '2026-03-02T08:30:00.000Z',
  reason: 'Aucune autre solution.',
  facts: { other_solutions_tried: true },
  mayConfirm: true,
};
const assigned = { caseworker: 'amina', supervisor: 'sami' };
const waiting = viewOf(atDecision(), { assigned, proposals: [proposal] });

const meta = {
  component: CaseAside,
  decorators: [withPack],
  render: (args) => (
    <>
      <CaseProposals {...args} />
      <CaseAside {...args} />
    </>
  ),
  beforeEach: service.beforeEach,
  args: { view: waiting, nameOf: (person: string) => `${person} (?)` },
} satisfies Meta<typeof CaseAside>;
export default meta;
type Story = StoryObj<typeof meta>;

const past = journalOf(inDanger());
const [first] = past.entries;
const rectified: Journal = {
  ...past,
  entries: [
    ...past.entries,
    {
      ...first!,
      seq: past.entries.length + 1,
      kind: 'rectified',
      event: 'child_seen',
      withdrawn: {
        entries: [past.entries.length],
        effects: [{ key: '2.1', effect: 'told', kind: 'escalate', to: ['supervisor'] }],
      },
    },
  ],
};
const late = viewOf(atDecision(), {
  assigned,
  proposals: [{ ...proposal, rectifies: '2026-03-01T22:15:00.000Z' }],
});
const withdrawn = rectified.entries.at(-1)?.withdrawn ?? { entries: [], effects: [] };
export const WhatALateReportWithdrawsIsToldBeforeItIsConfirmed: Story = {
  args: { view: late },
  beforeEach: answering({
    'GET /api/cases/:id/journal': past,
    'GET /api/cases/:id/proposals/:pid/preview': { withdrawn },
  }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('Si vous confirmez')).toBeVisible();
    await waitFor(() =>
      expect(canvasElement).toHaveTextContent(/Ne tient plus.*Signal : Un danger immédiat/),
    );
    await expect(canvasElement).toHaveTextContent(/Déjà parti, à défaireÉchéance passée : /);
    await expect(canvas.getByRole('button', { name: 'Confirmer' })).toBeEnabled();
  },
};
export const ALateReportThatCanNoLongerBePutThere: Story = {
  args: { view: late },
  beforeEach: answering({
    'GET /api/cases/:id/journal': past,
    'GET /api/cases/:id/proposals/:pid/preview': { refused: 'not_heard' },
  }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Elle ne peut plus être mise à sa place/)).toBeVisible();
  },
};
export const OnesOwnLateReportAsksNothing: Story = {
  args: {
    view: viewOf(atDecision(), {
      assigned,
      proposals: [{ ...proposal, rectifies: '2026-03-01T22:15:00.000Z', mayConfirm: false }],
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Retirer ma proposition' })).toBeVisible();
    await expect(canvas.queryByText('Si vous confirmez')).toBeNull();
  },
};
export const ALateReportStandsInItsPlace: Story = {
  args: { view: late },
  beforeEach: answering({
    'GET /api/cases/:id/journal': rectified,
    'GET /api/cases/:id/proposals/:pid/preview': { withdrawn },
  }).beforeEach,
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Remet à sa place ce qui s’est passé le/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Confirmer' }));
    const dialog = await screen.findByRole('dialog', { name: 'L’histoire est rectifiée' });
    await waitFor(() => expect(dialog).toHaveTextContent(/Ne tient plus.*Signal : Un danger immédiat/));
    await expect(dialog).toHaveTextContent(/Déjà parti, à défaireÉchéance passée : /);
  },
};
export const ASecondPersonConfirms: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Confirmer' }));
    await waitFor(() => expect(screen.getByText('C’est enregistré.')).toBeVisible());
    await expect(service.asked).toEqual([{ route: 'POST /api/cases/sample/proposals/p1/confirm', body: {} }]);
  },
};
export const ASecondPersonRefuses: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Refuser' }));
    await waitFor(() => expect(service.asked[0]?.route).toBe('POST /api/cases/sample/proposals/p1/refuse'));
  },
};
export const ConfirmingOnesOwnIsRefused: Story = {
  beforeEach: answering({
    'POST /api/cases/:id/proposals/:pid/confirm': refused(409, 'proposal.same_person'),
  }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Confirmer' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'Vous l’avez proposé : une autre personne doit répondre.',
    );
  },
};
export const TheCaseIsHandedToAColleague: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Confier' }));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByRole('option', { name: 'Gestionnaire de cas' });
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Fonctions' }), 'caseworker');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Confié à' }), 'amina');
    await userEvent.click(dialog.getByRole('button', { name: 'Confier' }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/cases/sample/assignments',
        body: { role: 'caseworker', person: 'amina' },
      }),
    );
  },
};
export const NobodyYet: Story = { args: { view: viewOf(atDecision(), { assigned: {} }) } };
export const LongText: Story = {
  args: { view: viewOf(atDecision(), { assigned, proposals: [{ ...proposal, reason: LONG }] }) },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
