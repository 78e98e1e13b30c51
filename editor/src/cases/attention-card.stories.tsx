import { Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconUsersPlus } from '@tabler/icons-react';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { AttentionCard } from './attention-card.tsx';

const meta = {
  component: AttentionCard,
  args: {
    icon: IconUsersPlus,
    title: 'À confirmer par une seconde personne',
    children: <Text>Le juge décide un placement</Text>,
  },
} satisfies Meta<typeof AttentionCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('region', { name: args.title })).toContainElement(
      canvas.getByRole('heading', { name: args.title }),
    );
  },
};
export const LongText: Story = { args: { title: LONG, children: <Text>{LONG}</Text> } };
export const Phone: Story = { ...LongText, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
