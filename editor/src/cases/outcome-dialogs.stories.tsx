import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { answering, refused } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting, inDanger, refusalAtMeeting } from '../fixtures/sample-case.ts';
import { journalOf, SAMPLE_ANSWER } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import type { Answers } from '../forms/fact-form.tsx';
import { type Asking, OutcomeDialogs } from './outcome-dialogs.tsx';
import { useCaseAct } from './use-cases.ts';
import { WhatFollowed } from './what-followed.tsx';

const service = answering({
  'POST /api/cases/:id/events': SAMPLE_ANSWER,
  'POST /api/cases/:id/facts': SAMPLE_ANSWER,
  'POST /api/cases/:id/overrides': SAMPLE_ANSWER,
});
const outcome = atMeeting()
  .guide.now.flatMap((step) => step.events)
  .find(({ event }) => event === 'child_seen')!;

type Props = {
  asking: Asking | undefined;
  answers: Answers;
  onClose: () => void;
  onTaken: () => void;
};

/** The dialogs with the act that they send. */
function OnTheSampleCase(props: Props) {
  return <OutcomeDialogs caseId="sample" act={useCaseAct('sample')} {...props} />;
}

const meta = {
  title: 'cases/outcome-dialogs',
  component: OnTheSampleCase,
  subcomponents: { WhatFollowed },
  decorators: [withPack],
  beforeEach: service.beforeEach,
  args: {
    asking: { kind: 'report', outcome, mode: 'report' },
    answers: { child_heard: true },
    onClose: fn(),
    onTaken: fn(),
  },
} satisfies Meta<typeof OnTheSampleCase>;
export default meta;
type Story = StoryObj<typeof meta>;

const said = (words: string | RegExp) => waitFor(() => expect(screen.getByText(words)).toBeVisible());
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

export const Reporting: Story = {
  play: async ({ args }) => {
    await press('Confirmer');
    await said('C’est enregistré.');
    await expect(service.asked).toEqual([
      {
        route: 'POST /api/cases/sample/events',
        body: { event: 'child_seen', facts: { child_heard: true } },
      },
    ]);
    await expect(args.onTaken).toHaveBeenCalled();
  },
};
export const AProposalCountsOnlyWhenConfirmed: Story = {
  beforeEach: answering({
    'POST /api/cases/:id/events': { case: 'sample', proposal: 'p1', event: 'child_seen' },
  }).beforeEach,
  play: async ({ args }) => {
    await press('Confirmer');
    await said(/C’est proposé/);
    await expect(args.onTaken).not.toHaveBeenCalled();
  },
};
export const TheTwoReadingsOfTheRulesDiffer: Story = {
  beforeEach: answering({ 'POST /api/cases/:id/events': { ...SAMPLE_ANSWER, disagreed: true } }).beforeEach,
  play: async () => {
    await press('Confirmer');
    await said(/Les deux lectures des règles diffèrent/);
  },
};
export const Refused: Story = {
  args: { answers: {} },
  beforeEach: answering({
    'POST /api/cases/:id/events': () => refused(409, 'event.refused', { refusal: refusalAtMeeting() }),
  }).beforeEach,
  play: async ({ args }) => {
    await press('Confirmer');
    await waitFor(() => expect(screen.getByText('On ne sait pas encore assez pour le dire.')).toBeVisible());
    await expect(screen.getByText(/À demander d’abord : L’enfant a-t-il pu s’exprimer/)).toBeVisible();
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
const past = inDanger();
const late = { ...refusalAtMeeting(), code: 'late' as const, missing: [], rules: [], since: 2 };
const tooLate = answering({
  'GET /api/cases/:id/journal': () => journalOf(past),
  'POST /api/cases/:id/events': () => refused(409, 'event.refused', { refusal: late }),
  'POST /api/cases/:id/rectifications': { case: 'sample', proposal: 'p1', event: 'child_seen' },
});
const foreseen = answering({
  'GET /api/cases/:id/journal': () => journalOf(past),
  'POST /api/cases/:id/events': () => refused(409, 'event.refused', { refusal: late }),
  'POST /api/cases/:id/rectifications/preview': { withdrawn: { entries: [2], effects: [] } },
});
const tellEarlier = async () => {
  await userEvent.click(await screen.findByRole('radio', { name: /Plus tôt/ }));
  await userEvent.type(screen.getByLabelText(/Date et heure des faits/), '2026-03-01T23:15');
  await press('Confirmer');
};
export const ALateReportIsPutInItsPlace: Story = {
  beforeEach: tooLate.beforeEach,
  play: async ({ args }) => {
    await tellEarlier();
    await press('La remettre à sa place');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog).toHaveTextContent(/Ce qui ne tient plus sera retiré/));
    await waitFor(() => expect(dialog).toHaveTextContent(/Signal : Un danger immédiat est vu/));
    await press('Proposer à une seconde personne');
    await waitFor(() => expect(screen.getByText('À remplir')).toBeVisible());
    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'La note était restée au bureau.');
    await press('Proposer à une seconde personne');
    await said(/C’est proposé/);
    await expect(tooLate.asked).toContainEqual({
      route: 'POST /api/cases/sample/rectifications',
      body: {
        event: 'child_seen',
        facts: { child_heard: true },
        happened: '2026-03-01T22:15:00.000Z',
        reason: 'La note était restée au bureau.',
      },
    });
    await expect(args.onTaken).not.toHaveBeenCalled();
  },
};
export const WhatALateReportWithdrawsIsForeseen: Story = {
  beforeEach: foreseen.beforeEach,
  play: async () => {
    await tellEarlier();
    await press('La remettre à sa place');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog).toHaveTextContent(/Ne tient plus/));
    await expect(dialog).toHaveTextContent(/Rien n’était encore parti/);
  },
};
export const WhatBelongsToOthersIsNotPutInItsPlace: Story = {
  args: { asking: { kind: 'report', outcome: { ...outcome, mine: false }, mode: 'report' } },
  beforeEach: tooLate.beforeEach,
  play: async () => {
    await tellEarlier();
    await waitFor(() => expect(screen.getByText(/Une échéance a déjà fait avancer/)).toBeVisible());
    await expect(screen.queryByRole('button', { name: 'La remettre à sa place' })).toBeNull();
  },
};
export const PassingOverARule: Story = {
  args: { asking: { kind: 'report', outcome, mode: 'override' } },
  play: async () => {
    await userEvent.type(await screen.findByRole('textbox', { name: /Motif/ }), 'Il n’y a pas d’interprète.');
    await press('Confirmer');
    await waitFor(() => expect(service.asked[0]?.route).toBe('POST /api/cases/sample/overrides'));
  },
};
export const AnsweringWhatItWaitsFor: Story = {
  args: { asking: { kind: 'fact', fact: 'child_heard' } },
  play: async ({ args }) => {
    await userEvent.click(await screen.findByRole('radio', { name: 'Oui' }));
    await press('Enregistrer');
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(service.asked).toEqual([
      { route: 'POST /api/cases/sample/facts', body: { facts: { child_heard: true } } },
    ]);
  },
};
export const NothingIsAsked: Story = { args: { asking: undefined } };
export const LongText: Story = { args: { answers: { words_used: LONG } } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
