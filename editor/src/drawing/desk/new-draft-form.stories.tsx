import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { answering } from '../../fixtures/answering.ts';
import { SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../../fixtures/sample-views.ts';
import { NewDraftForm } from './new-draft-form.tsx';
import { SectorChoice } from './sector-choice.tsx';

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
const ofService = answering({ 'GET /api/packs/:id': SAMPLE_PACK_VIEW });
export const ASectorOfItsOwn: Story = {
  beforeEach: ofService.beforeEach,
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Une procédure pour un secteur' }));
    await userEvent.type(canvas.getByRole('textbox', { name: /Titre/ }), 'À l’hôpital');
    const create = canvas.getByRole('button', { name: 'Créer le brouillon' });
    await waitFor(() => expect(create).toBeEnabled());
    await userEvent.click(create);
    await expect(args.onBegin).toHaveBeenCalledWith({
      files: expect.objectContaining({ 'steps.json': expect.stringContaining('report_to_protection') }),
    });
  },
};
export const TheSectorAlone: Story = {
  beforeEach: ofService.beforeEach,
  render: () => <SectorChoice procedure="story-procedure" sector="health" onSector={fn()} onBase={noBase} />,
};
function noBase() {}
