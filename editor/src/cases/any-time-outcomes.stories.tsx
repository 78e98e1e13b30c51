import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { answering, refused } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting, refusalAtMeeting } from '../fixtures/sample-case.ts';
import { SAMPLE_ANSWER } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { AnyTimeOutcomes } from './any-time-outcomes.tsx';

const service = answering({
  'POST /api/cases/:id/events': SAMPLE_ANSWER,
  'POST /api/cases/:id/facts': SAMPLE_ANSWER,
});
const outcomes = atMeeting().guide.now.flatMap((step) => step.events);
const closed = outcomes.filter(({ enabled, mine }) => mine && !enabled);

const meta = {
  component: AnyTimeOutcomes,
  decorators: [withPack],
  beforeEach: service.beforeEach,
  args: { caseId: 'sample', outcomes },
} satisfies Meta<typeof AnyTimeOutcomes>;
export default meta;
type Story = StoryObj<typeof meta>;

const report = async () => {
  await userEvent.type(await screen.findByRole('textbox', { name: /Motif/ }), 'Personne à la maison');
  await userEvent.click(screen.getByRole('button', { name: 'Confirmer' }));
};

export const ReportedFromHere: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /L’enfant est introuvable/ }));
    await report();
    await waitFor(() =>
      expect(service.asked).toEqual([
        {
          route: 'POST /api/cases/sample/events',
          body: { event: 'not_found', reason: 'Personne à la maison' },
        },
      ]),
    );
  },
};
export const WhatItWaitsForIsAnswered: Story = {
  args: { outcomes: closed },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'L’enfant a-t-il pu s’exprimer ?' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Oui' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(service.asked[0]?.body).toEqual({ facts: { child_heard: true } }));
  },
};
export const Refused: Story = {
  beforeEach: answering({
    'POST /api/cases/:id/events': () => refused(409, 'event.refused', { refusal: refusalAtMeeting() }),
  }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /L’enfant est introuvable/ }));
    await report();
    await waitFor(() => expect(screen.getByText('Ce n’est pas possible maintenant')).toBeVisible());
    // Asked anew, it no longer says why the last one was refused.
    await userEvent.click(screen.getByRole('button', { name: 'Annuler' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(canvas.getByRole('button', { name: /L’enfant est introuvable/ }));
    await screen.findByRole('dialog');
    await expect(screen.queryByText('Ce n’est pas possible maintenant')).toBeNull();
  },
};
export const Empty: Story = { args: { outcomes: [] } };
export const LongText: Story = {
  args: { outcomes: outcomes.map((outcome) => ({ ...outcome, label: { fr: LONG } })) },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
