import type { Meta, StoryObj } from '@storybook/react-vite';
import { clear } from 'idb-keyval';
import { expect, spyOn, waitFor } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { keptStore } from './kept-frames.ts';
import { layOutAhead } from './lay-out-ahead.ts';
import { PathwayMap } from './pathway-map.tsx';

const asked: string[] = [];
let ahead = 0;

/** A map that was laid out before its screen was there: by itself in this file, for a page lays out ahead only once. */
const meta = {
  component: PathwayMap,
  args: { pack: samplePack(), height: 480 },
  beforeEach: async () => {
    const post = Worker.prototype.postMessage;
    const watched = spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
      this: Worker,
      ...message: Parameters<typeof post>
    ) {
      if (message[0].cmd === 'layout') asked.push(JSON.stringify(message[0].graph));
      post.apply(this, message);
    });
    // Other stories of this origin have kept theirs.
    await clear(keptStore());
    await layOutAhead(samplePack(), 'fr');
    ahead = asked.length;
    return () => watched.mockRestore();
  },
} satisfies Meta<typeof PathwayMap>;

export default meta;

export const NothingIsAskedAgain: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.step-card')).not.toBeNull(), {
      timeout: 20_000,
    });
    await expect(ahead, 'the stage in sight was laid out, and nothing else').toBe(1);
    await waitFor(() =>
      expect(asked.length, 'and what is around it is when the screen is there').toBeGreaterThan(ahead),
    );
    await expect(asked, 'the words on the lines are those of the screen').toHaveLength(new Set(asked).size);
  },
};
