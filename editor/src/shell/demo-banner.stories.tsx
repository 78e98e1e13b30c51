import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { DemoBanner } from './demo-banner.tsx';

const meta = { component: DemoBanner, parameters: { layout: 'fullscreen' } } satisfies Meta<
  typeof DemoBanner
>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('note')).toHaveTextContent(
      'Démonstration : personnes et dossiers inventés.',
    );
  },
};
export const Spanish: Story = { globals: { language: 'es' } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
