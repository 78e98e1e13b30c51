import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atReception } from '../fixtures/sample-case.ts';
import { STORY_NOW } from '../fixtures/story-now.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { DeadlineList } from './deadline-list.tsx';
import type { DeadlineGuide } from './types.ts';

const HOUR = 3_600_000;
const [sample] = atReception().guide.now.flatMap((step) => step.deadlines);
const dueIn = (id: string, hours: number | undefined, more: Partial<DeadlineGuide> = {}): DeadlineGuide => {
  const { due: _, ...row } = sample!;
  return {
    ...row,
    id,
    ...(hours === undefined ? {} : { due: new Date(STORY_NOW + hours * HOUR).toISOString() }),
    ...more,
  };
};

const meta = {
  component: DeadlineList,
  decorators: [withPack],
  args: { deadlines: [dueIn('later', 240), dueIn('late', -4), dueIn('soon', 30)] },
} satisfies Meta<typeof DeadlineList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const TheSoonestComesFirst: Story = {
  play: async ({ canvas, canvasElement }) => {
    const text = canvasElement.textContent ?? '';
    await expect(text.indexOf('En retard')).toBeLessThan(text.indexOf('Bientôt'));
    // Only of the first is it said whom it reaches.
    await expect(canvas.getAllByText(/Passé ce délai, sont prévenus : Responsable/)).toHaveLength(1);
  },
};
export const TheLawWasNotFound: Story = {
  args: { deadlines: [dueIn('x', undefined)] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Droit national non trouvé')).toBeVisible();
  },
};
export const Paused: Story = {
  args: { deadlines: [dueIn('x', 30, { state: 'paused' })] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Délai suspendu')).toBeVisible();
  },
};
export const Empty: Story = { args: { deadlines: [] } };
export const LongText: Story = { args: { deadlines: [dueIn('x', 2, { label: { fr: LONG } })] } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
