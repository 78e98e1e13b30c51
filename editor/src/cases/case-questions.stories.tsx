import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { answering, offline, refused } from '../fixtures/answering.ts';
import { atMeeting, toReconsider } from '../fixtures/sample-case.ts';
import { SAMPLE_ANSWER } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { CaseDialogs } from './case-dialogs.tsx';

const service = answering({ 'POST /api/cases/:id/facts': SAMPLE_ANSWER });
const signal = atMeeting().guide.signals[0]!;
const item = toReconsider().guide.reconsider[0]!;

const meta = {
  component: CaseDialogs,
  decorators: [withPack],
  beforeEach: service.beforeEach,
  args: { caseId: 'sample', question: { kind: 'signal', signal }, onClose: fn() },
} satisfies Meta<typeof CaseDialogs>;
export default meta;
type Story = StoryObj<typeof meta>;

const sent = (body: object) =>
  waitFor(() => expect(service.asked).toEqual([{ route: 'POST /api/cases/sample/facts', body }]));

export const TellingASignal: Story = {
  play: async ({ args }) => {
    await userEvent.click(await screen.findByRole('radio', { name: 'Oui' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await sent({ facts: { danger: true } });
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
  },
};
export const CorrectingAFact: Story = {
  args: { question: { kind: 'correct', fact: 'child_name', value: 'Ines' } },
  play: async () => {
    await userEvent.type(await screen.findByRole('textbox', { name: 'Nom de l’enfant' }), 'Inès');
    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'Faute de frappe');
    await userEvent.click(screen.getByRole('button', { name: 'Corriger' }));
    await sent({ correct: { child_name: 'Inès' }, reason: 'Faute de frappe' });
  },
};
export const ForgettingAFact: Story = {
  args: { question: { kind: 'correct', fact: 'danger', value: false } },
  play: async () => {
    await userEvent.click(await screen.findByRole('radio', { name: 'En fait, on ne sait pas' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'Personne ne l’a vu');
    await userEvent.click(screen.getByRole('button', { name: 'Corriger' }));
    await sent({ forget: ['danger'], reason: 'Personne ne l’a vu' });
  },
};
export const KeepingADecision: Story = {
  args: { question: { kind: 'maintain', item } },
  play: async () => {
    await userEvent.type(await screen.findByRole('textbox', { name: /Motif/ }), 'La tante a refusé.');
    await userEvent.click(screen.getByRole('button', { name: 'Maintenir la décision' }));
    await sent({ reconsidered: [item.seq], reason: 'La tante a refusé.' });
  },
};
export const AWrongValueIsToldBesideItsField: Story = {
  args: { question: { kind: 'correct', fact: 'age', value: 11 } },
  beforeEach: answering({
    'POST /api/cases/:id/facts': refused(422, 'value.invalid', {
      invalid: [{ fact: 'age', code: 'value.too_large', message: 'too large' }],
    }),
  }).beforeEach,
  play: async ({ args }) => {
    await userEvent.type(await screen.findByRole('textbox', { name: 'Âge' }), '99');
    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'Acte de naissance');
    await userEvent.click(screen.getByRole('button', { name: 'Corriger' }));
    await expect((await screen.findAllByText('Ce nombre est trop grand.')).length).toBeGreaterThan(0);
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
export const NoNetwork: Story = {
  beforeEach: answering({ 'POST /api/cases/:id/facts': offline }).beforeEach,
  play: async () => {
    await userEvent.click(await screen.findByRole('radio', { name: 'Oui' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(screen.getByText('Pas de réseau')).toBeVisible());
    await expect(screen.getByRole('radio', { name: 'Oui' })).toBeChecked();
  },
};
export const NothingIsAsked: Story = {
  args: { question: undefined },
  play: async () => {
    await expect(screen.queryByRole('dialog')).toBeNull();
  },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
