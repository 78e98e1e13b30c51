import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { AgainstLaw } from './against-law.tsx';

const [[source, cited] = []] = Object.entries(samplePack().sources);
if (source === undefined || !cited) throw new Error('The sample has no source.');

const meta = {
  component: AgainstLaw,
  decorators: [withPack],
  args: { law: { sources: [source], note: { fr: 'Jusqu’à sa réforme.', en: 'Until it is reformed.' } } },
} satisfies Meta<typeof AgainstLaw>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WithItsArticle: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Jusqu’à sa réforme\.$/)).toBeVisible();
    await expect(canvas.getByText(new RegExp(`^${cited.instrument['fr']?.slice(0, 12)}`))).toBeVisible();
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
