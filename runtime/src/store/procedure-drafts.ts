import type { Instant, Pack, PackFiles, Text } from '@parcours/engine';

/** A change of the pack as a patch: where, and what stands there then. */
export type PackPatch = {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
};

/** One change as a person did it: which command, on what, where; and the same backwards. */
export type DraftChange = {
  readonly kind: 'do' | 'undo' | 'redo';
  readonly command: string;
  readonly names: Readonly<Record<string, Text>>;
  readonly places: readonly string[];
  readonly patches: readonly PackPatch[];
  readonly inverse: readonly PackPatch[];
  readonly burst?: string;
  /** The writer's own, by which a change whose answer was lost is known to have arrived. */
  readonly mark?: string;
};

/** What somebody says about a place of a draft, and perhaps proposes there. */
export type DraftComment = {
  readonly id: string;
  readonly place: string;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
  /** A change proposed, with its inverse, ready to be done. */
  readonly suggestion?: DraftChange;
  readonly state: 'open' | 'done' | 'refused';
  readonly settledBy?: string;
  readonly settledAt?: Instant;
  readonly replies: readonly { readonly text: string; readonly by: string; readonly at: Instant }[];
};

/** That a sector agrees with exactly this text. */
export type Approval = {
  readonly sector: string;
  readonly by: string;
  /** As it stands in the pack's validation list. */
  readonly person: string;
  readonly function: string;
  readonly body: string;
  /** The act by which the body validated it, as the approver names it. */
  readonly act?: string;
  /** SHA-256 of what was approved: of anything else it says nothing. */
  readonly hash: string;
  readonly at: Instant;
};

/** A procedure being drawn. Its pack is kept beside it, whole and resolved. */
export type ProcedureDraft = {
  readonly id: string;
  /** Number of the last line of its log. */
  readonly seq: number;
  /** How many times the pack was changed: what a writer has seen. */
  readonly revision: number;
  readonly pack: string;
  readonly title: Text;
  readonly jurisdiction: string;
  /** For an adaptation: the version that it lies over. */
  readonly base?: { readonly id: string; readonly version: string; readonly hash: string };
  /** The published version it was begun from. */
  readonly from?: { readonly version: string; readonly hash: string };
  /** `review`: nothing is changed until the review is ended. */
  readonly state: 'drawing' | 'review' | 'published' | 'closed';
  /** Who writes now; everybody else reads. */
  readonly pen?: { readonly account: string; readonly since: Instant };
  /** Who has asked for the pen. */
  readonly asked: readonly string[];
  /** Accounts whose changes it holds. */
  readonly writers: readonly string[];
  readonly comments: readonly DraftComment[];
  readonly approvals: readonly Approval[];
  /** What is in review: the SHA-256 of the pack as it stood when its changes were stopped. */
  readonly reviewed?: { readonly hash: string; readonly at: Instant; readonly by: string };
  /** When each account was last noted as being at the table. */
  readonly attended?: Readonly<Record<string, Instant>>;
  readonly created: Instant;
  readonly createdBy: string;
  readonly updated: Instant;
};

export type DraftAct =
  | { readonly kind: 'created'; readonly from: string }
  | { readonly kind: 'changed'; readonly changes: readonly DraftChange[] }
  | {
      readonly kind: 'pen';
      readonly to: string | null;
      readonly why: 'taken' | 'asked' | 'given' | 'kept' | 'left';
    }
  | { readonly kind: 'commented'; readonly comment: string; readonly place: string; readonly text: string }
  | { readonly kind: 'settled'; readonly comment: string; readonly state: 'open' | 'done' | 'refused' }
  /** At the table: noted once for each person and sitting. */
  | { readonly kind: 'present' }
  | { readonly kind: 'review'; readonly state: 'drawing' | 'review'; readonly hash: string }
  | { readonly kind: 'approved'; readonly sector: string; readonly hash: string }
  | {
      readonly kind: 'withdrawn';
      readonly sector: string;
      readonly hash: string;
      readonly reason: string;
    }
  | { readonly kind: 'published'; readonly version: string; readonly hash: string }
  | { readonly kind: 'rebased'; readonly onto: string }
  | { readonly kind: 'closed' };

/** One line of a draft's log: who did what, when. The minutes of a meeting are read from these. */
export type DraftLine = {
  readonly draft: string;
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly act: DraftAct;
};

export type Presence = {
  readonly draft: string;
  readonly account: string;
  readonly at: Instant;
  /** When they came. */
  readonly since: Instant;
  readonly place?: string;
};

/** A published version: what it is, since when it counts, and on what it was let through. */
export type Publication = {
  readonly pack: string;
  readonly version: string;
  readonly hash: string;
  readonly files: PackFiles;
  readonly effective: { readonly from: Instant; readonly until?: Instant };
  readonly publishedBy: string;
  readonly at: Instant;
  readonly draft: string;
  /** The gate's report, as it was when it was let through. */
  readonly report: Readonly<Record<string, unknown>>;
};

export type ProcedureDraftWrite =
  /** The draft after its newest line, and that line. Refuses a line number that is taken. */
  | {
      readonly kind: 'procedureDraft';
      readonly draft: ProcedureDraft;
      /** Absent while the pack has not changed. */
      readonly pack?: Pack;
      readonly line: DraftLine;
    }
  | { readonly kind: 'presence'; readonly presence: Presence }
  | { readonly kind: 'absence'; readonly draft: string; readonly account: string }
  /** Refuses a version number that the procedure has used. */
  | { readonly kind: 'publication'; readonly publication: Publication };

export interface ProcedureDraftReads {
  procedureDraft(id: string): Promise<ProcedureDraft | undefined>;
  draftPack(id: string): Promise<Pack | undefined>;
  /** Newest change first. */
  procedureDrafts(): Promise<readonly ProcedureDraft[]>;
  /** Lines after a number, in order. */
  draftLines(id: string, after: number): Promise<readonly DraftLine[]>;
  /** Who was there at or after an instant. */
  presences(draft: string, since: Instant): Promise<readonly Presence[]>;
  /** Of one procedure or of all, oldest first. */
  publications(pack?: string): Promise<readonly Publication[]>;
}
