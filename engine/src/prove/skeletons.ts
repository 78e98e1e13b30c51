/**
 * What a move does, told without the facts that only a safeguard asks: where it leads, and what a monitor sees on the way. Found once
 * for all the safeguards that look at the same tracks in the same world and remember no fact of it; most of them ask none either.
 */
import type { Pathway } from '../pathway/pathway.ts';
import type { Place } from '../pathway/track-place.ts';
import { sightOf, watchedBy } from '../pathway/watched-tracks.ts';
import type { FactSpace } from './fact-space.ts';
import { type Formula, indexesIn } from './formula.ts';
import { BROKEN, type Happening, type Moment, type Monitor } from './monitor.ts';
import type { Move } from './moves.ts';
import { isClosed } from './reported-step.ts';
import { openIn, type Standing, standingOf } from './standing.ts';
import { takeTurn } from './take-move.ts';
import { LINK, MOST_TURNS, type Turn } from './turn.ts';
import { turnsOf } from './turns-of.ts';
import type { Taken, View } from './view.ts';

/** What happens in one entry, and where it puts the tracks that it moves. */
type Seen = Pick<Happening, 'event' | 'deadline' | 'again' | 'left' | 'entered'> & {
  readonly to: readonly Place[];
};

/** One way of a move, entry by entry. */
type Skeleton = { readonly entries: readonly Seen[] } & Pick<Taken, 'seen' | 'overridden'>;

type From = Pick<Taken, 'standing' | 'monitor' | 'seen'>;

/**
 * Every way of a move, and the variables that it asks or changes: where none of them is remembered, it goes so. What reads none of
 * those that it changes (1 for each) does not turn with it.
 */
export type Told = {
  readonly ways: readonly Skeleton[];
  readonly touched: readonly number[];
  readonly changed: Uint8Array;
};

/** Skeletons of every move asked for, by how a safeguard looks at the pathway. */
export interface Skeletons {
  /** Undefined when there are too many ways to tell them apart. */
  of(view: View, from: From, move: Move): Told | undefined;
}

/** What was found of one move, by where the tracks stand that it reads; those numbered are read. */
type KeptMove = { readonly read: Uint8Array; readonly found: Map<number | string, Told | undefined> };

/** What was found for one way of looking at the pathway, by move: the same move may be another object. */
type Kept = {
  readonly tracks: (move: Move) => readonly string[];
  readonly byText: Map<string, KeptMove>;
  readonly byMove: WeakMap<Move, KeptMove>;
};

/** Starts with nothing found; lives as long as the ground. */
export function keepSkeletons(pathway: Pathway, space: Pick<FactSpace, 'variables'>): Skeletons {
  const byLook = new Map<string, Kept>();
  const looks = new WeakMap<View, Kept>();
  const tracksRead = readBy(pathway);
  const find = finder(space);
  const keptFor = (view: View): Kept => {
    const known = looks.get(view);
    if (known) return known;
    const look = lookOf(view);
    const kept = byLook.get(look) ?? {
      tracks: tracksRead(view),
      byText: new Map(),
      byMove: new WeakMap(),
    };
    byLook.set(look, kept);
    looks.set(view, kept);
    return kept;
  };
  const keptMove = ({ tracks, byText, byMove }: Kept, move: Move): KeptMove => {
    const known = byMove.get(move);
    if (known) return known;
    const text = textOf(move);
    const read = tracks(move);
    const kept = byText.get(text) ?? {
      read: Uint8Array.from(pathway.tracks, (track) => (read.includes(track) ? 1 : 0)),
      found: new Map(),
    };
    byText.set(text, kept);
    byMove.set(move, kept);
    return kept;
  };
  return {
    of: (view, { standing, seen }, move) => {
      const { read, found } = keptMove(keptFor(view), move);
      const key = keyOf(standing, seen, read);
      const known = found.get(key);
      if (known || found.has(key)) return known;
      const told = find(view, standing, seen, move);
      found.set(key, told);
      return told;
    },
  };
}

/** All that a move reads of where a case stands: a number while it fits one. */
function keyOf(standing: Standing, seen: number, read: Uint8Array): number | string {
  let key = seen * 2 + (isClosed(standing) ? 1 : 0);
  let text: string | undefined;
  for (const { index, id } of standing.places) {
    if (read[index] !== 1) continue;
    if (text !== undefined) text += ` ${id}`;
    else if (key < LARGEST_KEY && id < MOST_PLACES) key = key * MOST_PLACES + id + 1;
    else text = `${key} ${id}`;
  }
  return text ?? key;
}

const MOST_PLACES = 4_095;
const LARGEST_KEY = 2 ** 40;

/** The tracks whose places a move may read: those that may move with it or with a signal after it, and what their guards see. */
function readBy(pathway: Pathway): (view: View) => (move: Move) => readonly string[] {
  const { states, tracks, hearers } = pathway;
  const restless = [...states.values()].flatMap(({ always, track }) => (always.length > 0 ? [track] : []));
  const listening = (event: string) =>
    (hearers.get(event) ?? []).map((id) => states.get(id)?.track ?? 'main');
  const sight = new Map(tracks.map((track) => [track, [...sightOf(watchedBy(pathway, track))]]));
  return ({ signals }) => {
    const always = [...restless, ...signals.flatMap(({ event }) => listening(event))];
    return (move) => {
      const own =
        'event' in move
          ? listening(move.event)
          : 'deadline' in move
            ? [states.get(move.state)?.track ?? 'main']
            : [];
      const moving = [...always, ...own];
      const seen = moving.flatMap((track) =>
        (sight.get(track) ?? []).map((index) => tracks[index] as string),
      );
      return [...new Set([...moving, ...seen])];
    };
  };
}

