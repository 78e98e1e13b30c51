import type { Outcome } from '../journal/case-file.ts';

/** A three-valued outcome as a number, for the closures that decide: 1 yes, 0 no, -1 unknown. */
export type Tri = 1 | 0 | -1;

export const YES = 1;
export const NO = 0;
export const UNKNOWN = -1;

/** The word for a number. */
export function outcomeOf(tri: Tri): Outcome {
  return tri === YES ? 'yes' : tri === NO ? 'no' : 'unknown';
}

/** Kleene's negation: unknown stays unknown. */
export function negate(tri: Tri): Tri {
  return tri === UNKNOWN ? UNKNOWN : tri === YES ? NO : YES;
}
