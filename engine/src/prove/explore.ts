/**
 * Breadth first over where the explored tracks stand, the monitor, and the regions still possible of the facts remembered. Every other
 * fact is free at each move and of one value within it. The first bad state met has the shortest story.
 */

import { type Forget, liveFacts } from './live-facts.ts';
import { mannerOf } from './masks.ts';
import { BROKEN } from './monitor.ts';
import type { Move } from './moves.ts';
import { movesFrom } from './moves-from.ts';
import type { Standing } from './standing.ts';
import { openTurn } from './take-move.ts';
import { MOST_TURNS } from './turn.ts';
import { turnsOf } from './turns-of.ts';
import type { Assumption } from './verdict.ts';
import type { Taken, View } from './view.ts';
import { waysOn } from './ways-on.ts';

/** A state met, and how. */
export type Met = {
  readonly index: number;
  readonly standing: Standing;
  readonly monitor: number;
  readonly seen: number;
  /** Rules that somebody overrode on the way here. */
  readonly overridden: readonly string[];
  /** Regions of the facts remembered, in their order. */
  readonly masks: Int32Array;
  readonly depth: number;
  readonly from?: Met;
  readonly move?: Move;
};

/** Regions that make a state bad, by variable; a state that is bad whatever its facts has none. */
export type Cell = ReadonlyMap<number, number>;

/** What a state shows when it is looked at by itself: a bad cell of its facts, and in what words. */
export type Badness = {
  readonly cell: Cell;
  readonly what: string;
  /** Nobody can do anything there. */
  readonly deadEnd?: true;
};

export type Search = {
  readonly view: View;
  /** Variables remembered, sorted. */
  readonly remembered: readonly number[];
  /** Regions of every variable when a case opens. */
  readonly initial: Int32Array;
  readonly maxStates: number;
  readonly stop: () => boolean;
  /** Finds out from so many states on what nothing reads any more, and forgets it. */
  readonly forgetFrom: number;
  /** Looks at each state met; what it tells ends the search. */
  readonly inspect?: (met: Met) => Badness | undefined;
  /** Bad states to pass over, because their stories could not be played. */
  readonly skip?: number;
  /** Is told every move that can be made, and the moments that happen with it; true when it keeps it, for the budget. */
  readonly onEdge?: (edge: {
    readonly from: Met;
    readonly to: Met;
    readonly move: Move;
    readonly told: ReadonlySet<string>;
  }) => boolean;
};

export type Found = {
  readonly states: number;
  /** Moments that happened, as the pack writes them. */
  readonly happened: ReadonlySet<string>;
  readonly met: readonly Met[];
  /** Bad states met, those passed over included. */
  readonly skipped: number;
  readonly assumptions?: readonly Assumption[];
  /** Some fact was forgotten, because nothing reads it any more. */
  readonly forgot?: true;
} & (
  | { readonly kind: 'none' }
  | { readonly kind: 'bad'; readonly at: Met; readonly badness?: Badness }
  /** `layer`: every story of so many moves was looked at. */
  /** Nothing was found, and yet it is not sure; remembering some variables may tell. */
  | { readonly kind: 'unsure'; readonly why: string; readonly needs?: ReadonlySet<number> }
  | { readonly kind: 'spent'; readonly layer: number; readonly why: 'states' | 'stopped' }
);

const POLL_EVERY = 64;

/** A state is compared with so many others that stand alike, to see whether it lies within one of them. */
const MOST_COMPARED = 64;

/** A caller may keep so many moves for each state of the budget. */
const EDGES_PER_STATE = 10;

