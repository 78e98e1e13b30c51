import { createHash } from 'node:crypto';
import type { Instant } from '@parcours/engine';

/** Who did, read or was refused what. Ids and codes only: never a name, a fact or a word somebody wrote. */
export type AuditNote = {
  readonly at: Instant;
  /** Account id, `nobody` before sign-in, `engine` for the sweeper. */
  readonly account: string;
  /** Dotted verb, for example `case.read`. */
  readonly action: string;
  /** Id of what was touched. */
  readonly subject: string;
  readonly outcome: 'allowed' | 'refused';
  /** Error code of a refusal. */
  readonly code?: string;
};

/** A note in its place in the chain. */
export type AuditRow = AuditNote & { readonly n: number; readonly previous: string; readonly hash: string };

export const FIRST_AUDIT_HASH = '0'.repeat(64);

/** SHA-256 over the row's fields in a fixed order, the previous hash included. */
export function auditHash(row: Omit<AuditRow, 'hash'>): string {
  const text = JSON.stringify([
    row.n,
    row.at,
    row.account,
    row.action,
    row.subject,
    row.outcome,
    row.code ?? null,
    row.previous,
  ]);
  return createHash('sha256').update(text).digest('hex');
}

/** The next row of the chain. */
export function linkAudit(head: { readonly n: number; readonly hash: string }, note: AuditNote): AuditRow {
  const row = { ...note, n: head.n + 1, previous: head.hash };
  return { ...row, hash: auditHash(row) };
}
