import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';

/** A person who acts, by opaque id, and the role in which they act. */
export type Actor = { readonly person: string; readonly role: string };

/** Where the case stands, as XState persists it: the state value, and remembered states of history. */
export type Position = {
  readonly value: { readonly [track: string]: StateValue };
  readonly history: { readonly [historyState: string]: readonly string[] };
};
export type StateValue = string | { readonly [state: string]: StateValue };

export type RecordedFact = { readonly value: FactValue; readonly at: Instant; readonly by: string };

/**
 * One row of the deadline ledger.
 * `meet`: a step, stage or task must be met by it; it escalates and does not move the case.
 * `move`: it stands in the machine's `after` and moves the case when it passes.
 */
export type DeadlineRow = {
  /** Unique in the case, `<deadline>#<n>` in order of arming; a firing names it, so a stale firing finds nothing. */
  readonly id: string;
  readonly deadline: string;
  readonly kind: 'meet' | 'move';
  /** State id of the step or stage that carries it, with the task when it is a task's. */
  readonly on: { readonly state: string; readonly task?: string; readonly record?: string };
  readonly armed: Instant;
  /** What it counts from; absent while the span is unknown (`due` is then absent too and `needsLaw` is set). */
  readonly from: Instant;
  readonly due?: Instant;
  /** The parameter that is not known, when that is why `due` is absent. */
  readonly needsLaw?: string;
  /** Next instant at which the sweeper must send `deadline`: an escalation rung or the due instant. */
  readonly next?: Instant;
  /** Rungs of the escalation already told, the due instant counted as one (even where no rung stands at 100). */
  readonly told: number;
  readonly pausedSince?: Instant;
  /** Milliseconds (elapsed) or working minutes already paused. */
  readonly pausedFor?: number;
  /** It was missed before the case changed version: its due instant is not computed again. */
  readonly fixed?: true;
  readonly state: 'running' | 'paused' | 'kept' | 'missed' | 'passed' | 'dropped';
  /** When it was kept, missed, passed or dropped. */
  readonly ended?: Instant;
  /** Seq of the entry that ended it. */
  readonly endedBy?: number;
};

/** A past decision whose grounds were corrected, to be looked at again. */
export type Reconsideration = {
  readonly seq: number;
  readonly event: string;
  readonly rules: readonly { readonly rule: string; readonly was: Outcome; readonly now: Outcome }[];
  readonly raised: Instant;
  readonly due?: Instant;
};

export type Outcome = 'yes' | 'no' | 'unknown';

/** One child's case. Plain JSON: it survives a round trip byte for byte. */
export type CaseFile = {
  readonly id: string;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly position: Position;
  readonly facts: { readonly [fact: string]: RecordedFact };
  /** Steps and stages the case stands in, and since when (the `happened` of what led there). */
  readonly open: { readonly [state: string]: Instant };
  /** When each step was last left by an event. */
  readonly done: { readonly [step: string]: Instant };
  /** Who last reported each event, and when it happened. */
  readonly reported: {
    readonly [event: string]: { readonly at: Instant; readonly by: string; readonly seq: number };
  };
  /** Last outcome of the rule of each signal, so that a signal runs when it turns to yes. */
  readonly signals: { readonly [event: string]: Outcome };
  readonly deadlines: { readonly [row: string]: DeadlineRow };
  /** Rules on which each decision about the child stood, by seq of its entry. */
  readonly stood: {
    readonly [seq: string]: { readonly event: string; readonly rules: { readonly [rule: string]: Outcome } };
  };
  readonly reconsider: readonly Reconsideration[];
  readonly people: { readonly [person: string]: { readonly relation: string } };
  /** Role to person. */
  readonly assignments: { readonly [role: string]: string };
  readonly links: readonly {
    readonly kind: 'same_report' | 'sibling' | 'merged' | 'transferred' | 'reopened' | 'linked';
    readonly case: string;
  }[];
  readonly status: 'open' | 'closed';
  readonly opened: Instant;
  readonly seq: number;
  /** Hash of the newest entry. */
  readonly head: string;
};
