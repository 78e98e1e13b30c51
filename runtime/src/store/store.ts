/**
 * The store contract. Two adapters keep it, under one suite (`store.contract.ts`).
 *
 * - `commit` is the only way to write: all of its writes happen, or none, and when it resolves they are durable.
 * - `(case, seq)` is unique: of two commands that saw the same case file, one commits and the other gets
 *   `StoreConflict('entries')` and must read again.
 * - Audit notes are linked into one hash chain in the order of commits.
 * - A read sees every commit that was acknowledged before it began.
 * - After a failure whose outcome cannot be known the store stops: it still reads, and writes nothing more.
 */
import type { CaseFile, DeadlineRow, EffectDue, Entry, Instant, Pack } from '@parcours/engine';
import type { AuditNote, AuditRow } from '../audit/audit-row.ts';
import type { ProcedureDraftReads, ProcedureDraftWrite } from './procedure-drafts.ts';
import type { VersionMoveReads, VersionMoveWrite } from './version-moves.ts';

export type StoredAccount = {
  readonly id: string;
  /** What is typed to sign in; unique, small letters. */
  readonly name: string;
  readonly displayName: string;
  /** Role ids of packs, and `administrator`. */
  readonly roles: readonly string[];
  readonly sector: string;
  readonly agency: string;
  readonly place: string;
  readonly active: boolean;
  /** argon2id, in its own text form. */
  readonly passwordHash: string;
  readonly created: Instant;
};

export type StoredSession = {
  /** SHA-256 of the token; the token itself is only in the cookie. */
  readonly hash: string;
  readonly account: string;
  readonly opened: Instant;
  readonly seen: Instant;
};

/** A case as kept: its case file, and what is not the engine's. */
export type StoredCase = {
  readonly id: string;
  /** Short code that people say on the telephone; tells nothing about the child. */
  readonly reference: string;
  /** A complaint: its officers only. */
  readonly sealed: boolean;
  readonly agency: string;
  readonly openedBy: string;
  readonly updated: Instant;
  readonly file: CaseFile;
};

export type LedgerRow = { readonly case: string; readonly row: DeadlineRow };

export type Draft = {
  readonly case: string;
  readonly account: string;
  readonly step: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly saved: Instant;
};

/** A report that waits for a second person. `command` is what was asked, without the second. */
export type Proposal = {
  readonly id: string;
  readonly case: string;
  readonly event: string;
  readonly by: string;
  readonly role: string;
  readonly at: Instant;
  readonly request: Readonly<Record<string, unknown>>;
  readonly state: 'waiting' | 'confirmed' | 'refused';
  readonly settledBy?: string;
  readonly settledAt?: Instant;
};

/** The first answer to an idempotency key. */
export type SavedAnswer = {
  readonly account: string;
  readonly key: string;
  /** SHA-256 of method, path and body: a key used for another request is a mistake. */
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
  readonly at: Instant;
};

export type OutboxRow = { readonly case: string; readonly effect: EffectDue; readonly at: Instant };

/** What became of an effect: told to people, done by the service, left to them because it could not do it, or taken back before. */
export type Delivery = {
  readonly case: string;
  /** Key of the effect. */
  readonly key: string;
  readonly at: Instant;
  readonly outcome: 'told' | 'done' | 'by_hand' | 'withdrawn';
  /** Id of the linked case that it opened. */
  readonly opened?: string;
};

export type Acknowledgement = {
  readonly case: string;
  readonly key: string;
  readonly role: string;
  readonly by: string;
  readonly at: Instant;
};

/** An effect that was delivered, and who has acknowledged it. */
export type StoredNotice = OutboxRow & {
  readonly delivery: Delivery;
  readonly acknowledged: readonly Acknowledgement[];
};

export type StoredPack = { readonly hash: string; readonly pack: Pack };

