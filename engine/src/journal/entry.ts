import type { Scenario } from '../procedure/scenario.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile, DeadlineRow, Outcome, Position, Reconsideration } from './case-file.ts';
import type { Command } from './command.ts';

/** A rule that was read to decide, with its outcome and the facts it stood on. */
export type RuleDecision = {
  readonly rule: string;
  readonly outcome: Outcome;
  /** Facts read, with the value they had (absent: unknown). */
  readonly facts: { readonly [fact: string]: FactValue };
  readonly overridden?: true;
  /** In a `disagreed` entry: what json-rules-engine answered instead. */
  readonly secondOpinion?: 'yes' | 'no' | 'failed';
};

/** What the world must do next, as data, with everything its doer needs. */
export type EffectDue = {
  /** `<seq>.<n>`, unique in the case: the outbox key. */
  readonly key: string;
  readonly effect: string;
  readonly kind: 'notify' | 'refer' | 'assign' | 'issue_document' | 'open_linked_case' | 'escalate';
  readonly to: readonly string[];
  readonly pack?: string;
  /** For `assign`: who is named by the fact that the effect reads, when it was known. */
  readonly person?: string;
  /** Row of the ledger, as `<deadline>#<n>`, when a deadline set it off. */
  readonly deadline?: string;
};

export type EntryKind =
  | 'opened'
  | 'reported'
  | 'overridden'
  /** A protective act recorded as done although its door was closed. */
  | 'done_outside'
  | 'refused'
  | 'recorded'
  | 'corrected'
  /** A signal that the engine reported itself. */
  | 'signalled'
  /** Facts a step asks again. */
  | 'refreshed'
  /** A rung of an escalation, or the due instant of a deadline that does not move the case. */
  | 'escalated'
  | 'deadline_missed'
  /** A deadline that moves the case. */
  | 'deadline_passed'
  | 'rescheduled'
  | 'assigned'
  | 'disagreed'
  | 'rectified'
  | 'migrated';

/**
 * What an entry changes in the case file. Replay applies these and decides nothing again.
 * Every part is absent when it changes nothing. `position`, `open`, `reconsider`, `links`, `status` and `pack` replace
 * what was there; the maps `done`, `facts`, `signals`, `deadlines`, `assignments` and `people` are added to it by key.
 */
export type Changes = {
  readonly position?: Position;
  readonly open?: CaseFile['open'];
  readonly done?: CaseFile['done'];
  readonly facts?: { readonly [fact: string]: FactValue };
  readonly forgotten?: readonly string[];
  readonly signals?: CaseFile['signals'];
  readonly deadlines?: { readonly [row: string]: DeadlineRow };
  readonly stood?: CaseFile['stood'][string];
  readonly reconsider?: readonly Reconsideration[];
  readonly assignments?: CaseFile['assignments'];
  readonly people?: CaseFile['people'];
  readonly links?: CaseFile['links'];
  readonly status?: CaseFile['status'];
  readonly pack?: CaseFile['pack'];
  /** The whole case file from here on, when its past was told again (`rectified`) or it changed version (`migrated`). */
  readonly instead?: Omit<CaseFile, 'id' | 'opened' | 'seq' | 'head'>;
};

/** What no longer holds, in a `rectified` entry and in a migration taken back. The entries stay; they are history. */
export type Withdrawn = {
  /** In a `rectified` entry: the row whose passing comes after what is reported now. */
  readonly row?: string;
  /** Seq of the first entry that was told again. */
  readonly since: number;
  /** Seqs of entries whose effect on the case is withdrawn. */
  readonly entries: readonly number[];
  /** Keys of effects that were already given to the world, to be undone. */
  readonly effects: readonly string[];
};

/** One immutable line of history. `hash` is SHA-256 over the canonical JSON (RFC 8785) of everything else in it. */
export type Entry = {
  readonly case: string;
  readonly seq: number;
  readonly kind: EntryKind;
  readonly happened: Instant;
  readonly recorded: Instant;
  /** Person id, or `engine` for what nobody reports. */
  readonly by: string;
  /** The role in which the person acted; absent for the engine. */
  readonly role?: string;
  /** The command that led here; what follows from it in the same command carries `cause`, its seq, instead. */
  readonly command?: Command;
  readonly cause?: number;
  /** The event that was reported or signalled. */
  readonly event?: string;
  readonly decisions: readonly RuleDecision[];
  /** Steps left and entered, for readers and for effects. */
  readonly left?: readonly string[];
  readonly entered?: readonly string[];
  readonly refusal?: RefusalNote;
  /** Row of the ledger, as `<deadline>#<n>`. */
  readonly deadline?: string;
  readonly withdrawn?: Withdrawn;
  readonly effects: readonly EffectDue[];
  readonly changes: Changes;
  readonly previous: string;
  readonly hash: string;
};

