import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { SAMPLE_SUMMARY } from '../../fixtures/sample-views.ts';
import { NewDraftForm } from './new-draft-form.tsx';

const meta = {
  component: NewDraftForm,
  args: { packs: [SAMPLE_SUMMARY], isBusy: false, onBegin: fn() },
} satisfies Meta<typeof NewDraftForm>;
export default meta;
type Story = StoryObj<typeof meta>;

export const AnEmptyPage: Story = {
  play: async ({ canvas, args }) => {
    const create = canvas.getByRole('button', { name: 'Créer le brouillon' });
    await expect(create).toBeDisabled();
    await userEvent.type(canvas.getByRole('textbox', { name: /Titre/ }), 'Prise en charge');
    await userEvent.click(create);
    await expect(args.onBegin).toHaveBeenCalledWith({
      files: expect.objectContaining({ 'pack.json': expect.stringContaining('"prise-en-charge"') }),
    });
  },
};
export const AnAdaptation: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Une adaptation nationale' }));
    await userEvent.type(canvas.getByRole('textbox', { name: /Titre/ }), 'Bénin');
    await userEvent.click(canvas.getByRole('button', { name: 'Créer le brouillon' }));
    await expect(args.onBegin).toHaveBeenCalledWith({
      adapt: SAMPLE_SUMMARY.id,
      id: 'benin',
      title: { fr: 'Bénin' },
      jurisdiction: '001',
    });
  },
};
