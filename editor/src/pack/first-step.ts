import type { Pack } from '@parcours/engine';
import type { StepGuide } from '../guidance/types.ts';
import { placedStates, type State } from './states.ts';
import { stepOfPack } from './step-of-pack.ts';

/** The step where a case of this procedure begins, on the main track. */
export function firstStep(pack: Pack): StepGuide | undefined {
  let state: State | undefined = pack.machine.states['main'];
  while (state?.states && state.initial !== undefined) state = state.states[state.initial];
  const placed = placedStates(pack.machine).find(({ id }) => id === state?.id);
  return placed ? stepOfPack(pack, placed) : undefined;
}
