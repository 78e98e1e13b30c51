import { Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { useMoments } from '../words/use-moments.ts';
import { OnPack } from './on-pack.tsx';
import { useLabels } from './pack-context.tsx';

/** What stands below speaks the procedure's words, in its own time. */
function Below() {
  const labels = useLabels();
  const moments = useMoments();
  return (
    <Text>
      {labels.state('meet')} · {labels.state('nowhere')} · {moments.moment('2026-03-02T23:30:00.000Z')}
    </Text>
  );
}

const meta = {
  component: OnPack,
  args: { pack: samplePack(), children: <Below /> },
} satisfies Meta<typeof OnPack>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ItsWordsAndItsTime: Story = {
  play: async ({ canvas }) => {
    // Half past midnight in Tunis is another day than in UTC; an id nobody named is shown as it is.
    await expect(canvas.getByText(/^Rencontrer l’enfant, seul d’abord · nowhere · .*3 mars/)).toBeVisible();
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
