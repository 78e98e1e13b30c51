import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../../fixtures/long-words.ts';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { sampleComments } from '../fixtures/sample-decision.ts';
import { sampleTable } from '../fixtures/sample-draft.ts';
import { CommentsPart } from './comments-part.tsx';

const meta = {
  component: CommentsPart,
  decorators: [onTheTable],
  args: {
    comments: sampleComments(),
    names: sampleTable().names,
    place: 'steps/meet',
    canAccept: true,
    isBusy: false,
    onRemark: fn(),
    onAccept: fn(),
    onPlace: fn(),
  },
} satisfies Meta<typeof CommentsPart>;
export default meta;
type Story = StoryObj<typeof meta>;

export const EverythingOpen: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.queryByText('Réglé déjà.')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Reprendre le texte proposé' }));
    await expect(args.onAccept).toHaveBeenCalledWith(expect.objectContaining({ id: 'c1' }));
    await userEvent.click(canvas.getAllByRole('button', { name: 'C’est réglé' })[1]!);
    await expect(args.onRemark).toHaveBeenCalledWith({ kind: 'settle', comment: 'c2', state: 'done' });
    await userEvent.click(canvas.getAllByRole('button', { name: /^Aller à/ })[0]!);
    await expect(args.onPlace).toHaveBeenCalledWith('steps/meet');
  },
};
export const OnThisPlaceAnswered: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('radio', { name: /^Sur/ }));
    await expect(canvas.queryByText('Le titre est celui de la circulaire.')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Répondre' }));
    await userEvent.type(canvas.getByRole('textbox', { name: /^Votre réponse/ }), 'Oui');
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la réponse' }));
    await expect(args.onRemark).toHaveBeenCalledWith(
      { kind: 'reply', comment: 'c1', text: 'Oui' },
      expect.any(Function),
    );
  },
};
/** Who has chosen no place is told how, on a phone too. */
export const NothingOpen: Story = {
  args: { comments: [], place: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/touchez-la d’abord dans « Plan »\.$/)).toBeVisible();
  },
};
export const AReader: Story = {
  args: { canAccept: false },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: 'Reprendre le texte proposé' })).toBeNull();
    await expect(canvas.getAllByRole('button', { name: 'Répondre' })).toHaveLength(2);
  },
};
export const LongText: Story = {
  args: { comments: sampleComments().map((comment) => ({ ...comment, text: LONG })) },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