/** `event` is absent when what was refused reports none (a record, an assignment). */
export type RefusalNote = { readonly code: RefusalCode; readonly event?: string };

/** Why an event was refused. */
export type RefusalCode =
  /** No open step hears it. */
  | 'not_heard'
  /** Every way on is closed by a rule that answers no. */
  | 'closed'
  /** The way on cannot be told while facts are unknown. */
  | 'unknown'
  /** Facts the event needs, or required fields of its form, are missing. */
  | 'needs'
  /** A signal of the step must be answered before leaving. */
  | 'settles'
  /** This role does not report it. */
  | 'role'
  /** A reason, a second person, another person, or the act of decision is missing. */
  | 'reason'
  | 'second_person'
  | 'same_person'
  | 'decision'
  /** Its track is withheld: whom to call stands in `call`. */
  | 'withheld'
  /** It happened before a deadline that has moved the case since. */
  | 'late'
  /** `happened` lies after `at`, or before its step opened. */
  | 'when'
  /** Another track is still open, so the case cannot close. */
  | 'tracks_open'
  | 'not_overridable'
  | 'case_closed'
  /** The case cannot go to that version as it stands: the reasons stand in `migration`. */
  | 'migration';

/** A refusal says what would unlock it. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly event?: string;
  /** Facts to ask, most useful first. */
  readonly missing: readonly string[];
  /** Rules that answer no, or unknown. */
  readonly rules: readonly { readonly rule: string; readonly outcome: Outcome }[];
  /** Tracks that are still open, or the one withheld. */
  readonly tracks: readonly string[];
  /** Steps that hear the event. */
  readonly heardAt: readonly string[];
  /** Roles that may report it. */
  readonly roles: readonly string[];
  /** Ids of the pack's contacts to call. */
  readonly call: readonly string[];
  readonly parameters: readonly string[];
  /** For `late`: the seq of the entry by which the deadline moved the case. */
  readonly since?: number;
  /** For `migration`: what keeps the case on its version. */
  readonly migration?: readonly MigrationObstacle[];
};

/** Why a case cannot go to another version. */
export type MigrationObstacle = {
  readonly code: /** A step or remembered step has no counterpart; `of` names it. */
    | 'step.no_counterpart'
    /** Two open steps would stand where one can. */
    | 'step.crowded'
    /** A legal deadline would move later, and no amended law is cited for it; `of` names its row. */
    | 'deadline.later'
    /** A legal deadline would no longer run at all. */
    | 'deadline.gone'
    /** A safeguard that held from where the case stands could not be kept from where it would stand; `of` names it. */
    | 'safeguard.lost'
    /** Something has happened since, so that the migration cannot be taken back. */
    | 'since'
    /** The last thing that happened to the case is no migration from that version. */
    | 'not_migrated';
  readonly of: string;
  /** In plain English, with the cure. */
  readonly message: string;
  readonly before?: Instant;
  readonly after?: Instant;
  /** For `safeguard.lost`: why it is not proved, and how it could be broken from where the case would stand. */
  readonly why?: string;
  readonly story?: Scenario;
};

/** A wrong value in a command: the whole command is refused before anything is recorded, and no entry is written. */
export type InvalidValue = { readonly fact: string; readonly code: string; readonly message: string };

export type Advance =
  | {
      readonly ok: true;
      readonly caseFile: CaseFile;
      readonly entries: readonly Entry[];
      /** Rows to write to the ledger (new, changed or ended). */
      readonly deadlines: readonly DeadlineRow[];
      readonly effects: readonly EffectDue[];
    }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** The case file after the refusal was recorded, and after a protective signal in its facts has run. */
      readonly caseFile: CaseFile;
      readonly entries: readonly Entry[];
      readonly deadlines: readonly DeadlineRow[];
      readonly effects: readonly EffectDue[];
    }
  | { readonly ok: false; readonly invalid: readonly InvalidValue[] };
