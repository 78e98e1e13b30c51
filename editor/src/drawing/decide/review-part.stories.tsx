import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { approvedDecision, sampleDecision } from '../fixtures/sample-decision.ts';
import { ReviewPart } from './review-part.tsx';

const meta = {
  component: ReviewPart,
  args: { decision: sampleDecision(), isSaved: true, isBusy: false, onDecide: fn() },
} satisfies Meta<typeof ReviewPart>;
export default meta;
type Story = StoryObj<typeof meta>;

export const InReview: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText('En attente')).toBeVisible();
    await expect(canvas.getAllByText(/^Approuvé le/)).toHaveLength(2);
    await userEvent.click(canvas.getByRole('button', { name: 'Clore la relecture' }));
    await expect(args.onDecide).toHaveBeenCalledWith({ act: 'drawing' });
  },
};
export const BeingDrawn: Story = {
  args: { decision: sampleDecision({ state: 'drawing' }) },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Ouvrir la relecture' }));
    await expect(args.onDecide).toHaveBeenCalledWith({ act: 'review' });
  },
};
export const NotSavedYet: Story = {
  args: { decision: sampleDecision({ state: 'drawing' }), isSaved: false },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Ouvrir la relecture' })).toBeDisabled();
  },
};
export const OnesOwnApproval: Story = {
  args: { decision: sampleDecision({ mayReview: false, mayApprove: 'police' }) },
  play: async ({ canvas, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: /Votre fonction/ }), 'Commissaire (inventé)');
    await userEvent.type(canvas.getByRole('textbox', { name: /Votre institution/ }), 'Police inventée');
    await userEvent.click(canvas.getByRole('button', { name: 'Approuver ce texte' }));
    await expect(args.onDecide).toHaveBeenCalledWith({
      act: 'approve',
      sector: 'police',
      hash: sampleDecision().hash,
      function: 'Commissaire (inventé)',
      body: 'Police inventée',
    });
    await expect(canvas.queryByRole('button', { name: 'Clore la relecture' })).toBeNull();
  },
};
export const OnesOwnApprovalTakenBack: Story = {
  args: { decision: sampleDecision({ mayReview: false, mayWithdraw: 'justice' }) },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Retirer cette approbation' }));
    await userEvent.type(canvas.getByRole('textbox', { name: /Pourquoi/ }), 'Un oubli');
    await userEvent.click(canvas.getByRole('button', { name: 'Retirer cette approbation' }));
    await expect(args.onDecide).toHaveBeenCalledWith({
      act: 'withdraw',
      sector: 'justice',
      reason: 'Un oubli',
    });
  },
};
export const Everybody: Story = { args: { decision: approvedDecision() } };
export const Published: Story = { args: { decision: sampleDecision({ state: 'published' }) } };
export const Closed: Story = { args: { decision: sampleDecision({ state: 'closed' }) } };
export const NoSector: Story = { args: { decision: sampleDecision({ sectors: [] }) } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
