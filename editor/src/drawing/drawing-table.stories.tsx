import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { setHead } from './commands/head.ts';
import { removeStep } from './commands/remove-step.ts';
import { DrawingProvider } from './drawing-context.tsx';
import { DrawingTable } from './drawing-table.tsx';
import { lastDrawing, onTheTable } from './fixtures/on-the-table.tsx';

const meta = {
  component: DrawingTable,
  subcomponents: { DrawingProvider },
  decorators: [onTheTable],
  args: { view: 'outline', onView: fn() },
} satisfies Meta<typeof DrawingTable>;
export default meta;
type Story = StoryObj<typeof meta>;

export const UndoAndRedo: Story = {
  play: async ({ canvas }) => {
    const undo = canvas.getByRole('button', { name: 'Annuler' });
    await expect(undo).toBeDisabled();
    lastDrawing().perform(setHead, { field: 'title', value: { fr: 'Autre titre' } });
    await waitFor(() => expect(undo).toBeEnabled());
    await userEvent.click(undo);
    await expect(lastDrawing().get().log.past).toHaveLength(0);
    await userEvent.click(canvas.getByRole('button', { name: 'Rétablir' }));
    await expect(lastDrawing().get().log.pack.pack.title).toEqual({ fr: 'Autre titre' });
  },
};
export const ARefusalSaysWhy: Story = {
  play: async ({ canvas }) => {
    await expect(lastDrawing().perform(removeStep, { id: 'main' })).toBe(false);
    await expect(await canvas.findByText(/Le volet principal ne se supprime pas/)).toBeVisible();
  },
};
/** On a tablet and on a projector no view is out of sight. */
export const EveryViewInSight: Story = {
  args: { view: 'exchange' },
  play: async ({ canvas }) => {
    const list = canvas.getByRole('tablist');
    await waitFor(() => expect(canvas.getByRole('tab', { selected: true })).toBeVisible());
    if (window.innerWidth < 768) return;
    await expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
  },
};
/** However far one reads, the views and the way back are at hand, and what takes the focus is never behind them. */
export const TheBarStays: Story = {
  play: async ({ canvas }) => {
    const bar = (await canvas.findByRole('tablist')).closest<HTMLElement>('.drawing-bar');
    if (!bar || window.innerHeight < 480) return;
    await waitFor(() =>
      expect(Number.parseFloat(document.documentElement.style.scrollPaddingBlockStart)).toBeGreaterThan(
        bar.offsetHeight,
      ),
    );
    const last = (await canvas.findAllByRole('article')).at(-1);
    last?.scrollIntoView({ block: 'end' });
    await expect(bar.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  },
};
