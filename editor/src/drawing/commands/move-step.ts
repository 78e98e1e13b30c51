import type { Pack } from '@parcours/engine';
import type { Command } from '../log/command.ts';
import { findState } from '../log/find-state.ts';
import { isHolder } from './add-step.ts';
import { nameOf } from './elements.ts';
import { followOrder } from './follow-order.ts';
import { putInOrder, readingOrder } from './reading-order.ts';
import { trackOf } from './ways.ts';

type Move = {
  readonly id: string;
  readonly into: string;
  /** The neighbour behind which it is read; absent, it is read first. */
  readonly after?: string;
};

/** Moves a step or a stage to another place of the same track; in a line of steps it takes its new place there too. */
export const moveStep: Command<Move> = {
  id: 'move_step',
  can: (pack, { id, into, after }) => {
    const [standing, holder] = [findState(pack.machine, id), findState(pack.machine, into)];
    if (!standing || !holder) return { why: 'gone', names: { id: standing ? into : id } };
    const parent = standing.above.at(-1);
    if (parent === undefined) return { why: 'track_stays' };
    if (trackOf(pack, id) !== trackOf(pack, into)) return { why: 'other_track' };
    if (id === into || holder.above.some((each) => each.id === id)) return { why: 'into_itself' };
    if (!isHolder(pack, into)) return { why: 'step_holds_nothing' };
    if (holder.state.type === 'parallel' && holder.state !== parent) return { why: 'parallel_holds_stages' };
    const regions = [regionOf(standing.above), regionOf([...holder.above, holder.state])];
    if (regions[0] !== regions[1]) return { why: 'other_region' };
    if (after !== undefined && (after === id || holder.state.states?.[after] === undefined))
      return { why: 'gone', names: { id: after } };
    if (parent !== holder.state && Object.keys(standing.siblings).length === 1)
      return { why: 'last_of_stage' };
    return undefined;
  },
  run: (pack, { id, into, after }) => {
    const [standing, holder] = [findState(pack.machine, id), findState(pack.machine, into)];
    const parent = standing?.above.at(-1);
    if (!standing || !holder || !parent) return { places: [`steps/${id}`] };
    followOrder(pack, { id, into, after });
    const isStaying = parent.id === into;
    const order = readingOrder(pack as Pack, holder.state as never).filter((each) => each !== id);
    order.splice(after === undefined ? 0 : order.indexOf(after) + 1, 0, id);
    if (!isStaying) {
      const { state } = standing;
      delete standing.siblings[id];
      if (parent.initial === id) {
        const first = readingOrder(pack as Pack, parent as never)[0];
        if (first !== undefined) parent.initial = first;
      }
      holder.state.states ??= {};
      holder.state.states[id] = state;
      holder.state.initial ??= id;
    }
    putInOrder(pack, holder.state as never, order, id);
    if (
      holder.state.type !== 'parallel' &&
      order[0] !== undefined &&
      holder.state.initial !== undefined &&
      (after === undefined || order[0] !== holder.state.initial)
    )
      holder.state.initial = order[0];
    return { places: [`steps/${id}`] };
  },
  names: (pack, { id, into }) => ({ name: nameOf(pack, 'steps', id), into: nameOf(pack, 'steps', into) }),
};

/** The innermost region of a parallel stage, or the track: no way crosses its edge. */
export function regionOf(
  above: readonly { readonly id: string; readonly type?: string | undefined }[],
): string | undefined {
  for (let index = above.length - 1; index > 0; index -= 1)
    if (above[index - 1]?.type === 'parallel') return above[index]?.id;
  return above[0]?.id;
}
