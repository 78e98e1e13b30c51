import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { STORY_NOW } from '../fixtures/story-now.ts';
import { DueBadge } from './due-badge.tsx';

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(STORY_NOW + hours * HOUR).toISOString();

const meta = { component: DueBadge } satisfies Meta<typeof DueBadge>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Overdue: Story = {
  args: { due: inHours(-5) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/En retard/)).toBeVisible();
  },
};
export const Today: Story = { args: { due: inHours(3) } };
export const Soon: Story = { args: { due: inHours(30) } };
export const Later: Story = { args: { due: inHours(24 * 9) } };
export const InYears: Story = { args: { due: inHours(24 * 365 * 7) } };
export const Dark: Story = { args: { due: inHours(-5) }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { due: inHours(3) }, globals: { direction: 'rtl' } };
