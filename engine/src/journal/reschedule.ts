import type { Instant } from '../vocabulary/instant.ts';
import type { DeadlineRow } from './case-file.ts';
import { isAlive, recordOf, retimed } from './change-ledger.ts';
import { timing } from './deadline-timing.ts';
import { decide, recordedValues } from './decide.ts';
import type { Work } from './work.ts';
import { writeEntry } from './write-entry.ts';

/** When a fact or an act that a row counts from has changed, its due instant is computed again, as an entry. */
export function reschedule(work: Work, happened: Instant, cause: number): void {
  const decided = decide(work.pathway, recordedValues(work.caseFile), happened);
  const clock = { pathway: work.pathway, caseFile: work.caseFile, decided };
  const moved = Object.values(work.caseFile.deadlines).flatMap((row) => {
    if (!isAlive(row) || row.fixed) return [];
    const timed = timing(clock, row.deadline, {
      entry: row.armed,
      pausedFor: row.pausedFor ?? 0,
      record: recordOf(clock, row),
    });
    return sameTiming(row, timed) ? [] : [retimed(work, row, timed)];
  });
  const [first, ...others] = moved;
  if (!first) return;
  writeEntry(work, {
    kind: 'rescheduled',
    happened,
    by: 'engine',
    cause,
    ...(others.length === 0 && { row: first.id }),
    decided,
    rows: Object.fromEntries(moved.map((row) => [row.id, row])),
  });
}

type Timed = Pick<DeadlineRow, 'from' | 'due' | 'needsLaw'>;

function sameTiming(a: Timed, b: Timed): boolean {
  return a.from === b.from && a.due === b.due && a.needsLaw === b.needsLaw;
}
