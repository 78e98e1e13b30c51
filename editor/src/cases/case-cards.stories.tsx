import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, within } from 'storybook/test';
import { answering, refused, silent } from '../fixtures/answering.ts';
import { atDecision, toReconsider } from '../fixtures/sample-case.ts';
import { AMINA, SAMI, SAMPLE_ACCOUNTS } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { AssignCard } from './assign-card.tsx';
import { FactsView } from './facts-view.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { ProposalFollows } from './proposal-follows.tsx';
import { ReconsiderCard } from './reconsider-card.tsx';
import { TroubleAlert } from './trouble.tsx';

const meta = { title: 'cases/cards', decorators: [withPack] } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const proposal = (mayConfirm: boolean) => ({
  id: 'p1',
  event: 'placement_decided',
  by: 'sami',
  role: 'supervisor',
  at: '2026-03-02T08:30:00.000Z',
  reason: 'Aucune autre solution.',
  facts: { other_solutions_tried: true },
  mayConfirm,
});
const nameOf = (person: string) => `${person} (inventé)`;

export const Reconsider: Story = {
  render: () => <ReconsiderCard items={toReconsider().guide.reconsider} onMaintain={fn()} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Oui alors, Non aujourd’hui/)).toBeVisible();
  },
};
export const AnotherPersonConfirms: Story = {
  render: () => <ProposalCard caseId="sample" proposals={[proposal(true)]} nameOf={nameOf} onSettle={fn()} />,
};
export const WhatAProposalWithdrawsIsComing: Story = {
  beforeEach: answering({ 'GET /api/cases/:id/proposals/:pid/preview': silent }).beforeEach,
  render: () => <ProposalFollows caseId="sample" proposal="p1" />,
};
export const WhatAProposalWithdrawsIsNotTold: Story = {
  beforeEach: answering({
    'GET /api/cases/:id/proposals/:pid/preview': refused(409, 'proposal.settled'),
  }).beforeEach,
  render: () => <ProposalFollows caseId="sample" proposal="p1" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Réessayer' })).toBeVisible();
  },
};
export const OnesOwnProposal: Story = {
  render: () => (
    <ProposalCard caseId="sample" proposals={[proposal(false)]} nameOf={nameOf} onSettle={fn()} />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: 'Confirmer' })).toBeNull();
  },
};
export const Facts: Story = {
  render: () => <FactsView facts={atDecision().caseFile.facts} nameOf={nameOf} onCorrect={fn()} />,
  play: async ({ canvas, canvasElement }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Chercher un fait' }), 'age');
    await expect(canvasElement.querySelectorAll('[data-recorded]')).toHaveLength(1);
  },
};
export const FactsReadOnly: Story = {
  render: () => <FactsView facts={atDecision().caseFile.facts} nameOf={nameOf} />,
};
export const FactsEmpty: Story = { render: () => <FactsView facts={{}} /> };
export const Assigned: Story = {
  render: () => (
    <AssignCard
      assigned={{ caseworker: 'amina', supervisor: 'amina', judge: 'nour' }}
      nameOf={nameOf}
      colleagues={[]}
      onAssign={fn()}
      onOpen={fn()}
    />
  ),
};
export const NobodyGivesAFunctionToThemselves: Story = {
  render: () => (
    <AssignCard
      assigned={{ caseworker: 'amina' }}
      me="amina"
      nameOf={nameOf}
      colleagues={SAMPLE_ACCOUNTS.accounts}
      onAssign={fn()}
      onOpen={fn()}
    />
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Confier' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Fonctions' }), 'supervisor');
    const people = dialog.getByRole('combobox', { name: 'Confié à' });
    await userEvent.selectOptions(people, SAMI.displayName);
    await expect(people).toHaveDisplayValue(SAMI.displayName);
    await expect(dialog.queryByRole('option', { name: AMINA.displayName })).toBeNull();
    await expect(dialog.queryByRole('option', { name: 'Gestionnaire de cas' })).toBeNull();
  },
};
export const Offline: Story = { render: () => <TroubleAlert trouble={{ kind: 'offline' }} /> };
export const ReconsiderDark: Story = { ...Reconsider, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { render: AnotherPersonConfirms.render!, globals: { direction: 'rtl' } };
