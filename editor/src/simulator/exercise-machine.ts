import type { Pathway, Scenario } from '@parcours/engine';
import { assign, setup } from 'xstate';
import { type Choice, choose, type Exercise, isLast, isTold, nextAct, startExercise } from './exercise.ts';

type Input = { readonly pathway: Pathway; readonly scenario: Scenario };
type Told =
  | { readonly type: 'start' }
  | { readonly type: 'choose'; readonly choice: Choice }
  | { readonly type: 'next' }
  | { readonly type: 'again' };

/** An exercise as a machine: its story is read, then act after act, then compared. It has no clock but the story's. */
export const exerciseMachine = setup({
  types: {
    context: {} as { readonly exercise: Exercise; readonly input: Input },
    input: {} as Input,
    events: {} as Told,
  },
  guards: {
    isOver: ({ context }) => isTold(context.exercise) && isLast(context.exercise),
    isTold: ({ context }) => isTold(context.exercise),
  },
  actions: {
    choose: assign(({ context, event }) =>
      event.type === 'choose' ? { exercise: choose(context.exercise, event.choice) } : {},
    ),
    goOn: assign(({ context }) => ({ exercise: nextAct(context.exercise) })),
    begin: assign(({ context }) => ({
      exercise: startExercise(context.input.pathway, context.input.scenario),
    })),
  },
}).createMachine({
  id: 'exercise',
  context: ({ input }) => ({ input, exercise: startExercise(input.pathway, input.scenario) }),
  initial: 'reading',
  states: {
    reading: { on: { start: 'acting' } },
    acting: {
      on: {
        choose: { actions: 'choose' },
        next: [
          { guard: 'isOver', target: 'compared' },
          { guard: 'isTold', actions: 'goOn' },
        ],
      },
    },
    compared: {},
  },
  on: { again: { target: '.reading', actions: 'begin' } },
});
