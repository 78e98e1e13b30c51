import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { ConflictNote } from './conflict-note.tsx';

const meta = {
  component: ConflictNote,
  args: { theirs: 2, canLayAgain: true, onTheirs: fn(), onAgain: fn() },
} satisfies Meta<typeof ConflictNote>;
export default meta;
type Story = StoryObj<typeof meta>;

export const MineFits: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Reposer mes changements/ }));
    await expect(args.onAgain).toHaveBeenCalled();
  },
};
export const MineFitsNoMore: Story = {
  args: { canLayAgain: false },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('button', { name: /Reposer mes changements/ })).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: /abandonner la mienne/ }));
    await expect(args.onTheirs).toHaveBeenCalled();
  },
};
