import type { Pack } from '@parcours/engine';

type Machine = Pack['machine'];
export type State = Machine['states'][string];

/** A state with where it stands, in the order the machine is written. */
export type PlacedState = {
  readonly id: string;
  readonly state: State;
  readonly track: string;
  readonly parent: string | undefined;
  readonly leaf: boolean;
};

/** Every state of a machine, parents before children. */
export function placedStates(machine: Machine): readonly PlacedState[] {
  const found: PlacedState[] = [];
  const visit = (state: State, track: string, parent: string | undefined) => {
    const children = Object.values(state.states ?? {});
    found.push({ id: state.id, state, track, parent, leaf: children.length === 0 });
    for (const child of children) visit(child, track, state.id);
  };
  for (const track of Object.values(machine.states)) visit(track, track.id, undefined);
  return found;
}

/** The ids of a reported event's or clock's targets, without their `#`. */
export function targetId(target: string): string {
  return target.replace(/^#/, '');
}

/** Steps in which a case stands, those of tracks that are not open left out. */
export function placesOf(pack: Pack, value: unknown): readonly string[] {
  return leavesOf(value).filter((id) => pack.steps[id]?.kind !== 'idle');
}

/** Leaf states in which a position stands. */
function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(leavesOf);
}
