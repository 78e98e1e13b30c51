import type { Outcome } from '../journal/case-file.ts';
import type { Atom } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';

/**
 * Why: the tree of a rule's conditions, each node with its outcome. Atoms carry the values compared (absent when unknown).
 * `name` is that of an `also` or `or_also`. A rule referred to twice is told the first time only; then `of` is empty.
 */
export type Reason =
  | {
      readonly kind: 'all' | 'any' | 'not';
      readonly name?: string;
      readonly outcome: Outcome;
      readonly of: readonly Reason[];
    }
  | {
      readonly kind: 'rule';
      readonly rule: string;
      readonly outcome: Outcome;
      readonly of: readonly Reason[];
    }
  | {
      readonly kind: 'atom';
      readonly outcome: Outcome;
      readonly atom: Atom;
      readonly value?: FactValue;
      readonly compared?: FactValue;
      /** The value is what the law presumes, not what somebody recorded. */
      readonly presumed?: true;
    };

/** Outcome of a rule, with why, and what is still to ask. */
export type Decision = {
  readonly outcome: Outcome;
  readonly reason: Reason;
  /**
   * Facts that can be asked and could still change an unknown outcome, in order of first reading; for a derived fact
   * those it is derived from. Empty when the outcome is sure.
   */
  readonly missing: readonly string[];
  /** Parameters without a value that keep the outcome unknown: nobody can be asked, the law must be found. */
  readonly parameters: readonly string[];
};
