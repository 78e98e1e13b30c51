import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { samplePathway } from '../fixtures/sample-case.ts';
import { underATitle } from '../fixtures/under-a-title.tsx';
import { withPack } from '../fixtures/with-pack.tsx';
import { type Choice, choose, type Exercise, isLast, isTold, nextAct, startExercise } from './exercise.ts';
import { ExerciseComparison } from './exercise-comparison.tsx';

const pathway = samplePathway();
const scenario = pathway.pack.scenarios['evening_call']!;

/** The exercise played to its end, choosing act after act. */
function played(choiceAt: (act: number) => Choice): Exercise {
  let exercise = startExercise(pathway, scenario);
  while (!(isTold(exercise) && isLast(exercise))) {
    exercise = isTold(exercise) ? nextAct(exercise) : choose(exercise, choiceAt(exercise.act));
  }
  return exercise;
}
const asAuthor = played(() => ({ kind: 'author' }));
const otherwise = played((act) => (act < 2 ? { kind: 'author' } : { kind: 'nothing' }));

const meta = {
  component: ExerciseComparison,
  decorators: [withPack, underATitle],
  args: { exercise: asAuthor, onAgain: fn(), onOther: fn() },
} satisfies Meta<typeof ExerciseComparison>;
export default meta;
type Story = StoryObj<typeof meta>;

export const TheSameRoute: Story = {
  play: async ({ canvas, canvasElement, args }) => {
    await expect(canvasElement.querySelector('[data-comparison="same"]')).not.toBeNull();
    await expect(canvas.getByText('Vous avez suivi la route prévue.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Recommencer' }));
    await expect(args.onAgain).toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: 'Choisir une autre situation' }));
    await expect(args.onOther).toHaveBeenCalled();
  },
};
export const AnotherRouteWithReasons: Story = {
  args: { exercise: otherwise },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('[data-comparison="differs"]')).not.toBeNull();
    await expect(canvas.getAllByText('Écart').length).toBeGreaterThan(0);
    // Where the routes part, the reasons are open, with their articles.
    const parted = canvasElement.querySelector('[data-turn="2"] details');
    await expect(parted).toHaveAttribute('open');
    await expect(parted).toHaveTextContent('L’enfant a été entendu');
    await expect(parted).toHaveTextContent('art. 12');
  },
};
export const PointsAreTicked: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/0 sur 2/)).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox', { name: /Entendre l’enfant avant de décider/ }));
    await expect(canvas.getByText(/2 sur 2/)).toBeVisible();
  },
};
const { marks: _, ...unmarked } = scenario;
export const WithoutPoints: Story = { args: { exercise: { ...asAuthor, scenario: unmarked } } };
export const Phone: Story = { args: { exercise: otherwise }, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { args: { exercise: otherwise }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { exercise: otherwise }, globals: { direction: 'rtl' } };
