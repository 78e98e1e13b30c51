import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { samplePathway } from '../fixtures/sample-case.ts';
import { ActCard } from './act-card.tsx';
import { ActStage } from './act-stage.tsx';
import { ExerciseView } from './exercise-view.tsx';
import { ScenarioList } from './scenario-list.tsx';

const pathway = samplePathway();
const scenario = pathway.pack.scenarios['evening_call']!;

const meta = {
  component: ExerciseView,
  subcomponents: { ActStage, ActCard },
  args: { pathway, scenario },
} satisfies Meta<typeof ExerciseView>;
export default meta;
type Story = StoryObj<typeof meta>;

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];
const press = async (canvas: Canvas, name: string | RegExp) =>
  userEvent.click(await canvas.findByRole('button', { name }));

export const TheStory: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Cas d’école : enfants fictifs/)).toBeVisible();
  },
};
export const TheExpectedRoute: Story = {
  play: async ({ canvas, canvasElement }) => {
    await press(canvas, 'Commencer');
    await press(canvas, 'Continuer');
    await press(canvas, /Le signalement est pris/);
    await press(canvas, 'Continuer');
    await press(canvas, /L’enfant a été vu et entendu/);
    await press(canvas, 'Continuer');
    await press(canvas, /Un accompagnement est convenu/);
    await press(canvas, 'Terminer et comparer');
    await waitFor(() => expect(canvasElement.querySelector('[data-comparison="same"]')).not.toBeNull());
    await expect(canvas.getByText(/Cas d’école : enfants fictifs/)).toBeVisible();
  },
};
export const AnotherRoute: Story = {
  play: async ({ canvas, canvasElement }) => {
    await press(canvas, 'Commencer');
    await press(canvas, 'Continuer');
    await press(canvas, /Le signalement est pris/);
    await press(canvas, 'Continuer');
    await press(canvas, /L’enfant est introuvable/);
    await press(canvas, 'Continuer');
    await press(canvas, 'Ne rien faire');
    await press(canvas, 'Terminer et comparer');
    await waitFor(() => expect(canvasElement.querySelector('[data-comparison="differs"]')).not.toBeNull());
    await expect(
      canvas.getByText(/prévu « L’enfant a été vu et entendu », choisi « L’enfant est introuvable »/),
    ).toBeVisible();
  },
};
export const Scenarios: Story = {
  render: () => <ScenarioList scenarios={pathway.pack.scenarios} hrefOf={(id) => `/${id}`} />,
};
export const NoScenario: Story = { render: () => <ScenarioList scenarios={{}} hrefOf={(id) => `/${id}`} /> };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
