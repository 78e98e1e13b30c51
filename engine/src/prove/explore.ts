/**
 * Breadth first over where the explored tracks stand, the monitor, and the regions still possible of the facts remembered. Every other
 * fact is free at each move and of one value within it. The first bad state met has the shortest story.
 */
import { BROKEN } from './monitor.ts';
import { doneAt, hasLength, type Move, missesAt } from './moves.ts';
import type { Standing } from './standing.ts';
import { openTurn, takeTurn } from './take-move.ts';
import type { Place } from './track-place.ts';
import { type Manner, turnsOf } from './turn.ts';
import type { Assumption } from './verdict.ts';
import type { Taken, View } from './view.ts';

/** A state met, and how. */
export type Met = {
  readonly index: number;
  readonly standing: Standing;
  readonly monitor: number;
  readonly seen: number;
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
  /** Looks at each state met; what it tells ends the search. */
  readonly inspect?: (met: Met) => Badness | undefined;
  /** Bad states to pass over, because their stories could not be played. */
  readonly skip?: number;
  /** Is told every move that can be made, and the moments that happen with it. */
  readonly onEdge?: (edge: {
    readonly from: Met;
    readonly to: Met;
    readonly move: Move;
    readonly told: ReadonlySet<string>;
  }) => void;
};

export type Found = {
  readonly states: number;
  /** Moments that happened, as the pack writes them. */
  readonly happened: ReadonlySet<string>;
  readonly met: readonly Met[];
  /** Bad states met, those passed over included. */
  readonly skipped: number;
  readonly assumptions?: readonly Assumption[];
} & (
  | { readonly kind: 'none' }
  | { readonly kind: 'bad'; readonly at: Met; readonly badness?: Badness }
  /** `layer`: every story of so many moves was looked at. */
  /** Nothing was found, and yet it is not sure; remembering some variables may tell. */
  | { readonly kind: 'unsure'; readonly why: string; readonly needs?: ReadonlySet<number> }
  | { readonly kind: 'spent'; readonly layer: number; readonly why: 'states' | 'stopped' }
);

const POLL_EVERY = 64;

/** Walks until something bad is met, everything was met, or the budget is spent. */
export function explore(search: Search): Found {
  const { view, remembered, initial, maxStates, stop } = search;
  const { variables } = view.ground.space;
  const everyTurn = turnsOf(mannerOf(view, remembered));
  const moves = new Map<Standing, readonly Move[]>();
  const met: Met[] = [];
  const known = new Map<string, Met>();
  const happened = new Set<string>();
  let now = new Set<string>();
  const told = ({ text }: { readonly text: string }) => {
    happened.add(text);
    now.add(text);
  };
  let bad: { readonly at: Met; readonly badness?: Badness } | undefined;
  let skipped = 0;
  const found = (at: Met, badness?: Badness) => {
    skipped += 1;
    if (skipped > (search.skip ?? 0)) bad = { at, ...(badness && { badness }) };
  };

  const meet = (taken: Taken, after: Int32Array, how: Pick<Met, 'from' | 'move'>): boolean => {
    if (bad) return false;
    const masks = new Int32Array(remembered.length);
    remembered.forEach((variable, place) => {
      masks[place] = after[variable] as number;
    });
    const key = keyOf(taken, masks);
    const again = taken.monitor === BROKEN ? undefined : known.get(key);
    const state: Met = again ?? {
      index: met.length,
      ...taken,
      masks,
      depth: (how.from?.depth ?? -1) + 1,
      ...how,
    };
    if (how.from && how.move) search.onEdge?.({ from: how.from, to: state, move: how.move, told: now });
    if (again) return true;
    if (taken.monitor === BROKEN) {
      found(state);
      return !bad;
    }
    known.set(key, state);
    met.push(state);
    const badness = search.inspect?.(state);
    if (badness) found(state, badness);
    return !bad;
  };

  everyTurn(
    initial,
    (turn) => openTurn(view, turn, told),
    (taken, turn) => meet(taken, turn.after, {}),
  );
  const start = new Int32Array(variables.length);
  for (let next = 0; next < met.length && !bad; next += 1) {
    const state = met[next] as Met;
    const why = met.length > maxStates ? 'states' : next % POLL_EVERY === 0 && stop() ? 'stopped' : undefined;
    if (why) return { kind: 'spent', states: met.length, happened, met, skipped, layer: state.depth, why };
    loadMasks(start, state.masks, search);
    const open = moves.get(state.standing) ?? movesFrom(view, state.standing, remembered);
    moves.set(state.standing, open);
    for (const move of open) {
      everyTurn(
        start,
        (turn) => {
          now = new Set();
          return takeTurn(view, state, move, turn, told);
        },
        (taken, turn) => meet(taken, turn.after, { from: state, move }),
      );
      if (bad) break;
    }
  }
  const common = { states: met.length, happened, met, skipped };
  return bad ? { kind: 'bad', ...common, ...bad } : { kind: 'none', ...common };
}

