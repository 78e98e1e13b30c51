/**
 * Decides a sentence by walking: first with every fact free, then remembering only the facts and tracks that a false story needs.
 * The sets only grow, so it ends; a budget ends it earlier, and then it says how far it came.
 */

import { explore, type Found, type Search } from './explore.ts';
import type { Ground } from './ground.ts';
import { tracksOf } from './moment.ts';
import type { WalkedProperty } from './property.ts';
import { pathTo } from './retrace.ts';
import { openIn } from './standing.ts';
import { tryStory } from './try-story.ts';
import type { Reduction, SafeguardVerdict, World } from './verdict.ts';
import type { View } from './view.ts';
import { initialMasks, viewOf } from './view-of.ts';

export type Budget = {
  readonly maxStates: number;
  readonly stop: () => boolean;
  readonly forgetFrom: number;
};
export type Settled = Omit<SafeguardVerdict, 'id'>;

/** What a round walks with. */
type Scope = { readonly tracks: ReadonlySet<string>; readonly remembered: ReadonlySet<number> };

/** Settles one sentence, giving the others their turn after each round; never throws, and never says nothing. */
export function* settle(
  ground: Ground,
  property: WalkedProperty,
  label: Readonly<Record<string, string>>,
  budget: Budget,
): Generator<void, Settled> {
  const named = [
    ...property.tracks,
    ...property.moments.flatMap((moment) => tracksOf(ground.pathway, moment)),
  ];
  const scope: Scope = { tracks: new Set(named.length > 0 ? named : ['main']), remembered: new Set() };
  const tally = { rounds: 0, states: 0, statesInAll: 0, forgot: false };
  const walk = (
    given: Scope,
    corrected: boolean,
    skip: number,
  ): { readonly found: Found; readonly view: View } => {
    const view = viewOf(ground, property, given.tracks, corrected);
    const search: Search = {
      view,
      remembered: sorted(given.remembered),
      initial: initialMasks(ground, corrected),
      ...budget,
    };
    const inspect = property.inspect?.(view, search);
    const found = (property.search ?? explore)({
      ...search,
      maxStates: budget.maxStates - tally.statesInAll,
      skip,
      ...(inspect && { inspect }),
    });
    tally.rounds += 1;
    tally.states = found.states;
    tally.statesInAll += found.states;
    tally.forgot ||= found.forgot === true;
    return { found, view };
  };
  // What is owed is not owed by people who correct facts for ever.
  const wide = property.owed ? undefined : walk(scope, true, 0);
  if (wide?.found.kind === 'none')
    return proved(ground, property, { scope, found: wide.found, tally, world: 'even_if_corrected' });
  if (wide) yield;
  return yield* narrowDown(ground, property, { scope, tally, label, walk });
}

type Walk = (
  scope: Scope,
  corrected: boolean,
  skip: number,
) => { readonly found: Found; readonly view: View };
type Tally = {
  readonly rounds: number;
  readonly states: number;
  readonly statesInAll: number;
  readonly forgot: boolean;
};
type Narrowing = {
  readonly scope: Scope;
  readonly tally: Tally;
  readonly label: Readonly<Record<string, string>>;
  readonly walk: Walk;
};

/** So many stories that cannot be played are passed over before the tracks that were left out are walked too. */
const MOST_UNPLAYED = 6;

