import type { Pathway } from '../pathway/pathway.ts';
import type { Safeguard } from '../procedure/safeguards.ts';
import { type Ground, layGround } from './ground.ts';
import { PATTERNS } from './patterns.ts';
import type { Checkable } from './property.ts';
import { type Budget, settle } from './settle.ts';

import type { SafeguardVerdict } from './verdict.ts';

/** How far the prover may go. */
export type ProofBudget = {
  /** Polled often; true ends the safeguard at hand, and every later one, as `bounded`. */
  readonly stop?: () => boolean;
  /** States for one safeguard, all rounds together; 200,000 when absent. */
  readonly maxStates?: number;
  /** Is told each verdict as soon as it is reached, so that a screen can show the first ones early. */
  readonly onVerdict?: (verdict: SafeguardVerdict) => void;
};

const MAX_STATES = 200_000;

/**
 * A verdict for every safeguard of a pathway, in the order of the pack. Pure and synchronous: the caller counts time and says
 * when to stop. What is not `proved` says why; what is `broken` comes with the shortest story, played on the engine.
 */
export function proveSafeguards(pathway: Pathway, budget: ProofBudget = {}): readonly SafeguardVerdict[] {
  const ground = layGround(pathway);
  const limits: Budget = { maxStates: budget.maxStates ?? MAX_STATES, stop: budget.stop ?? (() => false) };
  return Object.entries(pathway.pack.safeguards).map(([id, safeguard]) => {
    const verdict = { id, ...verdictOf(ground, safeguard, limits) };
    budget.onVerdict?.(verdict);
    return verdict;
  });
}

function verdictOf(
  ground: Ground,
  { label, property }: Safeguard,
  budget: Budget,
): Omit<SafeguardVerdict, 'id'> {
  const checkable = checkableOf(ground, property);
  if (checkable.kind === 'walked') return settle(ground, checkable, label, budget);
  const { kind: _, ...told } = checkable;
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

function checkableOf(ground: Ground, property: Safeguard['property']): Checkable {
  const [pattern] = Object.keys(property) as [keyof typeof PATTERNS];
  const words = (property as Readonly<Record<string, unknown>>)[pattern];
  const check = PATTERNS[pattern] as (ground: Ground, words: unknown) => Checkable;
  return check(ground, words);
}
