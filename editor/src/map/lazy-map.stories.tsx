import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { LazyMap } from './lazy-map.tsx';

const meta = {
  component: LazyMap,
  args: { pack: samplePack(), height: 480, onOpen: fn() },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.step-card')).not.toBeNull(), {
      timeout: 20_000,
    });
  },
} satisfies Meta<typeof LazyMap>;
export default meta;
type Story = StoryObj<typeof meta>;

export const FetchedWhenLookedAt: Story = {
  play: async ({ canvas, args }) => {
    const card = await canvas.findByText('Recevoir le signalement', undefined, { timeout: 20_000 });
    await userEvent.click(card);
    await waitFor(() => expect(args.onOpen).toHaveBeenCalledWith('receive'));
  },
};
export const WithACase: Story = { args: { here: ['meet'], past: ['receive'] } };
export const Phone: Story = { args: { here: ['meet'] }, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
