import type { FactValue } from '../procedure/value.ts';
import type { Facts } from '../rules/rule-book.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Formula } from './formula.ts';

/** Values that no rule of the pack can tell apart. The first region of every variable is *unknown*. */
export type Region = {
  /** Somebody recorded it, or it derives from what was recorded; a presumed value is not known. */
  readonly known: boolean;
  readonly samples: readonly FactValue[];
};

/** A fact, or a comparison of two facts, cut into regions. Regions are bits of a mask. */
export interface Variable {
  readonly index: number;
  /** Id of the fact, or the comparison in words. */
  readonly id: string;
  /** Absent for a comparison. */
  readonly fact?: string;
  readonly regions: readonly Region[];
  /** Every region; those that are known. */
  readonly full: number;
  readonly known: number;
  /** Recorded facts from which its value follows, itself among them. */
  readonly bases: ReadonlySet<string>;
  /** Parameters that it compares and whose values were not found; while they stay unknown, so does the comparison. */
  readonly missing?: readonly string[];
  /** Once known, recording its bases again keeps it known. */
  readonly staysKnown: boolean;
  /** How time alone changes it: not at all, upwards, or anyhow. */
  readonly drift: 'none' | 'up' | 'any';
  /** For `up`: the regions that time can reach from a mask, the mask included. */
  later(mask: number): number;
  /** The region of recorded facts at an instant, as a mask of one bit (every bit when it lies in none). */
  regionAt(facts: Facts, at: Instant): number;
}

/** What an atom says of its variable: it is surely so, surely not so, or neither. */
export type AtomFormulas = { readonly yes: Formula; readonly no: Formula };

/** More regions than this do not fit a mask. */
export const MOST_REGIONS = 31;

/** The bits of a mask, lowest first. */
export function bitsOf(mask: number): readonly number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(31 - Math.clz32(rest & -rest));
  return bits;
}

/** The regions from which time can lead into some regions, out of those possible before. */
export function earlier({ later }: Variable, before: number, now: number): number {
  return bitsOf(before).reduce((mask, bit) => ((later(1 << bit) & now) === 0 ? mask : mask | (1 << bit)), 0);
}
