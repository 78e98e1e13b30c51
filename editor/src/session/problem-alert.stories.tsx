import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { ProblemAlert } from './problem-alert.tsx';

const meta = {
  component: ProblemAlert,
  args: { children: 'Le nom ou le mot de passe ne convient pas.' },
} satisfies Meta<typeof ProblemAlert>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent(args.children);
  },
};
export const LongText: Story = { args: { children: LONG } };
export const Phone: Story = { ...LongText, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
