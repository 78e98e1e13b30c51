import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { storyTo } from '../findings/story-to.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { KeepTrial } from './keep-trial.tsx';
import { beginTrial, pathwayOf, playTrial, report, type Trial } from './trial.ts';
import { TrialCompare } from './trial-compare.tsx';
import { TrialRun } from './trial-run.tsx';
import { TrialStart, TrialView } from './trial-view.tsx';

const sure = <T,>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The sample has moved on.');
  return value;
};
const pack = samplePack();
const pathway = sure(pathwayOf(pack));

const say = (trial: Trial, event: string, facts = {}): Trial =>
  report(pathway, trial, sure(playTrial(pathway, trial)), { event, roles: [] }, facts);
const taken = say(beginTrial(), 'report_taken', { received_at: '2026-03-02T09:00:00Z', danger: false });
const seen = say(taken, 'child_seen', { child_heard: true });

const meta = {
  title: 'drawing/trial',
  component: TrialView,
  subcomponents: { KeepTrial, TrialCompare, TrialRun, TrialStart },
  decorators: [onTheTable],
} satisfies Meta<typeof TrialView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const FromAnyStep: Story = {
  parameters: { drawing: { selected: 'steps/search' } },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Commencer l’essai' }));
    const stands = (step: string) =>
      waitFor(() => expect(canvasElement.querySelector(`[data-step="${step}"]`)).not.toBeNull(), {
        timeout: 60_000,
      });
    await stands('search');
    await userEvent.click(canvas.getByRole('button', { name: /L’enfant est retrouvé/ }));
    await stands('meet');
    await expect(canvas.getByRole('region', { name: /^Il est / }), 'and what comes is read').toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Reprendre le dernier acte' }));
    await stands('search');
    await userEvent.click(canvas.getByRole('button', { name: '1 semaine' }));
    await stands('meet');
  },
};
/** What was typed for an act that is refused stands in its fields still. */
export const ARefusedActKeepsItsAnswers: Story = {
  parameters: { drawing: { selected: 'steps/receive' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Commencer l’essai' }));
    const told = await canvas.findByRole('textbox', { name: /^Mots employés/ });
    await userEvent.type(told, 'Des cris');
    await userEvent.click(canvas.getByRole('button', { name: /Le signalement est pris/ }));
    await expect(await canvas.findByText('Ce que vous avez tapé est gardé.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: /^Mots employés/ })).toHaveValue('Des cris');
  },
};
export const TimePasses: Story = {
  render: () => (
    <TrialRun
      pathway={pathway}
      trial={beginTrial(storyTo(pack, 'search'))}
      variation={undefined}
      onGo={fn()}
      onBack={fn()}
      onLeave={fn()}
      onVary={fn()}
    />
  ),
};
export const WhereTheRouteParts: Story = {
  render: () => (
    <TrialCompare
      pathway={pathway}
      trial={seen}
      playback={sure(playTrial(pathway, seen))}
      variation={{ fact: 'child_heard', value: false }}
      onVary={fn()}
    />
  ),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('[data-compare="2"]')).not.toBeNull();
    const after = canvas.getByRole('region', { name: /^Si « L’enfant/ });
    await expect(within(after).getByText('La route change ici')).toBeVisible();
  },
};
export const ATryIsKept: Story = {
  render: () => <KeepTrial trial={seen} playback={sure(playTrial(pathway, seen))} />,
  play: async ({ canvas }) => {
    const before = Object.keys(lastDrawing().get().log.pack.scenarios).length;
    await userEvent.click(canvas.getByRole('button', { name: 'Garder cet essai' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('rejoué à chaque changement');
    await expect(canvas.getByRole('status')).toHaveFocus();
    const kept = lastDrawing().get().log.pack.scenarios;
    await expect(Object.keys(kept)).toHaveLength(before + 1);
    await expect(kept['trial']?.expect.route).toContain('meet');
  },
};
export const NothingAnswered: Story = {
  render: () => (
    <TrialCompare
      pathway={pathway}
      trial={beginTrial()}
      playback={sure(playTrial(pathway, beginTrial()))}
      variation={undefined}
      onVary={fn()}
    />
  ),
};
export const AChangedProcedure: Story = {
  render: () => (
    <TrialRun
      pathway={pathway}
      trial={{ ...beginTrial(), acts: [{ at: 'PT0M', event: 'gone' }] }}
      variation={undefined}
      onGo={fn()}
      onBack={fn()}
      onLeave={fn()}
      onVary={fn()}
    />
  ),
};
export const Start: Story = { render: () => <TrialStart pathway={pathway} onBegin={fn()} /> };
export const Arabic: Story = {
  ...WhereTheRouteParts,
  play: async () => {},
  globals: { language: 'ar', direction: 'rtl' },
};
export const HighContrast: Story = inHighContrast(WhereTheRouteParts);