function* narrowDown(
  ground: Ground,
  property: WalkedProperty,
  { scope: first, tally, label, walk }: Narrowing,
): Generator<void, Settled> {
  let scope = first;
  let skip = 0;
  let unplayed: { readonly why: string; readonly depth: number } | undefined;
  for (let round = 0; ; round += 1) {
    if (round > 0) yield;
    const { found, view } = walk(scope, false, skip);
    const bounded = (bound: number, why: string): Settled => ({
      ...report(ground, scope, tally),
      verdict: 'bounded',
      bound,
      why,
    });
    const isWide = scope.tracks.size === ground.pathway.tracks.length;
    if (found.kind === 'spent') {
      const why = found.why === 'states' ? 'more states than the budget allows' : 'the caller stopped it';
      return bounded(unplayed ? Math.min(unplayed.depth - 1, found.layer) : found.layer, why);
    }
    if (found.kind === 'unsure') {
      const grown = found.needs && grow(scope, found.needs);
      if (!grown) return bounded(0, found.why);
      scope = grown;
      continue;
    }
    if (found.kind === 'none' && !unplayed)
      return proved(ground, property, { scope, found, tally, world: 'as_collected' });
    // Walking more tracks may make the shorter story play, so a longer one is not yet the shortest.
    const isLonger = !isWide && unplayed && found.kind === 'bad' && found.at.depth > unplayed.depth;
    if (unplayed && (found.kind === 'none' || skip >= MOST_UNPLAYED || isLonger)) {
      if (isWide)
        return bounded(unplayed.depth - 1, `a story was found and could not be played: ${unplayed.why}`);
      scope = widen(ground, scope);
      skip = 0;
      unplayed = undefined;
      continue;
    }
    if (found.kind !== 'bad') continue;
    const tried = tryStory(ground, property, label, { view, found, remembered: scope.remembered });
    if ('story' in tried) {
      const why = found.badness?.what;
      return {
        ...report(ground, scope, tally),
        verdict: 'broken',
        story: tried.story,
        ...(why !== undefined && { why }),
      };
    }
    const grown = 'needs' in tried ? grow(scope, tried.needs) : undefined;
    if ('needs' in tried && !grown)
      return bounded(found.at.depth - 1, 'a story could not be refuted: please report this defect');
    if (grown) {
      scope = grown;
      skip = 0;
      unplayed = undefined;
    } else if ('why' in tried) {
      const isElsewhere = !isWide && pathTo(found.at).some(({ move }) => move?.kind === 'elsewhere');
      skip = isElsewhere ? MOST_UNPLAYED : skip + 1;
      unplayed ??= { why: tried.why, depth: found.at.depth };
    }
  }
}

function proved(
  ground: Ground,
  property: WalkedProperty,
  {
    scope,
    found,
    tally,
    world,
  }: { readonly scope: Scope; readonly found: Found; readonly tally: Tally; readonly world: World },
): Settled {
  const silent = property.spoken.find(({ text }) => !found.happened.has(text));
  const isMet = (id: string) => found.met.some(({ standing }) => openIn(standing).has(id));
  const isEmpty = property.mustMeet && ![...property.mustMeet].some(isMet);
  const collected = world === 'as_collected' ? [{ code: 'as_collected' as const, names: [] }] : [];
  return {
    ...report(ground, scope, tally),
    verdict: 'proved',
    world,
    assumptions: [...(property.assumptions ?? []), ...(found.assumptions ?? []), ...collected],
    ...(silent && { vacuous: `${silent.text} never happens in this pathway` }),
    ...(isEmpty && { vacuous: 'no path comes to the steps named' }),
  };
}

function report(
  { pathway, space }: Ground,
  { tracks, remembered }: Scope,
  { rounds, states, statesInAll, forgot }: Tally,
): Omit<Settled, 'verdict'> {
  const reductions: Reduction[] = ['branched_lazily', 'steps_remembered'];
  if (tracks.size < pathway.tracks.length) reductions.push('tracks_apart');
  if (remembered.size < space.variables.length) reductions.push('facts_free');
  if (forgot) reductions.push('facts_forgotten');
  return {
    states,
    statesInAll,
    rounds,
    remembered: sorted(remembered).map((index) => space.variables[index]?.id ?? ''),
    tracks: pathway.tracks.filter((track) => tracks.has(track)),
    reductions,
    assumptions: [],
  };
}

/** Remembers more facts; undefined when nothing is new. Tracks that are left out may record them at any time. */
function grow(scope: Scope, more: ReadonlySet<number>): Scope | undefined {
  const remembered = new Set([...scope.remembered, ...more]);
  return remembered.size === scope.remembered.size ? undefined : { ...scope, remembered };
}

/** Walks the tracks that write what is remembered, or every track when these are walked already. */
function widen(ground: Ground, { tracks, remembered }: Scope): Scope {
  const { pathway, space } = ground;
  const bases = new Set([...remembered].flatMap((index) => [...(space.variables[index]?.bases ?? [])]));
  const writers = pathway.tracks.filter((track) =>
    [...ground.writtenIn(track)].some((fact) => bases.has(fact)),
  );
  const wider = new Set([...tracks, ...writers]);
  return { remembered, tracks: wider.size > tracks.size ? wider : new Set(pathway.tracks) };
}

function sorted(indexes: ReadonlySet<number>): readonly number[] {
  return [...indexes].sort((a, b) => a - b);
}
