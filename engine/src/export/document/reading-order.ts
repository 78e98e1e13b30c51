import type { MachineState } from '../../procedure/machine.ts';
import type { Pack } from '../../procedure/pack.ts';

/** Tracks in the order in which people read them: `main` first. */
export function readingTracks(pack: Pack): readonly MachineState[] {
  return inOrder(pack, pack.machine.states, 'main');
}

/** The states of a stage or track as people read them: where it begins, then by `order`; where works join is no step to read. */
export function readingChildren(pack: Pack, { states, initial }: MachineState): readonly MachineState[] {
  return inOrder(pack, states ?? {}, initial).filter(
    ({ type, id }) => type !== 'final' || Object.hasOwn(pack.steps, id),
  );
}

function inOrder(
  pack: Pack,
  states: Readonly<Record<string, MachineState>>,
  first: string | undefined,
): readonly MachineState[] {
  const order = ({ id }: MachineState) => (Object.hasOwn(pack.steps, id) ? (pack.steps[id]?.order ?? 0) : 0);
  return Object.values(states)
    .filter(({ type }) => type !== 'history')
    .sort((a, b) => Number(b.id === first) - Number(a.id === first) || order(a) - order(b));
}

/** Reading numbers: `1` for a track, `1.2.3` for a step. */
export function readingNumbers(pack: Pack): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const visit = (state: MachineState, own: string): void => {
    numbers.set(state.id, own);
    for (const [index, child] of readingChildren(pack, state).entries()) visit(child, `${own}.${index + 1}`);
  };
  for (const [index, track] of readingTracks(pack).entries()) visit(track, String(index + 1));
  return numbers;
}
