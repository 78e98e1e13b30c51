import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { CommentForm } from './comment-form.tsx';

const meta = {
  component: CommentForm,
  decorators: [onTheTable],
  args: { place: 'steps/meet', placeName: 'Visite', isBusy: false, problem: undefined, onRemark: fn() },
} satisfies Meta<typeof CommentForm>;
export default meta;
type Story = StoryObj<typeof meta>;

export const AnotherTextIsProposed: Story = {
  args: { onRemark: fn((_: unknown, onSent: () => void) => onSent()) },
  play: async ({ canvas, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Votre remarque' }), 'Plus simple ?');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Proposer un autre texte' }));
    const instead = canvas.getByRole('textbox', { name: 'Texte proposé' });
    await expect(canvas.getByRole('button', { name: 'Envoyer la remarque' })).toBeDisabled();
    await userEvent.clear(instead);
    await userEvent.type(instead, 'Voir l’enfant');
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la remarque' }));
    await expect(args.onRemark).toHaveBeenCalledWith(
      {
        kind: 'say',
        place: 'steps/meet',
        text: 'Plus simple ?',
        suggestion: expect.objectContaining({
          places: ['steps/meet/title/fr'],
          patches: [{ op: 'replace', path: ['steps', 'meet', 'title', 'fr'], value: 'Voir l’enfant' }],
        }),
      },
      expect.any(Function),
    );
    await expect(canvas.getByRole('textbox', { name: 'Votre remarque' })).toHaveValue('');
  },
};
/** Nothing typed is lost: it goes away when the service has it, and not before. */
export const TheServiceDidNotTakeIt: Story = {
  args: { problem: 'Pas de réseau.' },
  play: async ({ canvas, args }) => {
    const said = canvas.getByRole('textbox', { name: 'Votre remarque' });
    await userEvent.type(said, 'Qui appelle ?');
    await userEvent.click(canvas.getByRole('button', { name: 'Envoyer la remarque' }));
    await expect(args.onRemark).toHaveBeenCalled();
    await expect(said).toHaveValue('Qui appelle ?');
    await expect(canvas.getByRole('alert')).toBeVisible();
  },
};
export const AboutTheWhole: Story = {
  args: { place: 'pack', placeName: 'Procédure' },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('checkbox')).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Envoyer la remarque' })).toBeDisabled();
  },
};
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
