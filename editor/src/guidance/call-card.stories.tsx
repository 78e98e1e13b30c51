import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atReception } from '../fixtures/sample-case.ts';
import { CallCard, ComplaintCard } from './call-card.tsx';

const meta = { component: CallCard, args: { contacts: atReception().guide.contacts } } satisfies Meta<
  typeof CallCard
>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const NumberNotFound: Story = {
  args: { contacts: [{ id: 'line', label: { fr: 'Ligne d’écoute' } }] },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(/Numéro non trouvé/)).toBeVisible();
    await expect(canvasElement.querySelector('a')).toBeNull();
  },
};
export const LongText: Story = {
  args: { contacts: [{ id: 'line', label: { fr: LONG }, number: '+000 11 22 33 44' }] },
};
export const Empty: Story = { args: { contacts: [] } };
export const Complaint: Story = { render: () => <ComplaintCard href="/complaints/new/sample" /> };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
