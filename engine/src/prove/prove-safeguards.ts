import type { Pathway } from '../pathway/pathway.ts';
import type { Safeguard } from '../procedure/safeguards.ts';
import { type Ground, layGround } from './ground.ts';
import { PATTERNS } from './patterns.ts';
import type { Checkable, ReadProperty } from './property.ts';
import { type Budget, type Settled, settle } from './settle.ts';

import type { SafeguardVerdict } from './verdict.ts';

/** How far the prover may go. */
export type ProofBudget = {
  /** Polled often; true ends the safeguard at hand, and every later one, as `bounded`. */
  readonly stop?: () => boolean;
  /** States for one safeguard, all rounds together; 200,000 when absent. */
  readonly maxStates?: number;
  /** Is told which safeguard is at hand from now on, so that a caller with a clock can time each. */
  readonly onTurn?: (id: string) => void;
  /** Is told each verdict as soon as it is reached, so that a screen can show the first ones early. */
  readonly onVerdict?: (verdict: SafeguardVerdict) => void;
};

const MAX_STATES = 200_000;

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
  const limits: Budget = { maxStates: budget.maxStates ?? MAX_STATES, stop: budget.stop ?? (() => false) };
  const told = new Map<string, SafeguardVerdict>();
  const tell = (id: string, settled: Settled): void => {
    const verdict = { id, ...settled };
    told.set(id, verdict);
    budget.onVerdict?.(verdict);
  };
  let open = safeguards.flatMap(([id, { label, property }]) => {
    budget.onTurn?.(id);
    const checkable = checkableOf(ground, property);
    if (checkable.kind === 'walked') return [{ id, settling: settle(ground, checkable, label, limits) }];
    tell(id, asRead(checkable));
    return [];
  });
  while (open.length > 0) {
    open = open.filter(({ id, settling }) => {
      budget.onTurn?.(id);
      const { value, done } = settling.next();
      if (done) tell(id, value);
      return !done;
    });
  }
  return safeguards.flatMap(([id]) => told.get(id) ?? []);
}

/** A verdict that stands in the pack. */
function asRead({ kind: _, ...told }: ReadProperty): Settled {
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

/** A sentence as it is checked. */
export function checkableOf(ground: Ground, property: Safeguard['property']): Checkable {
  const [pattern] = Object.keys(property) as [keyof typeof PATTERNS];
  const words = (property as Readonly<Record<string, unknown>>)[pattern];
  const check = PATTERNS[pattern] as (ground: Ground, words: unknown) => Checkable;
  return check(ground, words);
}
