import type { Meta, StoryObj } from '@storybook/react-vite';
import { clear, keys, set } from 'idb-keyval';
import { useEffect, useState } from 'react';
import { expect } from 'storybook/test';
import type { LaidFrame } from './frame-layout.ts';
import { keepFrames, keptFrames, keptStore } from './kept-frames.ts';

const EMPTY: LaidFrame = {
  size: { width: 280, height: 124 },
  boxes: new Map([['0', { x: 28, y: 64, width: 280, height: 124 }]]),
  doors: new Map(),
  pieces: new Map(),
};
/** So many are kept. */
const MOST = 300;

const frames = (name: string, count: number) =>
  new Map(Array.from({ length: count }, (_, at) => [`${name} ${at}`, EMPTY] as const));

/** How many frames a device gives back. */
function Kept() {
  const [count, setCount] = useState<number>();
  useEffect(() => void keptFrames().then(({ size }) => setCount(size)), []);
  return <output>{count}</output>;
}

const meta = { component: Kept, beforeEach: () => clear(keptStore()) } satisfies Meta<typeof Kept>;
export default meta;
type Story = StoryObj<typeof meta>;

export const GivenBackAsTheyWereKept: Story = {
  beforeEach: async () => {
    await keptFrames();
    await keepFrames(frames('a frame', 3));
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('3')).toBeVisible();
    await expect((await keptFrames()).get('a frame 2')).toEqual(EMPTY);
  },
};

export const TheOldestGoFirst: Story = {
  play: async () => {
    await keptFrames();
    await keepFrames(frames('old', MOST - 2));
    await keepFrames(frames('young', 4));
    const kept = await keptFrames();
    await expect(kept.size).toBe(MOST);
    await expect([kept.has('old 0'), kept.has('old 1'), kept.has('old 2')]).toEqual([false, false, true]);
    await expect(kept.has('young 3')).toBe(true);
  },
};

export const AnotherVersionOfTheLayoutIsNotTaken: Story = {
  play: async () => {
    await set('/assets/elk-worker.min-before.js\na frame 0', { at: 1, laid: EMPTY }, keptStore());
    await expect((await keptFrames()).size).toBe(0);
    await keepFrames(frames('a frame', MOST));
    await expect(await keys(keptStore()), 'what nobody takes any more makes room first').toHaveLength(MOST);
    await expect((await keptFrames()).size).toBe(MOST);
  },
};
