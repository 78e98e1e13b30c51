import { Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { STORY_NOW } from '../fixtures/story-now.ts';
import { ClockProvider, useNow } from './clock.tsx';

/** The instant as it is read, over and over. */
function Reading({ everyMs }: { everyMs?: number }) {
  return <Text>{new Date(useNow(everyMs)).toISOString()}</Text>;
}

const meta = {
  component: ClockProvider,
  args: { clock: () => STORY_NOW, children: <Reading /> },
} satisfies Meta<typeof ClockProvider>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Still: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('2026-03-02T09:00:00.000Z')).toBeVisible();
  },
};
let told = STORY_NOW;
export const ItIsReadAgain: Story = {
  args: { clock: () => told, children: <Reading everyMs={20} /> },
  beforeEach: () => {
    told = STORY_NOW;
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('2026-03-02T09:00:00.000Z')).toBeVisible();
    told = STORY_NOW + 60_000;
    await waitFor(() => expect(canvas.getByText('2026-03-02T09:01:00.000Z')).toBeVisible());
  },
};
