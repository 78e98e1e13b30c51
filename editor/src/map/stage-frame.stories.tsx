import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { OnCanvas } from '../fixtures/on-canvas.tsx';
import type { StageFrameData } from './stage-frame.tsx';

/** A frame on the canvas of the map. */
function OneFrame({ data }: { data: StageFrameData }) {
  const place = { id: 'a', position: { x: 24, y: 24 }, width: 320, height: 240 };
  return <OnCanvas nodes={[{ ...place, type: 'stage', selectable: false, focusable: false, data }]} />;
}

const meta = {
  title: 'map/stage-frame',
  component: OneFrame,
  args: { data: { title: 'Réception', kind: 'stage', withheld: false } },
} satisfies Meta<typeof OneFrame>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Stage: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Réception')).toBeVisible();
    await expect(canvas.getByText('Phase')).toBeVisible();
  },
};
export const Track: Story = { args: { data: { title: 'Urgence', kind: 'track', withheld: false } } };
export const ALongNameStaysAboveItsCards: Story = {
  args: { data: { title: 'Protection contre les représailles, partout', kind: 'track', withheld: true } },
  play: async ({ canvas }) => {
    const head = (await canvas.findByText(/^Protection/)).parentElement as HTMLElement;
    await expect(head.getClientRects()[0]?.height).toBeGreaterThan(44);
    await expect(head.offsetTop + head.offsetHeight).toBeLessThanOrEqual(64);
  },
};
export const Withheld: Story = {
  args: { data: { title: 'Urgence', kind: 'track', withheld: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Non publié')).toBeVisible();
  },
};
export const LongText: Story = { args: { data: { title: LONG, kind: 'stage', withheld: false } } };
export const Dark: Story = { ...Withheld, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