function textOf(move: Move): string {
  if ('event' in move) return `${move.kind} ${move.event}`;
  if ('deadline' in move) return `${move.kind} ${move.deadline} ${move.state}`;
  return 'signal' in move ? `${move.kind} ${move.signal}` : move.kind;
}

/** One way of a move as a monitor sees it. */
export type Watched = { readonly taken: Taken; readonly told: ReadonlySet<string> };

/** Reads skeletons as the monitor of a view sees them; undefined when it asks facts on the way, or is broken by it. */
export function watcherOf({
  ground: { steps },
  monitor,
  readsRules,
}: View): (known: Told, from: From) => readonly Watched[] | undefined {
  let told: Set<string> | undefined;
  let isAsking = false;
  let changes: Uint8Array = NONE_CHANGED;
  const ask = () => {
    isAsking = true;
    return false;
  };
  const tell = ({ text }: Moment) => {
    told ??= new Set();
    told.add(text);
  };
  const turned = (formula: Formula): boolean => {
    for (const index of indexesIn(formula)) if (changes[index] === 1) return ask();
    return false;
  };
  let was: Standing | undefined;
  let is: Standing | undefined;
  // One happening for all: no monitor keeps it, and where a case stands is put together only for those who ask.
  const happening: { -readonly [K in keyof Happening]: Happening[K] } = {
    event: undefined,
    deadline: undefined,
    again: undefined,
    left: [],
    entered: [],
    get before() {
      return was ? openIn(was) : NOTHING;
    },
    get after() {
      return is ? openIn(is) : NOTHING;
    },
    holds: ask,
    held: ask,
    turned,
  };
  return ({ ways: skeletons, changed }, { standing, monitor: from }) => {
    const ways: Watched[] = [];
    isAsking = false;
    changes = changed;
    for (const { entries, seen, overridden } of skeletons) {
      told = undefined;
      let state = from;
      is = standing;
      for (const { event, deadline, again, left, entered, to } of entries) {
        if (again && !readsRules) continue;
        was = is;
        if (to.length > 0) is = steps.put(is, to);
        happening.event = event;
        happening.deadline = deadline;
        happening.again = again;
        happening.left = left;
        happening.entered = entered;
        state = monitor.step(state, happening, tell);
        if (isAsking || state === BROKEN) return undefined;
      }
      ways.push({ taken: { standing: is, seen, overridden, monitor: state }, told: told ?? NOTHING });
    }
    return ways;
  };
}

const NOTHING: ReadonlySet<string> = new Set();
const NONE_CHANGED = new Uint8Array();

/** All that a move reads of a view besides its monitor. */
function lookOf({ tracks, signals, corrected, misses }: View): string {
  const heard = signals.map(({ event, named, bit }) => `${event} ${named} ${bit}`);
  return [corrected, tracks.join(' '), [...misses].join(' '), ...heard].join('|');
}

/** One runner for all: what it runs is set before each run. */
function finder({ variables }: Pick<FactSpace, 'variables'>) {
  const touched = new Uint8Array(variables.length);
  const exact = new Uint8Array(variables.length);
  const everyTurn = turnsOf({ variables, exact, touched, most: MOST_TURNS });
  const start = Int32Array.from(variables, ({ full }) => full);
  let changed = new Uint8Array(0);
  let entries: Seen[] = [];
  let found = new Map<string, Skeleton>();
  let watching: View;
  let from: From;
  let way: Move;
  const recorder: Monitor = {
    initial: 0,
    step: (_, { event, deadline, again, left, entered, before, after }) => {
      const to = after === before ? STILL : movedTo(before, after);
      entries.push({ event, deadline, again, left, entered, to });
      return 0;
    },
  };
  const run = (turn: Turn): Taken | undefined => {
    entries = [];
    return takeTurn(watching, from, way, turn, ignore);
  };
  const tell = ({ standing: to, seen, overridden }: Taken, { linkNow, asked }: Turn): boolean => {
    for (let index = 0; index < changed.length; index += 1)
      if (linkNow[index] !== LINK.same) changed[index] = 1;
    for (const index of asked) changed[index] = 1;
    let key = `${to.id}|${seen}|${overridden.join()}`;
    for (const { event, left, entered } of entries) key += `|${event ?? ''}<${left.join()}>${entered.join()}`;
    if (!found.has(key)) found.set(key, { entries, seen, overridden });
    return true;
  };
  return (view: View, standing: Standing, seen: number, move: Move): Told | undefined => {
    found = new Map();
    touched.fill(0);
    changed = new Uint8Array(variables.length);
    // Whether facts are asked again is told in any case: who reads no rules passes over it.
    watching = { ...view, monitor: recorder, readsRules: true };
    from = { standing, monitor: 0, seen };
    way = move;
    const isCut = everyTurn(start, run, tell);
    if (isCut) return undefined;
    const asked = variables.flatMap(({ index }) => (touched[index] === 1 ? [index] : []));
    return { ways: [...found.values()], touched: asked, changed };
  };
}

const STILL: readonly Place[] = [];

/** Places that differ between two standings. */
function movedTo(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly Place[] {
  const earlier = standingOf(before)?.places ?? [];
  return (standingOf(after)?.places ?? []).filter((place) => !earlier.includes(place));
}

function ignore(): void {}
