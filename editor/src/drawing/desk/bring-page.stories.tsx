import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { answering } from '../../fixtures/answering.ts';
import { SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../../fixtures/sample-views.ts';
import { BringPage } from './bring-page.tsx';

const meta = {
  component: BringPage,
  parameters: { layout: 'fullscreen', path: '/drafts/bring' },
  beforeEach: answering({
    'GET /api/packs': { packs: [SAMPLE_SUMMARY] },
    'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  }).beforeEach,
} satisfies Meta<typeof BringPage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'Apporter un document' })).toBeVisible();
  },
};
export const InArabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
