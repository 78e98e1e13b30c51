import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { wordsIn } from '../fixtures/words-in.ts';
import { SchemeButton } from './scheme-button.tsx';
import { Settings } from './settings.tsx';

const KEPT = 'mantine-color-scheme-value';
const forget = () => localStorage.removeItem(KEPT);

const meta = {
  component: SchemeButton,
  beforeEach: () => {
    forget();
    return forget;
  },
} satisfies Meta<typeof SchemeButton>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ByDay: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Passer en sombre' })).toBeVisible();
  },
};
export const ByNight: Story = {
  globals: { scheme: 'dark' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Passer en clair' })).toBeVisible();
  },
};
export const OnePressAndBack: Story = {
  // In settings of its own: those of the stories hold the scheme.
  render: () => (
    <Settings words={wordsIn('fr')}>
      <SchemeButton />
    </Settings>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Passer en sombre' }));
    await expect(await canvas.findByRole('button', { name: 'Passer en clair' })).toBeVisible();
    await expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await userEvent.click(canvas.getByRole('button', { name: 'Passer en clair' }));
    await waitFor(() =>
      expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'light'),
    );
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
