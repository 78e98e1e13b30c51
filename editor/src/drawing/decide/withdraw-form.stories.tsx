import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { WithdrawForm } from './withdraw-form.tsx';

const meta = {
  component: WithdrawForm,
  args: { isBusy: false, onWithdraw: fn() },
} satisfies Meta<typeof WithdrawForm>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WithItsReason: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Retirer cette approbation' }));
    await expect(canvas.getByRole('button', { name: 'Retirer cette approbation' })).toBeDisabled();
    await userEvent.type(canvas.getByRole('textbox', { name: /Pourquoi/ }), 'Un oubli');
    await userEvent.click(canvas.getByRole('button', { name: 'Retirer cette approbation' }));
    await expect(args.onWithdraw).toHaveBeenCalledWith('Un oubli');
  },
};
export const KeptAfterAll: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Retirer cette approbation' }));
    await userEvent.click(canvas.getByRole('button', { name: 'La laisser' }));
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(args.onWithdraw).not.toHaveBeenCalled();
  },
};
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
