/**
 * What a move does, told without the facts that only a safeguard asks: where it leads, and what a monitor sees on the way. Found once
 * for all the safeguards that look at the same tracks in the same world and remember nothing; most of them ask no fact of most moves.
 */
import { loadMasks, mannerOf } from './masks.ts';
import { BROKEN, type Happening, type Moment, type Monitor } from './monitor.ts';
import type { Move } from './moves.ts';
import type { Standing } from './standing.ts';
import { takeTurn } from './take-move.ts';
import { MOST_TURNS } from './turn.ts';
import { turnsOf } from './turns-of.ts';
import type { Taken, View } from './view.ts';

type Seen = Omit<Happening, 'holds' | 'held'>;

/** One way of a move: what happens in it, entry by entry, and where it leads. */
type Skeleton = { readonly entries: readonly Seen[]; readonly taken: Omit<Taken, 'monitor'> };

type From = Pick<Taken, 'standing' | 'monitor' | 'seen'>;

/** Skeletons of every move asked for, by how a safeguard looks at the pathway. */
export interface Skeletons {
  /** Undefined when there are too many ways to tell them apart. */
  of(view: View, from: From, move: Move): readonly Skeleton[] | undefined;
}

/** Starts with nothing found; lives as long as the ground. */
export function keepSkeletons(): Skeletons {
  const byLook = new Map<string, Map<string, readonly Skeleton[] | undefined>>();
  return {
    of: (view, { standing, seen }, move) => {
      const look = lookOf(view);
      const kept = byLook.get(look) ?? new Map<string, readonly Skeleton[] | undefined>();
      byLook.set(look, kept);
      const key = `${standing.id} ${seen} ${Object.values(move).join(' ')}`;
      if (kept.has(key)) return kept.get(key);
      const found = findSkeletons(view, standing, seen, move);
      kept.set(key, found);
      return found;
    },
  };
}

/** The ways of a move as one monitor sees them; undefined when it asks facts on the way, or is broken by it. */
export function throughMonitor(
  skeletons: readonly Skeleton[] | undefined,
  monitor: Monitor,
  from: number,
): readonly { readonly taken: Taken; readonly told: ReadonlySet<string> }[] | undefined {
  if (!skeletons) return undefined;
  const ways: { readonly taken: Taken; readonly told: ReadonlySet<string> }[] = [];
  let isAsking = false;
  const ask = () => {
    isAsking = true;
    return false;
  };
  for (const { entries, taken } of skeletons) {
    const told = new Set<string>();
    let state = from;
    for (const entry of entries) {
      state = monitor.step(state, { ...entry, holds: ask, held: ask }, ({ text }: Moment) => told.add(text));
      if (isAsking || state === BROKEN) return undefined;
    }
    ways.push({ taken: { ...taken, monitor: state }, told });
  }
  return ways;
}

/** All that a move reads of a view besides its monitor. */
function lookOf({ tracks, signals, corrected, misses }: View): string {
  const heard = signals.map(({ event, named, bit }) => `${event} ${named} ${bit}`);
  return [corrected, tracks.join(' '), [...misses].join(' '), ...heard].join('|');
}

function findSkeletons(
  view: View,
  standing: Standing,
  seen: number,
  move: Move,
): readonly Skeleton[] | undefined {
  let entries: Seen[] = [];
  const recorder: Monitor = {
    initial: 0,
    step: (_, { event, deadline, left, entered, before, after }) => {
      entries.push({
        ...(event !== undefined && { event }),
        ...(deadline !== undefined && { deadline }),
        left,
        entered,
        before,
        after,
      });
      return 0;
    },
  };
  const watching: View = { ...view, monitor: recorder };
  const start = new Int32Array(view.ground.space.variables.length);
  loadMasks(start, new Int32Array(0), { view, remembered: [] });
  const found = new Map<string, Skeleton>();
  const isCut = turnsOf({ ...mannerOf(view, []), most: MOST_TURNS })(
    start,
    (turn) => {
      entries = [];
      return takeTurn(watching, { standing, monitor: 0, seen }, move, turn, () => {});
    },
    ({ standing: to, seen: bits, overridden }) => {
      const told = entries.map(
        ({ event, left, entered }) => `${event ?? ''}<${left.join()}>${entered.join()}`,
      );
      const key = [to.id, bits, overridden.join(), ...told].join('|');
      if (!found.has(key)) found.set(key, { entries, taken: { standing: to, seen: bits, overridden } });
      return true;
    },
  );
  return isCut ? undefined : [...found.values()];
}
