import { type AuditRow, auditHash, FIRST_AUDIT_HASH } from './audit-row.ts';

/** The number of the first row that is not what was written (changed, missing, moved or added), or undefined. */
export function findAuditBreak(rows: readonly AuditRow[]): number | undefined {
  let previous = FIRST_AUDIT_HASH;
  let n = 1;
  for (const row of rows) {
    if (row.n !== n || row.previous !== previous || row.hash !== auditHash(row)) return n;
    previous = row.hash;
    n += 1;
  }
  return undefined;
}