/** Masks are exact for what is remembered. */
export function mannerOf({ ground }: View, remembered: Iterable<number>): Manner {
  const exact = new Uint8Array(ground.space.variables.length);
  for (const index of remembered) exact[index] = 1;
  return { variables: ground.space.variables, exact };
}

/** Facts not remembered are free. */
export function loadMasks(
  start: Int32Array,
  masks: Int32Array,
  { view, remembered }: Pick<Search, 'view' | 'remembered'>,
): void {
  for (const { index, full } of view.ground.space.variables) start[index] = full;
  remembered.forEach((variable, place) => {
    start[variable] = masks[place] as number;
  });
}

/** Everything that can happen next, as far as the safeguard can tell. */
export function movesFrom(view: View, standing: Standing, remembered: readonly number[]): readonly Move[] {
  const { ground, corrected, readsRules } = view;
  const { places } = standing;
  const plain = places.flatMap((place) => placeMoves(view, place));
  const signals = ground.pathway.signals.filter(({ event, rule }) => {
    const isNamed = view.signals.some((signal) => signal.event === event && signal.named);
    const isHeard = places.some(({ heard, restless }) => restless || heard.has(event));
    return isNamed || isHeard || readsRules || touches(view, rule, remembered);
  });
  const isRestless =
    view.tracks.length < ground.pathway.tracks.length && places.some(({ restless }) => restless);
  const elsewhere: readonly Move[] = [{ kind: 'elsewhere' }];
  if (corrected) {
    const corrections: readonly Move[] = signals.length > 0 || readsRules ? [{ kind: 'correct' }] : [];
    return [...plain, ...corrections, ...(isRestless ? elsewhere : [])];
  }
  const records = signals.map(({ event }): Move => ({ kind: 'record', signal: event }));
  const isTouched = view.elsewhere.some((fact) =>
    ground.space.followFrom.get(fact)?.some(({ index }) => remembered.includes(index)),
  );
  const isConcerned = (readsRules && view.elsewhere.length > 0) || isTouched || isRestless;
  return [...plain, ...records, ...(isConcerned ? elsewhere : [])];
}

function placeMoves({ ground, corrected, misses }: View, place: Place): readonly Move[] {
  const { pathway } = ground;
  const all = ground.movesAt(place);
  const moves = corrected
    ? all
    : all.filter((move) => move.kind !== 'pass' || hasLength(pathway.pack, move.deadline));
  const more = [
    ...(corrected ? doneAt(pathway, place) : []),
    ...(misses.size > 0 ? missesAt(pathway, place, misses) : []),
  ];
  return more.length > 0 ? [...moves, ...more] : moves;
}

/** True when recording what sets a signal off changes a fact remembered. */
function touches({ ground }: View, rule: string, remembered: readonly number[]): boolean {
  if (remembered.length === 0) return false;
  const facts = ground.pathway.program.names(`rule:${rule}`).facts;
  return remembered.some((index) =>
    [...(ground.space.variables[index]?.bases ?? [])].some((base) => facts.has(base)),
  );
}

/** A state as a short text: standing and masks in two units each, the monitor and what was seen in one. */
function keyOf({ standing: { id }, monitor, seen }: Taken, masks: Int32Array): string {
  let key = String.fromCharCode(monitor + 1, seen, id & 0xffff, id >>> 16);
  for (const mask of masks) key += String.fromCharCode(mask & 0xffff, mask >>> 16);
  return key;
}
