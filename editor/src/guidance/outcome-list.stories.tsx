import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atDecision, atMeeting, inDanger } from '../fixtures/sample-case.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { OutcomeList } from './outcome-list.tsx';

const outcomesOf = (sample: ReturnType<typeof atMeeting>) => sample.guide.now.flatMap((step) => step.events);

const meta = {
  component: OutcomeList,
  decorators: [withPack],
  args: { outcomes: outcomesOf(atMeeting()), onChoose: fn(), onAsk: fn(), onOverride: fn(), onDone: fn() },
} satisfies Meta<typeof OutcomeList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const AClosedDoorSaysWhatToAsk: Story = {
  play: async ({ args, canvasElement, canvas }) => {
    const closed = canvasElement.querySelector('[data-event="child_seen"]');
    await expect(closed).toHaveAttribute('data-closed', 'unknown');
    await userEvent.click(canvas.getByRole('button', { name: 'L’enfant a-t-il pu s’exprimer ?' }));
    await expect(args.onAsk).toHaveBeenCalledWith('child_heard');
  },
};
export const AnOpenDoorIsChosen: Story = {
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /L’enfant est introuvable/ }));
    await expect(args.onChoose).toHaveBeenCalled();
  },
};
export const WhatIsProposedIsNotOfferedAgain: Story = {
  args: { proposed: { not_found: 'Proposé par Sami (inventé), à l’instant.' } },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.queryByRole('button', { name: /L’enfant est introuvable/ })).toBeNull();
    await expect(canvasElement.querySelector('[data-proposed]')).toHaveTextContent('Proposé par Sami');
  },
};
export const Decision: Story = { args: { outcomes: outcomesOf(atDecision()) } };
export const SeveralSteps: Story = { args: { outcomes: outcomesOf(inDanger()) } };
export const ReadOnly: Story = {
  args: { outcomes: outcomesOf(atMeeting()) },
  render: ({ outcomes }) => <OutcomeList outcomes={outcomes} />,
};
export const LongText: Story = {
  args: { outcomes: outcomesOf(atMeeting()).map((outcome) => ({ ...outcome, label: { fr: LONG } })) },
};
export const Empty: Story = { args: { outcomes: [] } };
export const Dark: Story = { args: { outcomes: outcomesOf(atDecision()) }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
