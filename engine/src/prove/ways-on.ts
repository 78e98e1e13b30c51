/** The ways a move can go from a state, kept by the regions of the facts that it asks or changes: most moves look at few of them. */
import type { Met, Search } from './explore.ts';
import { loadMasks, mannerOf } from './masks.ts';
import type { Move } from './moves.ts';
import { watcherOf } from './skeletons.ts';
import { takeTurn } from './take-move.ts';
import { MOST_TURNS } from './turn.ts';
import { turnsOf } from './turns-of.ts';
import type { Taken } from './view.ts';

/** One way a move can go. */
export type WayOn = {
  readonly taken: Taken;
  /** Regions afterwards of the facts remembered that the move asked or changed; the others stay. */
  readonly changed?: readonly { readonly place: number; readonly mask: number }[];
  /** Moments that happen with it. */
  readonly told: ReadonlySet<string>;
};

/** Every way of the moves from a standing, in the order in which they are found. */
export interface WaysOn {
  of(state: Met, move: Move): readonly WayOn[];
  /** Some move had more ways than are told apart: what is known is not everything. */
  readonly isCut: boolean;
}

/** Ways kept for one search; past these they are found anew each time, so that memory stays bounded. */
const MOST_KEPT = 60_000;

type Kept = { places: readonly number[]; readonly byKey: Map<string, readonly WayOn[]> };

/** Starts with nothing kept; lives as long as one search. */
export function waysOn({ view, remembered }: Pick<Search, 'view' | 'remembered'>): WaysOn {
  const { variables } = view.ground.space;
  const touched = new Uint8Array(variables.length);
  const everyTurn = turnsOf({ ...mannerOf(view, remembered), touched, most: MOST_TURNS });
  const isKept = new Set(remembered);
  const watch = watcherOf(view);
  const start = new Int32Array(variables.length);
  const kept = new Map<Move, Map<number, Kept>>();
  let size = 0;
  let isCut = false;
  let told = new Set<string>();
  const tell = ({ text }: { readonly text: string }) => {
    told.add(text);
  };

  const find = (state: Met, move: Move): readonly WayOn[] => {
    touched.fill(0);
    const known = view.readsRules && view.corrected ? undefined : view.ground.skeletons.of(view, state, move);
    const shared = known && !known.touched.some((index) => isKept.has(index)) && watch(known, state);
    if (shared) return shared;
    const ways: WayOn[] = [];
    const seen = new Set<string>();
    loadMasks(start, state.masks, { view, remembered });
    const isPartial = everyTurn(
      start,
      (turn) => {
        told = new Set();
        return takeTurn(view, state, move, turn, tell);
      },
      (taken, turn) => {
        const changed: { readonly place: number; readonly mask: number }[] = [];
        for (let place = 0; place < remembered.length; place += 1) {
          const mask = turn.after[remembered[place] as number] as number;
          if (mask !== state.masks[place]) changed.push({ place, mask });
        }
        const key = textOf(taken, changed, told);
        if (!seen.has(key)) ways.push({ taken, changed, told });
        seen.add(key);
        return true;
      },
    );
    isCut ||= isPartial;
    return ways;
  };

  return {
    get isCut() {
      return isCut;
    },
    of: (state, move) => {
      // Where nothing is remembered, a state is met once.
      if (remembered.length === 0) return find(state, move);
      const byStanding = kept.get(move) ?? new Map<number, Kept>();
      kept.set(move, byStanding);
      const found = byStanding.get(state.standing.id);
      const known = found?.byKey.get(keyOf(state, found.places));
      if (known) return known;
      const ways = find(state, move);
      if (size >= MOST_KEPT) return ways;
      const places = remembered.flatMap((variable, place) => (touched[variable] === 1 ? [place] : []));
      const isWider = found === undefined || places.some((place) => !found.places.includes(place));
      const store = isWider
        ? { places: [...new Set([...(found?.places ?? []), ...places])], byKey: new Map() }
        : found;
      store.byKey.set(keyOf(state, store.places), ways);
      byStanding.set(state.standing.id, store);
      size += 1;
      return ways;
    },
  };
}

function textOf(
  { standing, monitor, seen, overridden }: Taken,
  changed: NonNullable<WayOn['changed']>,
  told: ReadonlySet<string>,
): string {
  let text = `${standing.id} ${monitor} ${seen}`;
  for (const { place, mask } of changed) text += ` ${place}:${mask}`;
  return told.size + overridden.length > 0 ? `${text} ${[...told, ...overridden].join(' ')}` : text;
}

function keyOf({ monitor, seen, masks }: Met, places: readonly number[]): string {
  let key = String.fromCharCode(monitor + 1, seen & 0xffff, seen >>> 16);
  for (const place of places) {
    const mask = masks[place] as number;
    key += String.fromCharCode(mask & 0xffff, mask >>> 16);
  }
  return key;
}
