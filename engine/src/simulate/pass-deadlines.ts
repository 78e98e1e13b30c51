import { latestInstant } from '../calendar/instant.ts';
import { advance } from '../journal/advance.ts';
import type { CaseFile, DeadlineRow } from '../journal/case-file.ts';
import type { Entry } from '../journal/entry.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';

/** A story in which more deadlines than this pass between two acts turns in a circle. */
const MOST_FIRINGS = 10_000;

export type Passed = { readonly caseFile: CaseFile; readonly entries: readonly Entry[] };

/**
 * What a sweeper would do until an instant, that instant included: each row whose `next` has come is fired, one by one
 * in order of `next`, because what one sets off may arm or drop others. Throws `scenario.invalid` when there is no end to it.
 */
export function passDeadlines(pathway: Pathway, start: CaseFile, since: Instant, until: Instant): Passed {
  let caseFile = start;
  let clock = since;
  const entries: Entry[] = [];
  const fired = new Set<string>();
  for (let firings = 0; firings < MOST_FIRINGS; firings += 1) {
    const row = nextRow(caseFile, until, fired);
    if (!row) return { caseFile, entries };
    fired.add(tokenOf(row));
    clock = latestInstant(clock, row.next);
    const advanced = advance(pathway, caseFile, { kind: 'deadline', row: row.id, next: row.next }, clock);
    if ('invalid' in advanced) continue;
    caseFile = advanced.caseFile;
    entries.push(...advanced.entries);
  }
  throw new EngineError(
    'scenario.invalid',
    `More than ${MOST_FIRINGS} deadlines pass before ${until}: let something happen earlier, or lengthen the deadline that returns.`,
    { until },
  );
}

type Waiting = DeadlineRow & { readonly next: Instant };

function nextRow({ deadlines }: CaseFile, until: Instant, fired: ReadonlySet<string>): Waiting | undefined {
  return Object.values(deadlines)
    .filter((row): row is Waiting => row.next !== undefined && row.state === 'running')
    .filter((row) => row.next <= until && !fired.has(tokenOf(row)))
    .sort((a, b) => (a.next === b.next ? (a.id < b.id ? -1 : 1) : a.next < b.next ? -1 : 1))[0];
}

function tokenOf(row: Waiting): string {
  return `${row.id} ${row.next}`;
}
