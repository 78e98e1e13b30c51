import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atDecision, atMeeting } from '../fixtures/sample-case.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import type { EventGuide } from '../guidance/types.ts';
import { ReportDialog } from './report-dialog.tsx';

const outcome = (sample: ReturnType<typeof atMeeting>, event: string): EventGuide =>
  sample.guide.now.flatMap((step) => step.events).find((found) => found.event === event)!;

const meta = {
  component: ReportDialog,
  decorators: [withPack],
  args: {
    outcome: outcome(atMeeting(), 'child_seen'),
    mode: 'report',
    answers: { child_heard: true },
    onClose: fn(),
    onSend: fn(),
  },
} satisfies Meta<typeof ReportDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ args }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer' }));
    await expect(args.onSend).toHaveBeenCalledWith({}, 'report');
  },
};
export const AReasonIsAskedFor: Story = {
  args: { outcome: outcome(atMeeting(), 'not_found'), answers: {} },
  play: async ({ args }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer' }));
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole('textbox', { name: /Motif/ }), 'Personne à la maison');
    await userEvent.click(screen.getByRole('button', { name: 'Confirmer' }));
    await expect(args.onSend).toHaveBeenCalledWith({ reason: 'Personne à la maison' }, 'report');
  },
};
export const RecordedAfterwards: Story = {
  play: async () => {
    await userEvent.click(await screen.findByRole('radio', { name: /Plus tôt/ }));
    await expect(screen.getByLabelText(/Date et heure des faits/)).toBeVisible();
  },
};
export const DecisionByTwo: Story = {
  args: { outcome: outcome(atDecision(), 'placement_decided'), answers: {} },
};
export const DoneAlthoughClosed: Story = { args: { mode: 'done' } };
export const Override: Story = {
  args: { outcome: outcome(atDecision(), 'placement_decided'), mode: 'override', answers: {} },
};
export const Refused: Story = {
  args: {
    trouble: {
      kind: 'refused',
      refusal: {
        code: 'unknown',
        missing: ['child_heard'],
        rules: [{ rule: 'child_was_heard', outcome: 'unknown' }],
        tracks: [],
        heardAt: ['meet'],
        roles: [],
        call: [],
        parameters: [],
      },
    },
  },
};
export const Offline: Story = { args: { trouble: { kind: 'offline' } } };
export const LongText: Story = { args: { answers: { words_used: LONG } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
