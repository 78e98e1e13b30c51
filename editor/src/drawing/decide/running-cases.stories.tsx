import { Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { SAMPLE_PLAN, sampleMoves } from '../fixtures/sample-decision.ts';
import { RunningCases } from './running-cases.tsx';

const meta = {
  component: RunningCases,
  args: {
    pack: 'sample',
    list: sampleMoves('sample'),
    plan: SAMPLE_PLAN,
    isPlanning: false,
    isBusy: false,
    problem: undefined,
    versionOf: (hash: string) => (hash.startsWith('aa') ? '1.0.0' : '1.1.0'),
    casesOf: (move: string) => <Text>{`Dossiers de ${move}`}</Text>,
    onPlan: fn(),
    onAct: fn(),
  },
} satisfies Meta<typeof RunningCases>;
export default meta;
type Story = StoryObj<typeof meta>;

export const PlannedAndStarted: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText('4 dossiers pourraient passer.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Faire passer les dossiers' })).toBeDisabled();
    await userEvent.type(canvas.getByRole('textbox', { name: /Motif/ }), 'Nouvelle loi');
    await userEvent.click(canvas.getByRole('button', { name: 'Faire passer les dossiers' }));
    await expect(args.onAct).toHaveBeenCalledWith({
      act: 'start',
      from: SAMPLE_PLAN.from,
      reason: 'Nouvelle loi',
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Reprendre' }));
    await expect(args.onAct).toHaveBeenCalledWith({ act: 'resume', move: 'm1' });
    await userEvent.click(canvas.getByRole('button', { name: 'Arrêter' }));
    await expect(args.onAct).toHaveBeenCalledWith({ act: 'stop', move: 'm2' });
  },
};
export const WhyTheyStay: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText(/^Une échéance légale du dossier viendrait plus tard/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Regarder les suivants' }));
    await expect(args.onPlan).toHaveBeenCalledWith({ from: SAMPLE_PLAN.from, so: SAMPLE_PLAN });
    await expect(canvas.getAllByText(/^De la version 1.0.0 à la version 1.1.0, le/)).toHaveLength(3);
    await userEvent.click(canvas.getAllByRole('button', { name: 'Voir pourquoi' })[0]!);
    await expect(canvas.getByText('Dossiers de m1')).toBeVisible();
  },
};
export const NotPlanned: Story = {
  args: { plan: undefined },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Voir ce qui leur arriverait' }));
    await expect(args.onPlan).toHaveBeenCalledWith({ from: SAMPLE_PLAN.from });
  },
};
export const NoneRuns: Story = { args: { list: { versions: [], moves: [] }, plan: undefined } };
export const Refused: Story = {
  args: { problem: 'Les dossiers de cette version sont déjà en cours de passage.' },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
