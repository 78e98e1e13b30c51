import type { Property as Sentence } from '../procedure/safeguards.ts';
import type { Badness, Found, Met, Search } from './explore.ts';
import type { Moment, Monitor } from './monitor.ts';
import type { Assumption } from './verdict.ts';
import type { View } from './view.ts';

/** A sentence that is checked by walking. */
export type WalkedProperty = {
  readonly kind: 'walked';
  readonly monitor: Monitor;
  /** Moments of the sentence; `spoken` must happen somewhere, or the sentence says nothing. */
  readonly moments: readonly Moment[];
  readonly spoken: readonly Moment[];
  /** One of these must happen, or the sentence says nothing. */
  readonly among?: readonly Moment[];
  /** Tracks to explore besides those of the moments. */
  readonly tracks: readonly string[];
  /** It reads rules whatever happens. */
  readonly readsRules?: boolean;
  readonly assumptions?: readonly Assumption[];
  /** Looks at each state met, in the view of the round. */
  readonly inspect?: (
    view: View,
    search: Pick<Search, 'view' | 'remembered'>,
  ) => (met: Met) => Badness | undefined;
  /** States whose being met keeps the sentence from being empty. */
  readonly mustMeet?: ReadonlySet<string>;
  /** Walks in another way than step by step to the first bad state. */
  readonly search?: (search: Search) => Found;
  /** Something stays owed when it is broken; with minutes, for longer than these. */
  readonly owed?: { readonly minutes?: number | undefined };
  /** Events that one person reports in the story. */
  readonly samePerson?: ReadonlySet<string>;
  /** An event whose refusal ends the story. */
  readonly refused?: string;
};

/** Why a sentence is neither kept nor broken: an act of it is still to be chosen. */
export const UNSAID = 'nobody has said what it speaks of';

/** A sentence whose answer stands in the pack, or that nobody checks here. */
export type ReadProperty = {
  readonly kind: 'read';
  readonly verdict: 'proved' | 'broken' | 'unchecked';
  readonly why?: string;
  readonly unreadable?: true;
  readonly vacuous?: string;
  readonly awaits?: readonly string[];
  readonly assumptions?: readonly Assumption[];
  readonly among?: readonly Moment[];
};

export type Checkable = WalkedProperty | ReadProperty;

/** The name of a pattern. */
export type Pattern = Sentence extends infer S ? (S extends unknown ? keyof S : never) : never;

/** What fills the blanks of a pattern. */
export type Words<P extends Pattern> =
  Extract<Sentence, Record<P, unknown>> extends infer S ? (P extends keyof S ? S[P] : never) : never;

/** A sentence that compares with parameters whose law was not found. */
export function withoutValue(parameters: readonly string[]): ReadProperty {
  const awaits = [...new Set(parameters)];
  const have = awaits.length > 1 ? 'have' : 'has';
  return {
    kind: 'read',
    verdict: 'unchecked',
    why: `${awaits.join(', ')} ${have} no value yet: the law was not found`,
    awaits,
  };
}

/** A sentence about something that the pack does not have. */
export function unknownName(name: string): ReadProperty {
  return { kind: 'read', verdict: 'unchecked', why: `${name} is not in this pack`, unreadable: true };
}
