import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { largePack } from '../fixtures/large-pack.ts';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { SectionsView } from './sections-view.tsx';
import { textPlace } from './text-place.ts';
import { TextsSection } from './texts-section.tsx';

const pack = largePack(60);
const last = Object.keys(pack.steps).at(-1) ?? '';

const meta = {
  title: 'drawing/sections/texts-section',
  component: SectionsView,
  subcomponents: { TextsSection } as never,
  decorators: [onTheTable],
} satisfies Meta<typeof SectionsView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ComeForOneText: Story = {
  parameters: { drawing: { pack, selected: textPlace(`steps/${last}/title`, 'es') } },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('combobox', { name: 'Vers' })).toHaveValue('es');
    await waitFor(() =>
      expect(canvasElement.querySelector(`[data-text="steps/${last}/title"] textarea`)).toHaveFocus(),
    );
    const row = canvasElement.querySelector<HTMLElement>(`[data-text="steps/${last}/title"]`);
    await expect(within(row as HTMLElement).getByRole('textbox')).toBeVisible();
  },
};
