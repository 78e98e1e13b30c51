import type { Meta, StoryObj } from '@storybook/react-vite';
import { clear } from 'idb-keyval';
import { expect, spyOn, waitFor } from 'storybook/test';
import { keptStore } from '../../map/kept-frames.ts';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { MapView } from './map-view.tsx';

const PATIENCE = { timeout: 20_000 };
let letThrough = () => {};

/** A map that is opened where nothing is remembered: by itself in this file, for a page remembers what it laid out. */
const meta = {
  component: MapView,
  decorators: [onTheTable],
  beforeEach: async () => {
    const held: (() => void)[] = [];
    let isFirst = true;
    let isHeld = true;
    const post = Worker.prototype.postMessage;
    const watched = spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
      this: Worker,
      ...message: Parameters<typeof post>
    ) {
      const isLayout = message[0].cmd === 'layout';
      if (isLayout && isHeld && !isFirst) held.push(() => post.apply(this, message));
      else post.apply(this, message);
      if (isLayout) isFirst = false;
    });
    letThrough = () => {
      isHeld = false;
      for (const pass of held.splice(0)) pass();
    };
    await clear(keptStore());
    return () => watched.mockRestore();
  },
} satisfies Meta<typeof MapView>;
export default meta;

/** The stage where the procedure begins is shown while the layout of what is around it is still under way, and keeps its place. */
export const WhatIsInSightStandsFirst: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const map = () => canvasElement.querySelector('.map');
    const cards = () => [...canvasElement.querySelectorAll<HTMLElement>('.react-flow__node-step')];
    const place = (id: string) =>
      cards()
        .find((card) => card.dataset['id'] === id)
        ?.getBoundingClientRect();
    await waitFor(() => expect(place('receive')).toBeDefined(), PATIENCE);
    await expect(map()).toHaveAttribute('aria-busy', 'true');
    const [few, at] = [cards().length, place('receive')];
    letThrough();
    await waitFor(() => expect(map()).toHaveAttribute('aria-busy', 'false'), PATIENCE);
    await waitFor(() => expect(cards().length).toBeGreaterThan(few));
    await expect(place('receive')?.x).toBeCloseTo(at?.x ?? Number.NaN, 0);
    await expect(place('receive')?.y).toBeCloseTo(at?.y ?? Number.NaN, 0);
  },
};
