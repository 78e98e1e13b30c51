import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { STORY_NOW } from '../../fixtures/story-now.ts';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { SAMPLE_DIFF, SAMPLE_VERSIONS } from '../fixtures/sample-decision.ts';
import { DifferenceList, VersionHistory } from './version-history.tsx';

const meta = {
  component: VersionHistory,
  decorators: [onTheTable],
  args: {
    versions: SAMPLE_VERSIONS.versions,
    now: STORY_NOW,
    differencesOf: () => <DifferenceList differences={SAMPLE_DIFF.differences} />,
  },
} satisfies Meta<typeof VersionHistory>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ThreeVersions: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('En vigueur')).toBeVisible();
    await expect(canvas.getByText('À venir')).toBeVisible();
    const [first] = canvas.getAllByRole('button', { name: /^Ce qui change/ });
    await userEvent.click(first!);
    await expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(0);
  },
};
export const None: Story = { args: { versions: [] } };
export const NothingDiffers: Story = {
  args: { differencesOf: () => <DifferenceList differences={[]} /> },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getAllByRole('button', { name: /^Ce qui change/ })[0]!);
    await expect(canvas.getByText(/^Rien ne change/)).toBeVisible();
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
