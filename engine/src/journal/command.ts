import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Actor } from './case-file.ts';

/** The act behind a decision about the child, apart from who typed it. */
export type DecisionAct = {
  readonly decidedBy: string;
  readonly function: string;
  readonly authority: string;
  readonly number?: string;
  /** Local date of the act. */
  readonly on: string;
};

type Common = {
  readonly by: Actor;
  /** When it happened: at most `at`, and not before its step opened (protective acts excepted). `at` when absent. */
  readonly happened?: Instant;
  readonly reason?: string;
  /** A second person who confirms; never the same person as `by`. */
  readonly second?: Actor;
};

export type Report = Common & {
  readonly kind: 'report';
  readonly event: string;
  readonly facts?: { readonly [fact: string]: FactValue };
  readonly decision?: DecisionAct;
  /** A protective act that was done although its door is closed: recorded with a reason, and the case follows. */
  readonly done?: boolean;
  /**
   * It happened before a deadline that has moved the case since: what followed is told again (`rectify`). Asks for a reason
   * and a second person, whatever the event.
   */
  readonly rectify?: boolean;
};

/** The closed union of what may be asked of a case. */
export type Command =
  | Report
  /** New facts, or a corrected value (`correct`), or a value found wrong and now unknown (`forget`). `reconsidered` answers decisions to look at again. */
  | (Common & {
      readonly kind: 'record';
      readonly facts?: { readonly [fact: string]: FactValue };
      readonly correct?: { readonly [fact: string]: FactValue };
      readonly forget?: readonly string[];
      readonly reconsidered?: readonly number[];
    })
  /** Time: a row of the ledger has reached its `next` instant. Sent by the sweeper, not by a person. */
  | { readonly kind: 'deadline'; readonly row: string; readonly next: Instant }
  /** Reports an event with overridable rules taken as yes. */
  | (Omit<Report, 'kind'> & {
      readonly kind: 'override';
      readonly rules: readonly string[];
      readonly reason: string;
    })
  | (Common & { readonly kind: 'assign'; readonly role: string; readonly person: string })
  | (Common & {
      readonly kind: 'migrate';
      readonly to: { readonly id: string; readonly version: string; readonly hash: string };
      /** What became of renamed ids; kept in the journal with the migration. */
      readonly map?: IdMap;
    });

/** Old ids to new ones, where a version renamed what a case stands in. */
export type IdMap = {
  /** States of the machine: steps, stages and tracks. */
  readonly steps?: { readonly [from: string]: string };
  readonly deadlines?: { readonly [from: string]: string };
  readonly events?: { readonly [from: string]: string };
  readonly facts?: { readonly [from: string]: string };
};

export type CommandKind = Command['kind'];
