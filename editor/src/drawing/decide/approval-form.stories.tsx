import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { ApprovalForm } from './approval-form.tsx';

const meta = {
  component: ApprovalForm,
  args: { sector: 'justice', isBusy: false, onApprove: fn() },
} satisfies Meta<typeof ApprovalForm>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WithItsAct: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('button', { name: 'Approuver ce texte' })).toBeDisabled();
    await userEvent.type(canvas.getByRole('textbox', { name: /Votre fonction/ }), 'Juge');
    await userEvent.type(canvas.getByRole('textbox', { name: /Votre institution/ }), 'Tribunal');
    await userEvent.type(canvas.getByRole('textbox', { name: /Acte/ }), 'Décision 12');
    await userEvent.click(canvas.getByRole('button', { name: 'Approuver ce texte' }));
    await expect(args.onApprove).toHaveBeenCalledWith({
      function: 'Juge',
      body: 'Tribunal',
      said: 'Décision 12',
    });
  },
};
export const Busy: Story = { args: { isBusy: true } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
