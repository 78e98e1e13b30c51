/**
 * After `a`, `b` is owed. A walk may keep from paying for ever in four ways, told apart: it stands where nobody must act, it stands
 * where nobody can, it can no longer come to `b`, or people go round in a circle. The first three break the sentence, the last is
 * told as an assumption. Whoever has a deadline is taken to act by its end.
 */

import { countsFromInstant } from '../calendar/duration.ts';
import type { PathwayState } from '../pathway/pathway.ts';
import { carriedDeadlines } from './carried-deadlines.ts';
import { recordedBy } from './collects.ts';
import { type Badness, explore, type Found, type Met, type Search } from './explore.ts';
import { findLoops } from './find-loops.ts';
import { loadMasks } from './masks.ts';
import type { Moment } from './monitor.ts';
import type { Move } from './moves.ts';
import { movesFrom } from './moves-from.ts';
import { OWED } from './safety-monitors.ts';
import { longestMinutes, shortestMinutes } from './span-length.ts';
import { openIn } from './standing.ts';
import { leavingDeadlines } from './state-sets.ts';
import { takeTurn } from './take-move.ts';
import { turnsOf } from './turns-of.ts';
import { narrower, uncovered } from './uncovered.ts';
import type { Assumption } from './verdict.ts';
import { worstTime } from './worst-time.ts';

/** A move made while something was owed; `paid` when it was paid then, though it may be owed anew. */
export type Edge = { readonly from: Met; readonly to: Met; readonly move: Move; readonly paid: boolean };

export type Owed = { readonly b: Moment; readonly within?: string | undefined };

/** Walks everything, then looks at what is owed. */
export function searchOwed({ b, within }: Owed): (search: Search) => Found {
  return (search) => {
    const edges: Edge[] = [];
    const found = explore({
      ...search,
      inspect: (at) => (at.monitor === OWED ? standstill(search, at, { b, within }) : undefined),
      onEdge: ({ from, to, move, told }) => {
        if (from.monitor !== OWED) return false;
        edges.push({ from, to, move, paid: to.monitor !== OWED || told.has(b.text) });
        return true;
      },
    });
    if (found.kind !== 'none') return found;
    const owed = found.met.filter(({ monitor }) => monitor === OWED);
    const ends = deadEnds(search, owed, b);
    if (ends === 'stopped') return { ...found, kind: 'spent', layer: 0, why: 'stopped' };
    const { bad, looked } = ends;
    const trapped = bad.filter(({ at, badness }) => badness.deadEnd || !mayPay(at, edges));
    const chosen = trapped[(search.skip ?? 0) - found.skipped];
    if (chosen) return { ...found, kind: 'bad', ...chosen };
    if (bad.length > 0 && trapped.length === 0) {
      const needs = new Set(bad.flatMap(({ badness }) => [...badness.cell.keys()]));
      return { ...found, kind: 'unsure', why: `perhaps ${bad[0]?.badness.what}`, needs };
    }
    if (bad.length > 0 || found.skipped > 0) return found;
    const loops = findLoops(search, owed, edges);
    const assumptions: Assumption[] = [
      { code: 'deadlines_are_kept', names: [] },
      ...(looked ? [{ code: 'other_tracks_rest' as const, names: [] }] : []),
      ...(loops.length > 0 && within === undefined ? [{ code: 'loops_end' as const, names: loops }] : []),
    ];
    if (within === undefined) return { ...found, assumptions };
    const worst = worstTime(search, { owed, edges, b, fromInstant: countsFromInstant(within) });
    if (worst.minutes <= limitOf(search, within, worst.inMonths)) {
      return { ...found, assumptions: [...assumptions, ...worst.assumptions] };
    }
    return {
      ...found,
      kind: 'unsure',
      why: `when every deadline is used to its end it may take ${worst.says}`,
    };
  };
}

function limitOf({ view }: Search, within: string, inMonths: boolean): number {
  return inMonths
    ? longestMinutes(within, ELAPSED, view.ground.pathway.pack.calendar)
    : shortestMinutes(within);
}

const ELAPSED = { calendar: 'elapsed', ends: 'any' } as const;

type Bad = { readonly at: Met; readonly badness: Badness };

/**
 * Where nobody is bound to act: no open state of the tracks explored has a deadline by which it must be left, or none that ends
 * within the time of the sentence.
 */
function standstill(search: Search, at: Met, { b, within }: Owed): Badness | undefined {
  const { pathway } = search.view.ground;
  const open = openLeaves(at);
  const names =
    open
      .filter(({ kind }) => kind !== 'idle')
      .map(({ id }) => id)
      .join(', ') || 'here';
  const owing = { owed: [at], edges: [], b, fromInstant: within !== undefined && countsFromInstant(within) };
  const isBound =
    open.some((state) => leavingDeadlines(pathway, state).length > 0) || ruleIsBound(search, at, b);
  if (!isBound) return { cell: new Map(), what: `nothing obliges anybody to go on from ${names}` };
  if (within === undefined) return undefined;
  const { minutes, inMonths, says } = worstTime(search, owing);
  return minutes <= limitOf(search, within, inMonths)
    ? undefined
    : { cell: new Map(), what: `${names} may take ${says}` };
}

/** Some open state has a deadline by which the rule that is owed must be a yes. */
function ruleIsBound({ view }: Search, { standing }: Met, { text }: Moment): boolean {
  const { pack } = view.ground.pathway;
  return [...openIn(standing)].some((id) => {
    return carriedDeadlines(pack, id).some(({ met }) => met !== 'leaving' && text === `rule:${met}`);
  });
}

function openLeaves({ standing }: Met): readonly PathwayState[] {
  return standing.places.flatMap(({ states }) => states.filter(({ leaf }) => leaf));
}