/** Walks until something bad is met, everything was met, or the budget is spent. */
export function explore(search: Search): Found {
  const { view, remembered, initial, maxStates, stop } = search;
  const ways = waysOn(search);
  const moves = new Map<Standing, readonly Move[]>();
  const met: Met[] = [];
  const known = new Map<string | number, Met>();
  const widest = new Map<string, Met[]>();
  const happened = new Set<string>();
  let bad: { readonly at: Met; readonly badness?: Badness } | undefined;
  let skipped = 0;
  const found = (at: Met, badness?: Badness) => {
    skipped += 1;
    if (skipped > (search.skip ?? 0)) bad = { at, ...(badness && { badness }) };
  };

  let forget: Forget | undefined;
  let reading = remembered.length > 0 ? liveFacts(search) : undefined;
  let read = 0;
  let forgot: true | undefined;
  // What is read is found out place by place, no faster than states are met: a search that ends soon does not wait for it.
  const forgetWhenMany = (): void => {
    const most = search.forgetFrom === 0 ? Number.POSITIVE_INFINITY : met.length - search.forgetFrom;
    for (; reading && read < most; read += 1) {
      const step = reading.next();
      if (!step.done) continue;
      forget = step.value;
      reading = undefined;
    }
  };
  const meet = (taken: Taken, given: Int32Array, from?: Met, move?: Move): Met => {
    const masks = forget?.(taken, given) ?? given;
    if (masks !== given) forgot = true;
    const broken = taken.monitor === BROKEN;
    const place = masks.length > 0 ? keyOf(taken) : '';
    const key = masks.length > 0 ? place + textOf(masks) : shortKeyOf(taken);
    const alike = broken || masks.length === 0 ? undefined : widest.get(place);
    const again = broken
      ? undefined
      : (known.get(key) ?? alike?.find((state) => isWithin(masks, state.masks)));
    if (again) return again;
    const { standing, monitor, seen, overridden } = taken;
    const index = met.length;
    const state: Met =
      from && move
        ? { index, standing, monitor, seen, overridden, masks, depth: from.depth + 1, from, move }
        : { index, standing, monitor, seen, overridden, masks, depth: 0 };
    if (broken) {
      found(state);
      return state;
    }
    known.set(key, state);
    if (!alike) {
      if (masks.length > 0) widest.set(place, [state]);
    } else if (alike.unshift(state) > MOST_COMPARED) alike.pop();
    met.push(state);
    const badness = search.inspect?.(state);
    if (badness) found(state, badness);
    return state;
  };

  forgetWhenMany();
  const isCut = turnsOf({ ...mannerOf(view, remembered), most: MOST_TURNS })(
    initial,
    (turn) => openTurn(view, turn, ({ text }) => happened.add(text)),
    (taken, turn) => {
      const masks = Int32Array.from(remembered, (variable) => turn.after[variable] as number);
      meet(taken, masks);
      return !bad;
    },
  );
  const spent = (layer: number, why: 'states' | 'stopped'): Found => ({
    kind: 'spent',
    states: met.length,
    happened,
    met,
    skipped,
    ...(forgot && { forgot }),
    layer,
    why,
  });
  let edges = 0;
  for (let next = 0; next < met.length && !bad; next += 1) {
    const state = met[next] as Met;
    forgetWhenMany();
    if (met.length > maxStates || edges > maxStates * EDGES_PER_STATE || isCut || ways.isCut)
      return spent(state.depth, 'states');
    if (next % POLL_EVERY === 0 && stop()) return spent(state.depth, 'stopped');
    const open = moves.get(state.standing) ?? movesFrom(view, state.standing, remembered);
    moves.set(state.standing, open);
    for (const move of open) {
      for (const { taken, changed, told } of ways.of(state, move)) {
        let { masks } = state;
        if (changed !== undefined && changed.length > 0) {
          masks = masks.slice();
          for (const { place, mask } of changed) masks[place] = mask;
        }
        const to = meet(taken, masks, state, move);
        for (const text of told) happened.add(text);
        if (search.onEdge?.({ from: state, to, move, told })) edges += 1;
        if (bad) break;
      }
      if (bad) break;
    }
  }
  if (!bad && ways.isCut) return spent(met.at(-1)?.depth ?? 0, 'states');
  const common = { states: met.length, happened, met, skipped, ...(forgot && { forgot }) };
  return bad ? { kind: 'bad', ...common, ...bad } : { kind: 'none', ...common };
}

/** A state but for its facts, as a short text: standing and what was seen in two units each, the monitor in one. */
function keyOf({ standing: { id }, monitor, seen }: Taken): string {
  return String.fromCharCode(monitor + 1, seen & 0xffff, seen >>> 16, id & 0xffff, id >>> 16);
}

/** The same, as a number while it fits a small one. */
function shortKeyOf(taken: Taken): string | number {
  const { standing, monitor, seen } = taken;
  return seen === 0 && monitor < 63 && standing.id < 2 ** 24 ? standing.id * 64 + monitor + 1 : keyOf(taken);
}

function textOf(masks: Int32Array): string {
  let text = '';
  for (const mask of masks) text += String.fromCharCode(mask & 0xffff, mask >>> 16);
  return text;
}

/** What can happen from some facts can happen from more of them, so that a state within another need not be walked. */
function isWithin(masks: Int32Array, wider: Int32Array): boolean {
  for (let place = 0; place < masks.length; place += 1) {
    if (((masks[place] as number) & ~(wider[place] as number)) !== 0) return false;
  }
  return true;
}
