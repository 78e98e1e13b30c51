import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen } from 'storybook/test';
import { SAMPLE_LEFT } from '../fixtures/sample-notices.ts';
import { SAMPLE_ACCOUNTS } from '../fixtures/sample-views.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';

const meta = {
  component: HandOverDialog,
  args: { left: SAMPLE_LEFT, people: SAMPLE_ACCOUNTS.accounts, onClose: fn(), onSend: fn() },
} satisfies Meta<typeof HandOverDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const NothingChosenYet: Story = {
  play: async () => {
    await expect(await screen.findByRole('button', { name: 'Remettre' })).toBeDisabled();
  },
};
export const NobodyHoldsTheFunction: Story = {
  args: { people: [] },
  play: async () => {
    await expect(await screen.findByText('Aucun compte actif ne tient cette fonction.')).toBeInTheDocument();
  },
};