/** Everything that can be written; each kind is one small statement of fact. */
export type Write =
  /** Refuses a name that is taken. */
  | { readonly kind: 'newAccount'; readonly account: StoredAccount }
  | { readonly kind: 'account'; readonly account: StoredAccount }
  | { readonly kind: 'session'; readonly session: StoredSession }
  | { readonly kind: 'endSession'; readonly hash: string }
  | { readonly kind: 'endSessions'; readonly account: string }
  /** A failed sign-in, counted by bucket. */
  | { readonly kind: 'attempt'; readonly bucket: string; readonly at: Instant }
  | { readonly kind: 'forgetAttempts'; readonly bucket: string }
  | { readonly kind: 'case'; readonly case: StoredCase }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'ledger'; readonly case: string; readonly rows: readonly DeadlineRow[] }
  | { readonly kind: 'outbox'; readonly rows: readonly OutboxRow[] }
  /** Refuses an effect that is already delivered. */
  | { readonly kind: 'deliver'; readonly delivery: Delivery }
  /** Refuses a second acknowledgement in the same role. */
  | { readonly kind: 'acknowledge'; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'answer'; readonly answer: SavedAnswer }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'endDraft'; readonly case: string; readonly account: string; readonly step: string }
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  /** Refuses a proposal that is already settled. */
  | {
      readonly kind: 'settle';
      readonly proposal: string;
      readonly state: 'confirmed' | 'refused';
      readonly by: string;
      readonly at: Instant;
    }
  /** Immutable, by hash: writing it again changes nothing. */
  | { readonly kind: 'pack'; readonly pack: StoredPack }
  /** Forgets attempts, saved answers and sessions older than an instant. */
  | {
      readonly kind: 'prune';
      readonly attempts: Instant;
      readonly answers: Instant;
      /** Sessions opened before. */
      readonly sessions: Instant;
    }
  /** Something that may happen once only, for example `setup`. */
  | { readonly kind: 'once'; readonly id: string }
  | VersionMoveWrite
  | ProcedureDraftWrite
  | { readonly kind: 'audit'; readonly note: AuditNote };

export type WriteKind = Write['kind'];

export type CaseFilter = {
  /** Cases in which this account is assigned... */
  readonly assigned: string;
  /** ...and sealed cases of these packs. */
  readonly sealedPacks: readonly string[];
  readonly status?: 'open' | 'closed';
  readonly pack?: string;
  /** Only cases older than this id, newest first. */
  readonly before?: string;
  readonly limit: number;
};

export type LedgerFilter = Pick<CaseFilter, 'assigned' | 'sealedPacks' | 'limit'> & {
  /** Only rows due at or before. */
  readonly until?: Instant;
};

export type NoticeFilter = Pick<CaseFilter, 'assigned' | 'sealedPacks' | 'limit'> & {
  /** Only those of one case. */
  readonly case?: string;
};

export interface Store extends VersionMoveReads, ProcedureDraftReads {
  commit(writes: readonly Write[]): Promise<void>;

  account(id: string): Promise<StoredAccount | undefined>;
  accountNamed(name: string): Promise<StoredAccount | undefined>;
  accounts(): Promise<readonly StoredAccount[]>;
  session(hash: string): Promise<StoredSession | undefined>;
  attempts(bucket: string, since: Instant): Promise<number>;

  case(id: string): Promise<StoredCase | undefined>;
  cases(filter: CaseFilter): Promise<readonly StoredCase[]>;
  /** Open cases, not sealed, in which no active account holds a role it is assigned; oldest first. */
  leftCases(limit: number): Promise<readonly StoredCase[]>;
  entries(caseId: string): Promise<readonly Entry[]>;
  drafts(caseId: string, account: string): Promise<readonly Draft[]>;
  proposal(id: string): Promise<Proposal | undefined>;
  /** Those of a case that wait. */
  proposals(caseId: string): Promise<readonly Proposal[]>;
  /** Those of all cases that wait, oldest first. */
  waitingProposals(limit: number): Promise<readonly Proposal[]>;

  /** Running rows whose `next` is at or before the instant, oldest first. */
  dueRows(at: Instant, limit: number): Promise<readonly LedgerRow[]>;
  /** The earliest `next` of all running rows after the instant. */
  nextDue(after: Instant): Promise<Instant | undefined>;
  /** Running or paused rows with a due instant, soonest first. */
  ledger(filter: LedgerFilter): Promise<readonly LedgerRow[]>;
  outbox(caseId: string): Promise<readonly OutboxRow[]>;
  /** Effects of a case that have left: told, done, or left to people. */
  sentEffects(caseId: string): Promise<readonly OutboxRow[]>;
  /** Effects that are not delivered yet, oldest first. */
  waitingEffects(limit: number): Promise<readonly OutboxRow[]>;
  /** Delivered effects of the cases that the filter sees, newest first. */
  notices(filter: NoticeFilter): Promise<readonly StoredNotice[]>;

  answer(account: string, key: string): Promise<SavedAnswer | undefined>;
  pack(hash: string): Promise<StoredPack | undefined>;
  hasHappened(once: string): Promise<boolean>;
  /** Rows of the audit chain from number `from` (1 is the first), in order. */
  auditRows(from: number, limit: number): Promise<readonly AuditRow[]>;

  /** `stopped` after a write whose outcome could not be known. */
  condition(): 'ready' | 'stopped';
  close(): Promise<void>;
}
