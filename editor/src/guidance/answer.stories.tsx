import { List } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconUsers } from '@tabler/icons-react';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { underATitle } from '../fixtures/under-a-title.tsx';
import { Answer } from './answer.tsx';

const meta = {
  component: Answer,
  decorators: [underATitle],
  args: { icon: IconUsers, title: 'Avec qui', children: 'L’enfant et une personne de son choix.' },
} satisfies Meta<typeof Answer>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Words: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 3, name: 'Avec qui' })).toBeVisible();
    await expect(canvas.getByText('L’enfant et une personne de son choix.')).toBeVisible();
  },
};
export const AList: Story = {
  args: {
    children: (
      <List>
        <List.Item>Le gestionnaire de cas</List.Item>
        <List.Item>Un interprète</List.Item>
      </List>
    ),
  },
};
export const LongText: Story = { args: { title: LONG, children: LONG } };
export const Phone: Story = { ...LongText, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
