import type { Pathway } from '../pathway/pathway.ts';
import type { Safeguard } from '../procedure/safeguards.ts';
import { play } from '../simulate/play.ts';
import { type Ground, layGround } from './ground.ts';
import { tracksOf } from './moment.ts';
import type { Moment } from './monitor.ts';
import { PATTERNS } from './patterns.ts';
import type { Checkable, ReadProperty } from './property.ts';
import { type Budget, type Settled, settle } from './settle.ts';
import { shutDoors } from './shut-doors.ts';
import { slicesOf } from './slice.ts';

import type { SafeguardVerdict } from './verdict.ts';

/** How far the prover may go. */
export type ProofBudget = {
  /** Polled often; true ends the safeguard at hand, and every later one, as `bounded`. */
  readonly stop?: () => boolean;
  /** States for one safeguard, all rounds together; 200,000 when absent. */
  readonly maxStates?: number;
  /**
   * From so many states on, a walk finds out which facts nothing reads any more, place by place as it goes, and forgets them once it
   * knows: before the first state with 0, never with `Infinity`; 1,000 when absent, because shorter walks end sooner than that.
   */
  readonly forgetFrom?: number;
  /** Verdicts of earlier runs; those whose slice of the pack is the same are taken over, and new ones are put in. */
  readonly cache?: VerdictCache;
  /** Is told which safeguard is at hand from now on, so that a caller with a clock can time each. */
  readonly onTurn?: (id: string) => void;
  /** Is told each verdict as soon as it is reached, so that a screen can show the first ones early. */
  readonly onVerdict?: (verdict: SafeguardVerdict) => void;
};

/** Verdicts with the slice they rest on, by safeguard: plain data that a caller may keep between runs. Begin with `{}`. */
export type VerdictCache = {
  [safeguard: string]: { readonly slice: string; readonly verdict: SafeguardVerdict };
};

const MAX_STATES = 200_000;
const FORGET_FROM = 1_000;

/**
 * A verdict for every safeguard of a pathway, in the order of the pack. Pure and synchronous: the caller counts time and says
 * when to stop. What is not `proved` says why; what is `broken` comes with the shortest story, played on the engine.
 * They take turns, round by round, so that one that is hard keeps none that is easy waiting.
 */
export function proveSafeguards(pathway: Pathway, budget: ProofBudget = {}): readonly SafeguardVerdict[] {
  return proveOn(layGround(pathway), budget);
}

/** Verdicts on a ground already laid, for every safeguard or for those named. */
export function proveOn(
  ground: Ground,
  budget: ProofBudget = {},
  only?: ReadonlySet<string>,
): readonly SafeguardVerdict[] {
  const { pathway } = ground;
  const safeguards = Object.entries(pathway.pack.safeguards).filter(([id]) => only?.has(id) ?? true);
  const limits: Budget = {
    maxStates: budget.maxStates ?? MAX_STATES,
    stop: budget.stop ?? (() => false),
    forgetFrom: budget.forgetFrom ?? FORGET_FROM,
  };
  const told = new Map<string, SafeguardVerdict>();
  const tell = (id: string, settled: Settled): void => {
    const verdict = { id, ...settled };
    told.set(id, verdict);
    budget.onVerdict?.(verdict);
  };
  const cached = ground.start || !budget.cache ? undefined : keptIn(ground, budget.cache, limits.stop);
  const checkables = new Map(safeguards.map(([id, { property }]) => [id, checkableOf(ground, property)]));
  const shut = shutDoors(ground, spokenIn([...checkables.values()]), limits.stop);
  const emptied = (checkable: Checkable, settled: Settled): Settled => {
    return ground.start || settled.verdict !== 'proved' ? settled : { ...settled, ...shut(checkable) };
  };
  let open = safeguards.flatMap(([id, { label, property }]) => {
    budget.onTurn?.(id);
    const checkable = checkables.get(id) as Checkable;
    const text = { label, property };
    const known = cached?.find(id, checkable, text);
    if (known) {
      tell(id, known);
      return [];
    }
    if (checkable.kind === 'read') {
      const settled = emptied(checkable, asRead(checkable));
      cached?.keep({ id, ...settled }, checkable, text);
      tell(id, settled);
      return [];
    }
    return [{ id, checkable, text, settling: settle(ground, checkable, label, limits) }];
  });
  while (open.length > 0) {
    open = open.filter(({ id, checkable, text, settling }) => {
      budget.onTurn?.(id);
      const { value, done } = settling.next();
      if (!done) return true;
      const settled = emptied(checkable, value);
      cached?.keep({ id, ...settled }, checkable, text);
      tell(id, settled);
      return false;
    });
  }
  return safeguards.flatMap(([id]) => told.get(id) ?? []);
}

/** What is surely so of a slice stays so; what was only bounded is tried again. */
function keptIn(ground: Ground, cache: VerdictCache, stop: () => boolean) {
  const slices = slicesOf(ground);
  // What stands in the pack is read anew; whether it says something is asked of every track in which it would happen, walked or not.
  const sliceOf = (property: Checkable, text: unknown, { tracks }: SafeguardVerdict): string => {
    const happening = spokenIn([property]).flatMap((moment) => tracksOf(ground.pathway, moment));
    const inside = [...new Set([...tracks, ...happening])];
    if (property.kind === 'walked') return slices(property, text, inside);
    const { among = [], kind: _, ...read } = property;
    return slices({ moments: among, spoken: [], tracks: [] }, { text, read }, inside);
  };
  return {
    find: (id: string, property: Checkable, text: unknown): Settled | undefined => {
      const kept = Object.hasOwn(cache, id) ? cache[id] : undefined;
      if (!kept || sliceOf(property, text, kept.verdict) !== kept.slice) return undefined;
      const { id: _, ...settled } = kept.verdict;
      // A story also passes through what no proof reads: it is played again.
      return !settled.story || play(ground.pathway, settled.story).ok ? settled : undefined;
    },
    keep: (verdict: SafeguardVerdict, property: Checkable, text: unknown): void => {
      // Who was stopped may not have asked whether a sentence says something.
      if (stop()) return;
      if (verdict.verdict !== 'proved' && verdict.verdict !== 'broken') return;
      cache[verdict.id] = { slice: sliceOf(property, text, verdict), verdict };
    },
  };
}

/** A verdict that stands in the pack. */
function asRead({ kind: _, among: __, ...told }: ReadProperty): Settled {
  return {
    states: 0,
    statesInAll: 0,
    rounds: 0,
    remembered: [],
    tracks: [],
    reductions: ['read_in_pack'],
    assumptions: [],
    ...told,
  };
}

/** What must happen for some sentences to say something, each moment once. */
function spokenIn(checkables: readonly Checkable[]): readonly Moment[] {
  const moments = checkables.flatMap((one) => [
    ...(one.kind === 'walked' ? one.spoken : []),
    ...(one.among ?? []),
  ]);
  return [...new Map(moments.map((moment) => [moment.text, moment])).values()];
}

/** A sentence as it is checked. */
export function checkableOf(ground: Ground, property: Safeguard['property']): Checkable {
  const [pattern] = Object.keys(property) as [keyof typeof PATTERNS];
  const words = (property as Readonly<Record<string, unknown>>)[pattern];
  const check = PATTERNS[pattern] as (ground: Ground, words: unknown) => Checkable;
  return check(ground, words);
}
