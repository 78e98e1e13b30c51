import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { OnCanvas } from '../fixtures/on-canvas.tsx';
import { samplePack } from '../fixtures/sample-pack.ts';
import { mapGraph } from './map-graph.ts';
import type { StepCardData } from './step-card.tsx';

const { nodes } = mapGraph(samplePack());
const node = (id: string) => nodes.find((found) => found.id === id)!;

type Props = { data: StepCardData; selected?: boolean; height?: number };

/** A card on the canvas of the map. */
function OneCard({ data, selected = false, height = 130 }: Props) {
  const place = { id: 'a', position: { x: 24, y: 24 }, width: 240, height };
  return <OnCanvas nodes={[{ ...place, type: 'step', selected, ariaLabel: data.title, data }]} />;
}

const meet: StepCardData = {
  node: node('meet'),
  title: 'Rencontrer l’enfant, seul d’abord',
  who: 'Gestionnaire de cas, Police des mineurs',
  deadline: '2 jours ouvrés',
  place: 'none',
  jumps: [],
};

const meta = {
  title: 'map/step-card',
  component: OneCard,
  args: { data: meet },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.step-card')).toBeVisible());
  },
} satisfies Meta<typeof OneCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(meet.title)).toBeVisible();
    await expect(canvas.getByRole('img', { name: 'Formulaire' })).toBeVisible();
  },
};
export const TheCaseIsHere: Story = {
  args: { data: { ...meet, place: 'here' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Ici')).toBeVisible();
  },
};
export const TheCaseWasHere: Story = { args: { data: { ...meet, place: 'past' } } };
export const AMeasure: Story = {
  args: { data: { ...meet, node: node('placed'), title: 'Enfant placé', who: 'Juge des enfants' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('img', { name: 'Mesure' })).toBeVisible();
  },
};
export const AWaitThatProtects: Story = {
  args: { data: { ...meet, node: node('search'), title: 'Rechercher l’enfant' } },
};
export const AnEnd: Story = {
  args: { data: { ...meet, node: node('ended'), title: 'Accompagnement terminé', who: '', deadline: '' } },
};
export const Idle: Story = {
  args: { data: { ...meet, node: node('urgent_idle'), title: 'Pas d’urgence', who: '', deadline: '' } },
};
export const WithJumps: Story = {
  args: {
    height: 210,
    data: {
      ...meet,
      jumps: [
        { id: '1', kind: 'event', text: 'L’enfant est retrouvé · vers : Décider de la suite', comes: false },
        { id: '2', kind: 'signal', text: 'Un danger est vu · vers : Mettre l’enfant à l’abri', comes: false },
        { id: '3', kind: 'deadline', text: 'passé le délai · depuis : Rechercher l’enfant', comes: true },
      ],
    },
  },
};
export const Selected: Story = { args: { selected: true } };
export const LongText: Story = { args: { data: { ...meet, title: LONG, who: LONG, deadline: LONG } } };
export const Dark: Story = { args: { data: { ...meet, place: 'here' } }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = {
  args: { data: { ...meet, place: 'here' } },
  globals: { direction: 'rtl' },
};
