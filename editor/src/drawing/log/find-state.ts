import type { Pack } from '@parcours/engine';
import type { Draft } from 'immer';
import type { OpenPack } from './command.ts';

export type MachineState = Pack['machine']['states'][string];
export type OpenState = OpenPack['machine']['states'][string];
type States<S> = { [id: string]: S };

/** A state where it stands: the map it is a member of, and the states around it, the track first. */
export type Standing<S> = {
  readonly state: S;
  readonly siblings: States<S>;
  readonly above: readonly S[];
};

/** The state with an id, to read or (in an open pack) to change; undefined when there is none. */
export function findState(machine: OpenPack['machine'], id: string): Standing<OpenState> | undefined;
export function findState(machine: Pack['machine'], id: string): Standing<MachineState> | undefined;
export function findState(machine: { states: States<Nested> }, id: string): Standing<Nested> | undefined {
  return search(machine.states, id, []);
}

type Nested = { states?: States<Nested> | undefined };

function search(states: States<Nested>, id: string, above: readonly Nested[]): Standing<Nested> | undefined {
  if (Object.hasOwn(states, id)) {
    const state = states[id];
    return state && { state, siblings: states, above };
  }
  for (const state of Object.values(states)) {
    const found = state.states && search(state.states, id, [...above, state]);
    if (found) return found;
  }
  return undefined;
}

/** A state and everything inside it. */
export function* statesWithin<S extends { states?: States<S> | undefined }>(state: S): Generator<S> {
  yield state;
  for (const child of Object.values(state.states ?? {})) yield* statesWithin(child);
}

/** Every state of the machine, parents before children. */
export function* allStates<S extends { states?: States<S> | undefined }>(machine: {
  states: States<S>;
}): Generator<S> {
  for (const track of Object.values(machine.states)) yield* statesWithin(track);
}

type StepOf = Exclude<Pack['steps'][string], { readonly kind: 'stage' | 'track' }>;

/** What a step says of itself, to be changed; undefined for a stage, a track, and what is not there. */
export function openStep(pack: OpenPack, id: string): Draft<StepOf> | undefined {
  const entry = Object.hasOwn(pack.steps, id) ? pack.steps[id] : undefined;
  return entry && entry.kind !== 'stage' && entry.kind !== 'track' ? (entry as Draft<StepOf>) : undefined;
}
