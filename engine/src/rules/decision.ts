import type { Atom } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Outcome } from '../journal/case-file.ts';

/** How a fact is found while a rule is read: recorded, presumed or derived values and parameters; undefined is unknown. */
export type FactSource = (id: string) => FactValue | undefined;

export type EvaluationContext = {
  readonly facts: FactSource;
  /** Instant of evaluation, for `withinLast` and derivations. */
  readonly at: Instant;
};

/** Why: the tree of a rule's conditions, each node with its outcome; atoms with the values compared (absent when unknown). */
export type Reason =
  | { readonly kind: 'all' | 'any' | 'not'; readonly outcome: Outcome; readonly of: readonly Reason[] }
  | { readonly kind: 'rule'; readonly rule: string; readonly outcome: Outcome; readonly of: readonly Reason[] }
  | { readonly kind: 'atom'; readonly outcome: Outcome; readonly atom: Atom; readonly value?: FactValue; readonly compared?: FactValue };

/** Outcome of a rule, with why, and the facts still to ask (only those that could change an unknown outcome). */
export type Decision = { readonly outcome: Outcome; readonly reason: Reason; readonly missing: readonly string[] };
