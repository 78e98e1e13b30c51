/**
 * Reading candidates (design section 3): in order, stopping at the first that is not *no*. It tells why an event is
 * possible or not before XState takes it; XState's own guards, written by `compile`, read the same way.
 */
import type { Outcome } from '../journal/case-file.ts';
import { guardOutcome, guardRules, type Standing } from './guard-outcome.ts';
import type { Pathway, PathwayCandidate, PathwayState } from './pathway.ts';

export type ReadCandidate = { readonly state: string; readonly candidate: PathwayCandidate };

export type Reading = {
  /** `unheard`: no open state hears it. `closed`: every way on is a sure no. */
  readonly verdict: 'taken' | 'unknown' | 'closed' | 'unheard';
  /** Open states whose list was read, innermost first in each track. */
  readonly heard: readonly string[];
  readonly taken: readonly ReadCandidate[];
  /** Where the reading stopped because nobody can tell. */
  readonly unknown: readonly ReadCandidate[];
  /** Rules named by the candidates that were read, in order. */
  readonly rules: readonly string[];
  /** Tracks that must rest first, when a way on is closed by nothing else. */
  readonly openTracks: readonly string[];
};

type Found = {
  heard: string[];
  taken: ReadCandidate[];
  unknown: ReadCandidate[];
  rules: Set<string>;
  shutByTracks: boolean;
};
type Manner = 'asked' | 'protective' | 'unasked';

/** Reads an event against decided rules. With `withheld` the idle steps of withheld tracks are read too. */
export function readEvent(
  pathway: Pathway,
  standing: Standing,
  event: string,
  options?: { readonly withheld: boolean },
): Reading {
  const open = tracksNotAtRest(pathway, standing.active);
  const found: Found = { heard: [], taken: [], unknown: [], rules: new Set(), shutByTracks: false };
  const manner = mannerOf(pathway, event);
  const visit = (id: string): boolean => {
    const state = pathway.states.get(id);
    if (!state || !standing.active.has(id)) return false;
    const inside = state.children.map(visit).includes(true);
    if (inside || !hears(pathway, state, event, options?.withheld ?? false)) return inside;
    return readList(found, state, state.on.get(event) ?? [], { manner, standing, open });
  };
  for (const track of pathway.tracks) visit(track);
  return {
    verdict: verdictOf(found),
    heard: found.heard,
    taken: found.taken,
    unknown: found.unknown,
    rules: [...found.rules],
    openTracks: found.shutByTracks ? open : [],
  };
}

/** Tracks but `main` that stand in neither an idle nor an end step. */
export function tracksNotAtRest(pathway: Pathway, active: ReadonlySet<string>): readonly string[] {
  return pathway.tracks.filter((track) => track !== 'main' && isTrackOpen(pathway, track, active));
}

/** True while a track stands in a step that is neither idle nor an end. */
export function isTrackOpen({ states }: Pathway, track: string, active: ReadonlySet<string>): boolean {
  return [...active].some((id) => {
    const state = states.get(id);
    return state?.track === track && state.leaf && state.kind !== 'idle' && state.kind !== 'end';
  });
}

function mannerOf({ pack }: Pathway, event: string): Manner {
  const definition = Object.hasOwn(pack.events, event) ? pack.events[event] : undefined;
  if (definition?.when) return 'unasked';
  return definition?.protective ? 'protective' : 'asked';
}

function hears({ pack }: Pathway, state: PathwayState, event: string, withheld: boolean): boolean {
  if (!state.on.has(event)) return false;
  const definition = pack.events[event];
  return withheld || !state.withheld || Boolean(definition?.when && definition.protective);
}

type Manners = { readonly manner: Manner; readonly standing: Standing; readonly open: readonly string[] };

/** True when the list answers, so that XState does not turn to the state around it. */
function readList(
  found: Found,
  state: PathwayState,
  list: readonly PathwayCandidate[],
  { manner, standing, open }: Manners,
): boolean {
  found.heard.push(state.id);
  for (const candidate of list) {
    if (manner === 'unasked' && candidate.measure) continue;
    for (const rule of guardRules(candidate.guard)) found.rules.add(rule);
    const outcome = guardOutcome(candidate.guard, standing);
    if (outcome === 'no') continue;
    if (candidate.closing && open.length > 0) {
      found.shutByTracks = true;
      continue;
    }
    const read = { state: state.id, candidate };
    if (outcome === 'yes') return found.taken.push(read) > 0;
    if (manner === 'asked') return found.unknown.push(read) > 0;
    if (manner === 'protective' && candidate.measure) continue;
    if (manner === 'protective') return found.taken.push(read) > 0;
    const last = list.at(-1);
    if (last && last.guard === undefined) return found.taken.push({ state: state.id, candidate: last }) > 0;
    return found.unknown.push(read) > 0;
  }
  return false;
}

function verdictOf({ heard, taken, unknown }: Found): Reading['verdict'] {
  if (heard.length === 0) return 'unheard';
  if (unknown.length > 0) return 'unknown';
  return taken.length > 0 ? 'taken' : 'closed';
}

/** Every rule named by the ways on of an event in some states, those not read included. */
export function doorRules({ states }: Pathway, heard: readonly string[], event: string): readonly string[] {
  return heard.flatMap((id) =>
    (states.get(id)?.on.get(event) ?? []).flatMap(({ guard }) => guardRules(guard)),
  );
}

/** The outcome of the candidates' rules alone, for messages. */
export function outcomesOf(rules: readonly string[], outcomes: Readonly<Record<string, Outcome>>) {
  return rules.map((rule) => ({ rule, outcome: outcomes[rule] ?? ('unknown' as const) }));
}
