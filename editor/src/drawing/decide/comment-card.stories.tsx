import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { sampleComments } from '../fixtures/sample-decision.ts';
import { sampleTable } from '../fixtures/sample-draft.ts';
import { CommentCard } from './comment-card.tsx';

const [first] = sampleComments();
if (!first) throw new Error('The sample has no comment.');
const meta = {
  component: CommentCard,
  decorators: [onTheTable],
  args: {
    comment: first,
    names: sampleTable().names,
    placeName: 'Visite',
    canAccept: true,
    isBusy: false,
    problem: undefined,
    onRemark: fn(),
    onAccept: fn(),
    onPlace: fn(),
  },
} satisfies Meta<typeof CommentCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WithAProposal: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Aller voir l’enfant chez lui')).toBeVisible();
    await expect(canvas.getByText('Le gestionnaire de cas.')).toBeVisible();
    // Who takes it up sees what it replaces.
    await expect(canvas.getByText(/^Titre aujourd’hui : « .+ »$/)).toBeVisible();
  },
};
export const AReplyThatDidNotArrive: Story = {
  args: { problem: 'Pas de réseau.' },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Répondre' }));
    const reply = canvas.getByRole('textbox', { name: /^Votre réponse/ });
    await userEvent.type(reply, 'La personne de garde.');
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la réponse' }));
    await expect(args.onRemark).toHaveBeenCalled();
    await expect(reply).toHaveValue('La personne de garde.');
  },
};
export const FrenchWordsInArabic: Story = {
  globals: { direction: 'rtl' },
  play: async ({ canvas }) => {
    const said = canvas.getByText('Le gestionnaire de cas.');
    await expect(getComputedStyle(said).unicodeBidi).toBe('isolate');
    await expect(getComputedStyle(said).direction).toBe('ltr');
  },
};
export const Busy: Story = { args: { isBusy: true } };
export const Dark: Story = { globals: { scheme: 'dark' } };
