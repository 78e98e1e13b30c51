import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { approvedDecision, sampleDecision, sampleReport, shutReport } from '../fixtures/sample-decision.ts';
import { GatePart } from './gate-part.tsx';

const meta = {
  component: GatePart,
  decorators: [onTheTable],
  args: {
    gate: { state: 'done', report: shutReport() },
    isAsked: true,
    decision: approvedDecision(),
    onAsk: fn(),
    onPlace: fn(),
  },
} satisfies Meta<typeof GatePart>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Shut: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText('2 erreurs s’opposent à la publication.')).toBeVisible();
    // A story is named as people named it, and once, in however many places it goes otherwise.
    await expect(canvas.getAllByText(/^Joué, le cas d’école « [A-ZÀ-Ý][^_»]+ »/)).toHaveLength(1);
    await userEvent.click(canvas.getByRole('button', { name: /Rencontrer/ }));
    await expect(args.onPlace).toHaveBeenCalledWith('steps/meet');
  },
};
export const Open: Story = {
  args: { gate: { state: 'done', report: sampleReport() } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Rien ne s’oppose à la publication.')).toBeVisible();
    const more = canvas.queryByRole('button', { name: /à regarder$/ });
    if (more) await userEvent.click(more);
  },
};
/** The checks stand, and that is all that is said while somebody has still to approve. */
export const AnApprovalIsMissing: Story = {
  args: { gate: { state: 'done', report: sampleReport() }, decision: sampleDecision() },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(
        'Le contrôle ne relève aucune erreur. Il manque l’approbation de : Police et gendarmerie.',
      ),
    ).toBeVisible();
    await expect(canvas.queryByText('Rien ne s’oppose à la publication.')).toBeNull();
  },
};
export const ASecondPersonHasToPublish: Story = {
  args: {
    gate: { state: 'done', report: sampleReport() },
    decision: { ...approvedDecision(), mayNotPublish: 'same_person' },
  },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(
        'Le contrôle ne relève aucune erreur. Vous avez écrit dans ce brouillon : une autre personne le publie.',
      ),
    ).toBeVisible();
  },
};
/** What is kept only because it never comes to it is told by itself, by name: nobody approves a promise that says nothing. */
export const SomeSayNothing: Story = {
  args: {
    gate: {
      state: 'done',
      report: sampleReport({
        verdicts: sampleReport().verdicts.map((found, at) =>
          at === 0 ? { ...found, verdict: 'proved', vacuous: 'it never happens' } : found,
        ),
      }),
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^ne disent rien encore.* : 1$/)).toBeVisible();
    await expect(canvas.getByText('L’enfant est entendu avant toute décision.')).toBeVisible();
  },
};
export const NotAsked: Story = {
  args: { gate: undefined, isAsked: false },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Contrôler maintenant' }));
    await expect(args.onAsk).toHaveBeenCalled();
  },
};
export const Running: Story = { args: { gate: { state: 'running' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
