import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting, atReception, inDanger } from '../fixtures/sample-case.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { SignalDoors } from './signal-doors.tsx';

const meta = {
  component: SignalDoors,
  args: { signals: atReception().guide.signals, onTell: fn() },
} satisfies Meta<typeof SignalDoors>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Un danger immédiat est vu' }));
    await expect(args.onTell).toHaveBeenCalled();
  },
};
export const AlreadyTold: Story = { args: { signals: inDanger().guide.signals } };
export const WithWhatOpensATrack: Story = {
  args: { others: <OutcomeList outcomes={atMeeting().guide.now.flatMap(({ events }) => events)} /> },
  decorators: [withPack],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'Ouvre un autre volet du dossier' })).toBeVisible();
  },
};
export const LongText: Story = {
  args: { signals: atReception().guide.signals.map((signal) => ({ ...signal, label: { fr: LONG } })) },
};
export const Empty: Story = { args: { signals: [] } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
