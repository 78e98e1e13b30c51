import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { approvedDecision, sampleDecision } from '../fixtures/sample-decision.ts';
import { PublishPart } from './publish-part.tsx';

const meta = {
  component: PublishPart,
  args: {
    decision: approvedDecision(),
    passes: true,
    today: '2026-03-02',
    isBusy: false,
    problem: undefined,
    onPublish: fn(),
  },
} satisfies Meta<typeof PublishPart>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Published: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Publier cette version' }));
    await expect(await screen.findByRole('textbox', { name: /Numéro de version/ })).toHaveValue('1.2.0');
    await userEvent.click(screen.getByRole('button', { name: 'Publier' }));
    await expect(args.onPublish).toHaveBeenCalledWith({
      version: '1.2.0',
      effective: { from: '2026-03-02' },
    });
  },
};
export const TheNumberIsTaken: Story = {
  args: { problem: 'Ce numéro de version est déjà pris.' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Publier cette version' }));
    const alert = await screen.findByRole('alert');
    await waitFor(() => expect(alert).toBeVisible());
  },
};
export const SomebodyIsMissing: Story = {
  args: { decision: sampleDecision() },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Il manque l’approbation de : Police et gendarmerie.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Publier cette version' })).toBeDisabled();
  },
};
export const OneHasWritten: Story = {
  args: { decision: { ...approvedDecision(), mayNotPublish: 'same_person' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Publier cette version' })).toBeDisabled();
  },
};
export const TheGateIsShut: Story = {
  args: { passes: false },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Publier cette version' })).toBeDisabled();
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'نشر هذه النسخة' }));
  },
};