/** True when some moves lead from a state to where nothing is owed any more, as far as free facts tell. */
function mayPay(start: Met, edges: readonly Edge[]): boolean {
  const reached = new Set([start]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { from, to, paid } of edges) {
      if (!reached.has(from) || reached.has(to)) continue;
      if (paid) return true;
      reached.add(to);
      grew = true;
    }
  }
  return edges.some(({ from, paid }) => paid && reached.has(from));
}

/** More ways through one move than this are not told apart; the move then counts as none. */
const MOST_EXACT_TURNS = 3_000;

type Way = {
  readonly cube: Int32Array;
  readonly to: Met | 'paid';
  /** It rests on where a track that is not explored stands. */
  readonly looked: boolean;
};

/**
 * States from which, on some facts, no answers lead to `b` any more. A state is good when for all its facts some move leads to a good
 * state; what is not good in the end is a dead end or a trap.
 */
function deadEnds(
  search: Search,
  owed: readonly Met[],
  b: Moment,
): { readonly bad: readonly Bad[]; readonly looked: boolean } | 'stopped' {
  const ways = new Map<Met, readonly Way[]>();
  for (const at of owed) {
    if (search.stop()) return 'stopped';
    ways.set(at, waysFrom(search, owed, at, b));
  }
  const good = new Set<Met>();
  const boxOf = (at: Met) => {
    const box = new Int32Array(search.view.ground.space.variables.length);
    loadMasks(box, at.masks, search);
    return box;
  };
  const leftOver = (at: Met) =>
    uncovered(
      boxOf(at),
      (ways.get(at) ?? []).filter(({ to }) => to === 'paid' || good.has(to)).map(({ cube }) => cube),
    );
  for (let grew = true; grew; ) {
    grew = false;
    for (const at of owed) {
      if (good.has(at) || leftOver(at)) continue;
      good.add(at);
      grew = true;
    }
  }
  const bad = owed.flatMap((at): Bad[] => {
    const cell = good.has(at) ? undefined : leftOver(at);
    if (!cell) return [];
    const anyWay = !uncovered(
      cell,
      (ways.get(at) ?? []).map(({ cube }) => cube),
    );
    const names = openLeaves(at)
      .filter(({ kind }) => kind !== 'idle')
      .map(({ id }) => id)
      .join(', ');
    const what = anyWay ? `no way leads there any more from ${names}` : `nobody can go on from ${names}`;
    return [
      { at, badness: { cell: narrower(cell, boxOf(at)), what, ...(!anyWay && { deadEnd: true as const }) } },
    ];
  });
  return { bad, looked: [...ways.values()].some((list) => list.some(({ looked }) => looked)) };
}

/** Every way on, and on which facts it is open: exact for what the move does not record, free for what it does. */
function waysFrom(search: Search, owed: readonly Met[], at: Met, b: Moment): readonly Way[] {
  const { view, remembered } = search;
  const { space, pathway } = view.ground;
  const start = new Int32Array(space.variables.length);
  loadMasks(start, at.masks, search);
  const active = openIn(at.standing);
  const ways: Way[] = [];
  for (const move of simplestFirst(movesFrom(view, at.standing, remembered), at)) {
    if (paysAlways(start, ways)) break;
    const recorded = recordedBy(pathway, active, move);
    const exact = Uint8Array.from(
      space.variables.map(({ index, bases }) =>
        remembered.includes(index) || ![...bases].some((base) => recorded.has(base)) ? 1 : 0,
      ),
    );
    let isPaid = false;
    const found: Way[] = [];
    const isCut = turnsOf({ variables: space.variables, exact, most: MOST_EXACT_TURNS })(
      start,
      (turn) => {
        isPaid = false;
        return takeTurn(view, at, move, turn, ({ text }) => {
          if (text === b.text) isPaid = true;
        });
      },
      (taken, turn) => {
        if (turn.doubtful) return true;
        if (taken.monitor !== OWED || isPaid) {
          found.push({ cube: turn.before.slice(), to: 'paid', looked: turn.looked });
          return true;
        }
        const to = owed.find(
          (met) =>
            met.standing === taken.standing &&
            remembered.every(
              (variable, place) => ((turn.after[variable] as number) & ~(met.masks[place] as number)) === 0,
            ),
        );
        if (to) found.push({ cube: turn.before.slice(), to, looked: turn.looked });
        return true;
      },
    );
    if (!isCut) ways.push(...found);
  }
  return ways;
}

/** True when every one of the facts leaves a way by which `b` is paid at once: then no other need be looked at. */
function paysAlways(start: Int32Array, ways: readonly Way[]): boolean {
  const paying = ways.filter(({ to }) => to === 'paid');
  return (
    paying.length > 0 &&
    uncovered(
      start,
      paying.map(({ cube }) => cube),
    ) === undefined
  );
}

/** Moves that are ways on by themselves, those with the shortest guards first. */
function simplestFirst(moves: readonly Move[], { standing }: Met): readonly Move[] {
  const lengthOf = (move: Move) => {
    if (!('event' in move)) return 0;
    const lists = standing.places.flatMap(({ heard }) =>
      (heard.get(move.event) ?? []).flatMap(({ on }) => on.get(move.event) ?? []),
    );
    return (
      JSON.stringify(lists.map(({ guard }) => guard ?? '')).length + (move.kind === 'override' ? 1_000 : 0)
    );
  };
  return moves
    .filter(({ kind }) => kind !== 'elsewhere' && kind !== 'record' && kind !== 'miss')
    .map((move) => ({ move, length: lengthOf(move) }))
    .sort((a, b) => a.length - b.length)
    .map(({ move }) => move);
}
