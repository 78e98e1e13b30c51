import type { FactValue } from '@parcours/engine';
import { assign, setup } from 'xstate';
import { type Trial, takeBack } from './trial.ts';

type Variation = { readonly fact: string; readonly value: FactValue | undefined };

type Told =
  | { readonly type: 'begin'; readonly trial: Trial }
  | { readonly type: 'go'; readonly trial: Trial }
  | { readonly type: 'back' }
  | { readonly type: 'vary'; readonly variation: Variation }
  | { readonly type: 'same' }
  | { readonly type: 'leave' };

/** A trial as a machine: one chooses where to begin, acts, and may set a second run beside in which one answer is otherwise. */
export const trialMachine = setup({
  types: {
    context: {} as { readonly trial: Trial | undefined; readonly variation: Variation | undefined },
    events: {} as Told,
  },
  actions: {
    take: assign(({ event }) =>
      event.type === 'begin' || event.type === 'go' ? { trial: event.trial } : {},
    ),
    takeBack: assign(({ context: { trial } }) => ({ trial: trial && takeBack(trial) })),
    vary: assign(({ event }) => (event.type === 'vary' ? { variation: event.variation } : {})),
    forgetVariation: assign({ variation: undefined }),
  },
}).createMachine({
  id: 'trial',
  context: { trial: undefined, variation: undefined },
  initial: 'choosing',
  states: {
    choosing: { on: { begin: { target: 'running', actions: 'take' } } },
    running: {
      initial: 'alone',
      on: {
        go: { actions: 'take' },
        back: { actions: 'takeBack' },
        leave: { target: 'choosing', actions: 'forgetVariation' },
      },
      states: {
        alone: { on: { vary: { target: 'beside', actions: 'vary' } } },
        beside: {
          on: { vary: { actions: 'vary' }, same: { target: 'alone', actions: 'forgetVariation' } },
        },
      },
    },
  },
});
