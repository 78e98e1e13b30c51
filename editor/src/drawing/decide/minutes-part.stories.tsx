import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { sampleMinutes } from '../fixtures/sample-decision.ts';
import { MinutesPart } from './minutes-part.tsx';

const meta = {
  component: MinutesPart,
  decorators: [onTheTable],
  args: { minutes: sampleMinutes() },
} satisfies Meta<typeof MinutesPart>;
export default meta;
type Story = StoryObj<typeof meta>;

export const TwoDays: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/« Visite » modifié.*3 fois/)).toBeVisible();
    await expect(canvas.getByText(/^Annulé/)).toBeVisible();
    await expect(canvas.getByText('Police et gendarmerie')).toBeVisible();
    await expect(canvas.getByText(/Qui appelle l’interprète/)).toBeVisible();
  },
};
export const NothingYet: Story = {
  args: { minutes: { ...sampleMinutes(), sittings: [], comments: [], findings: [] } },
};
export const ALongDay: Story = {
  args: {
    minutes: {
      ...sampleMinutes(),
      sittings: sampleMinutes().sittings.map((sitting) => ({
        ...sitting,
        changes: Array.from({ length: 75 }, () => sampleMinutes().sittings[1]?.changes[0]).flatMap(
          (change) => change ?? [],
        ),
      })),
    },
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
