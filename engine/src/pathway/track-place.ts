import type { Position, StateValue } from '../journal/case-file.ts';
import type { Guard } from '../procedure/machine.ts';
import type { Pathway, PathwayState } from './pathway.ts';
import { activeStates } from './step-machine.ts';
import { hears } from './track-event.ts';

/** Where one track stands, history included; the same place is the same object. */
export interface Place {
  /** Unique among the places of all tracks, from 0 without gaps: a slot in an array. */
  readonly id: number;
  readonly track: string;
  /** Number of the track in `pathway.tracks`. */
  readonly index: number;
  readonly value: StateValue;
  readonly history: Position['history'];
  /** Every state of the track that is open, innermost last. */
  readonly states: readonly PathwayState[];
  readonly active: ReadonlySet<string>;
  /** The open states that hear each event. */
  readonly heard: ReadonlyMap<string, readonly PathwayState[]>;
  /** Every leaf is an idle or end step. */
  readonly rests: boolean;
  /** Some open state has an eventless way on: it is read again whenever anything happens. */
  readonly restless: boolean;
  /** What guards of other tracks see of it; places that look the same cannot be told apart from outside. */
  readonly look: string;
}

export interface Places {
  /** The places in which a position leaves the tracks (those numbered, or all), in the order of `pathway.tracks`. */
  of(position: Position, wanted?: ReadonlySet<number>): readonly Place[];
  /** A position put together of places, one for each track, in any order. */
  position(places: Iterable<Place>): Position;
  /** Places that stand for everything that others can see of a track, the look of its start first. */
  looks(track: string): readonly Place[];
}

/** Keeps every place of a pathway, each once. */
export function keepPlaces(pathway: Pathway): Places {
  const { states, tracks } = pathway;
  const seen = statesSeen(pathway);
  const kept = new Map<string, Place>();
  const lookedUp = new Map<string, readonly Place[]>();

  const keep = (track: string, value: StateValue, history: Position['history']): Place => {
    const key = JSON.stringify([track, value, history]);
    const found = kept.get(key);
    if (found) return found;
    const active = activeStates({ value: { [track]: value }, history: {} });
    const open = [...active].flatMap((id) => states.get(id) ?? []);
    const rests = open.every(({ leaf, kind }) => !leaf || kind === 'idle' || kind === 'end');
    const place: Place = {
      id: kept.size,
      track,
      index: tracks.indexOf(track),
      value,
      history,
      states: open,
      active,
      heard: heardBy(pathway, open),
      rests,
      restless: open.some(({ always }) => always.length > 0),
      look: `${rests ? 'rests' : 'open'} ${[...active].filter((id) => seen.has(id)).join(' ')}`,
    };
    kept.set(key, place);
    return place;
  };
  const standing = (leaf: PathwayState): Place =>
    keep(leaf.track, valueAt(states, leaf.track, new Set([...leaf.ancestors, leaf.id])), {});

  return {
    of: ({ value, history }, wanted) =>
      tracks.flatMap((track, index) => {
        if (wanted && !wanted.has(index)) return [];
        const own = Object.entries(history).filter(([id]) => states.get(id)?.track === track);
        return keep(track, value[track] as StateValue, Object.fromEntries(own.sort(byKey)));
      }),
    position: (places) => {
      const all = [...places].sort((a, b) => a.index - b.index);
      return {
        value: Object.fromEntries(all.map(({ track, value }) => [track, value])),
        history: Object.assign({}, ...all.map(({ history }) => history)),
      };
    },
    looks: (track) => {
      const found = lookedUp.get(track);
      if (found) return found;
      const leaves = [...states.values()].filter((state) => state.track === track && state.leaf);
      const byLook = new Map<string, Place>();
      for (const place of [startOf(pathway, track), ...leaves].map(standing)) {
        if (!byLook.has(place.look) && (byLook.size === 0 || !place.restless)) byLook.set(place.look, place);
      }
      const looks = [...byLook.values()];
      lookedUp.set(track, looks);
      return looks;
    },
  };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The state value of a track that stands in some states, everything else at its initial state. */
function valueAt(states: Pathway['states'], id: string, through: ReadonlySet<string>): StateValue {
  const state = states.get(id);
  const inner = (child: string): StateValue => {
    const below = states.get(child);
    return below && below.children.length > 0 ? { [child]: valueAt(states, child, through) } : child;
  };
  if (!state) return {};
  if (state.type === 'parallel') {
    return Object.fromEntries(
      state.children.map((child) => {
        const below = states.get(child);
        return [child, below && below.children.length > 0 ? valueAt(states, child, through) : {}];
      }),
    );
  }
  const chosen = state.children.find((child) => through.has(child)) ?? state.node.initial;
  return chosen === undefined ? {} : inner(chosen);
}

/** The leaf where a track begins. */
function startOf({ states }: Pathway, track: string): PathwayState {
  let state = states.get(track) as PathwayState;
  for (;;) {
    const next = state.type === 'parallel' ? state.children[0] : state.node.initial;
    const inside = next === undefined ? undefined : states.get(next);
    if (!inside) return state;
    state = inside;
  }
}

/** States that some guard names with `in`. */
function statesSeen({ states }: Pathway): ReadonlySet<string> {
  const lists = [...states.values()].flatMap(({ on, always, after, onDone }) => [
    ...[...on.values()].flat(),
    ...always,
    ...[...after.values()].flat(),
    ...onDone,
  ]);
  return new Set(lists.flatMap(({ guard }) => statesNamed(guard)));
}

/** The states a guard asks whether the case stands in. */
export function statesNamed(guard: Guard | undefined): readonly string[] {
  if (guard === undefined || typeof guard === 'string') return [];
  return guard.type === 'in' ? [guard.params.state] : guard.params.of.flatMap(statesNamed);
}

function heardBy({ pack }: Pathway, open: readonly PathwayState[]): Place['heard'] {
  const heard = new Map<string, PathwayState[]>();
  for (const state of open) {
    for (const event of state.on.keys()) {
      if (hears(pack, state, event)) heard.set(event, [...(heard.get(event) ?? []), state]);
    }
  }
  return heard;
}
