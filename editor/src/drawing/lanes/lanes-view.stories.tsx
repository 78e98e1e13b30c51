import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { LONG } from '../../fixtures/long-words.ts';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { setField } from '../commands/elements.ts';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { HandOffs } from './hand-offs.tsx';
import { StepInLane } from './lane-card.tsx';
import { LaneRow } from './lane-row.tsx';
import { LanesView } from './lanes-view.tsx';

const meta = {
  component: LanesView,
  subcomponents: { HandOffs, LaneRow, StepInLane } as never,
  decorators: [onTheTable],
} satisfies Meta<typeof LanesView>;
export default meta;
type Story = StoryObj<typeof meta>;

const step = (id: string) =>
  lastDrawing().get().log.pack.steps[id] as { who?: readonly string[] } | undefined;
const card = (canvas: HTMLElement, id: string) => {
  const found = canvas.querySelector<HTMLElement>(`[data-step="${id}"]`);
  if (!found) throw new Error(`No lane holds ${id}.`);
  return found;
};

export const Usual: Story = {
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => card(canvasElement, 'receive'));
    await expect(canvas.getByText(/Passages de relais/)).toBeVisible();
    await expect(canvasElement.querySelectorAll('.hand-off').length).toBeGreaterThan(0);
  },
};
export const GivenToAnotherByKeys: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => card(canvasElement, 'receive'));
    card(canvasElement, 'receive').focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(document.activeElement).toBe(card(canvasElement, 'meet')));
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect(step('meet')?.who?.[0]).not.toBe('caseworker');
    await expect(step('meet')?.who).toContain('police');
    await waitFor(() => expect(document.activeElement).toBe(card(canvasElement, 'meet')));
    lastDrawing().undo();
    await expect(step('meet')?.who).toEqual(['caseworker', 'police']);
  },
};
export const NobodyIsNamed: Story = {
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => card(canvasElement, 'decide'));
    lastDrawing().perform(setField, { section: 'steps', id: 'decide', path: ['who'] });
    await expect(await canvas.findByText('Personne n’est nommé')).toBeVisible();
    await expect(card(canvasElement, 'decide').closest('[data-nobody="true"]')).not.toBeNull();
  },
};
export const AllRoles: Story = {
  play: async ({ canvas, canvasElement }) => {
    const before = canvasElement.querySelectorAll('.lane').length;
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Montrer tous les rôles' }));
    await expect(canvasElement.querySelectorAll('.lane').length).toBeGreaterThan(before);
  },
};
export const ReadOnly: Story = {
  parameters: { drawing: { isReadOnly: true } },
  play: async ({ canvasElement }) => {
    await waitFor(() => card(canvasElement, 'receive'));
    card(canvasElement, 'receive').focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect(lastDrawing().get().log.past).toHaveLength(0);
  },
};
const sample = samplePack();
export const LongText: Story = {
  parameters: {
    drawing: {
      pack: { ...sample, steps: { ...sample.steps, meet: { ...sample.steps['meet'], title: { fr: LONG } } } },
    },
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { direction: 'rtl', language: 'ar' } };
export const HighContrast: Story = inHighContrast(Usual);
