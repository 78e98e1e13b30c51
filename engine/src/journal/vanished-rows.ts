import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile, DeadlineRow } from './case-file.ts';

/** Rows that a case file put in place of another no longer has: a store drops them, and no firing finds them. */
export function vanishedRows(before: CaseFile, after: CaseFile, ended: Instant): readonly DeadlineRow[] {
  return Object.values(before.deadlines)
    .filter(({ id }) => !Object.hasOwn(after.deadlines, id))
    .map(({ next: _, pausedSince: __, ...row }) => ({
      ...row,
      state: 'dropped',
      ended,
      endedBy: after.seq,
    }));
}
