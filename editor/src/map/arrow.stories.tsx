import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { OnCanvas } from '../fixtures/on-canvas.tsx';
import { type ArrowData, roundedPath } from './arrow.tsx';
import type { ArrowKind } from './map-graph.ts';

const corners = [
  { x: 120, y: 90 },
  { x: 120, y: 180 },
  { x: 320, y: 180 },
  { x: 320, y: 270 },
];
const along = (kind: ArrowKind, text: string): ArrowData => ({
  points: corners,
  label: { x: 140, y: 150, width: 170, height: 24 },
  causes: [{ kind, text }],
});

/** An arrow between two frames of the canvas. */
function OneArrow({ data }: { data: ArrowData }) {
  const frame = (id: string, x: number, y: number) => ({
    id,
    type: 'stage' as const,
    position: { x, y },
    width: 200,
    height: 70,
    data: { title: id, kind: 'stage' as const, withheld: false },
  });
  return (
    <OnCanvas
      nodes={[frame('Réception', 20, 20), frame('Suivi', 220, 270)]}
      edges={[{ id: 'a', type: 'arrow', source: 'Réception', target: 'Suivi', data }]}
    />
  );
}

const meta = {
  title: 'map/arrow',
  component: OneArrow,
  args: { data: along('event', 'Le signalement est pris') },
} satisfies Meta<typeof OneArrow>;
export default meta;
type Story = StoryObj<typeof meta>;

export const SomebodyReportsIt: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('Le signalement est pris')).toBeVisible();
    await expect(canvasElement.querySelector('.arrow')).toHaveAttribute('d', roundedPath(corners));
  },
};
export const ASignal: Story = {
  args: { data: along('signal', 'Un danger est vu') },
  play: async ({ canvasElement }) => {
    // Colour never speaks alone.
    await waitFor(() => expect(canvasElement.querySelector('.arrow-label svg')).not.toBeNull());
  },
};
export const ADeadline: Story = { args: { data: along('deadline', 'passé le délai : 72 heures') } };
export const ByItself: Story = { args: { data: along('automatic', 'de soi-même') } };
export const SeveralCauses: Story = {
  args: {
    data: {
      ...along('event', 'L’enfant est retrouvé'),
      label: { x: 140, y: 150, width: 170, height: 48 },
      causes: [
        { kind: 'event', text: 'L’enfant est retrouvé' },
        { kind: 'deadline', text: 'passé le délai : 72 heures' },
      ],
    },
  },
};
export const WithoutWords: Story = { args: { data: { ...along('automatic', ''), label: undefined } } };
export const LongText: Story = { args: { data: along('event', LONG) } };
export const Dark: Story = { ...ASignal, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...ASignal, globals: { direction: 'rtl' } };
