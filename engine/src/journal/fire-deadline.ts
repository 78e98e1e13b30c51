/** A row of the ledger reaches its `next` instant: it is told, or it moves the case. Never early, and once. */

import { stepMachine } from '../pathway/step-machine.ts';
import { afterEvent } from '../pathway/xstate-machine.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { DeadlineRow } from './case-file.ts';
import type { Command } from './command.ts';
import { type Point, pointsOf, withNext } from './deadline-timing.ts';
import { decide, recordedValues } from './decide.ts';
import { followUp } from './follow-up.ts';
import { rowsTouched, type Work } from './work.ts';
import { type Plan, writeEntry } from './write-entry.ts';

/** The command that sent it, or the seq of what it follows. */
type Sender = { readonly command: Command } | { readonly cause: number };

/** At most so many rows pass in one command; what is left stays due, and the sweeper sends it. */
const MOST_AT_ONCE = 100;

/** Fires a row at its `next` instant; does nothing when it is not running, when that is another instant, or when it lies ahead. */
export function fireDeadline(
  work: Work,
  row: DeadlineRow | undefined,
  next: Instant | undefined,
  sender: Sender,
): void {
  if (row?.state !== 'running' || next === undefined || row.next !== next || next > work.at) return;
  const decided = decide(work.pathway, recordedValues(work.caseFile), next);
  const common = { happened: next, by: 'engine', row: row.id, decided, ...sender };
  const point = pointsOf(work.pathway, row)[row.told];
  const passes = row.kind === 'move' && point?.percent === 100;
  const plan = passes ? passing(work, row, point, common) : telling(work, row, point, common);
  followUp(work, writeEntry(work, plan), decided);
}

/** Rows that this command armed or moved and that are already past due pass at once, earliest first, each in its own entry. */
export function passAtOnce(work: Work, cause: number): void {
  for (let count = 0; count < MOST_AT_ONCE; count += 1) {
    const touched = new Set(work.entries.flatMap(rowsTouched));
    const [row] = duePast(work, [...touched], work.at);
    if (!row) return;
    fireDeadline(work, row, row.next, { cause });
  }
}

/** Rows that move the case and lapsed before something happened pass before it is heard, as the sweeper would have sent them. */
export function passLapsed(work: Work, happened: Instant): void {
  for (let count = 0; count < MOST_AT_ONCE; count += 1) {
    const moving = Object.values(work.caseFile.deadlines).filter(
      ({ kind, due }) => kind === 'move' && due !== undefined && due <= happened,
    );
    const [row] = duePast(
      work,
      moving.map(({ id }) => id),
      happened,
    );
    if (!row?.next) return;
    const cause = work.caseFile.seq + 1;
    fireDeadline(work, row, row.next, { command: { kind: 'deadline', row: row.id, next: row.next } });
    passAtOnce(work, cause);
  }
}

function duePast({ caseFile }: Work, ids: readonly string[], by: Instant): readonly DeadlineRow[] {
  return ids
    .flatMap((id) => caseFile.deadlines[id] ?? [])
    .filter(({ state, next }) => state === 'running' && next !== undefined && next <= by)
    .sort((a, b) => (`${a.next} ${a.id}` < `${b.next} ${b.id}` ? -1 : 1));
}

type Common = Pick<Plan, 'happened' | 'by' | 'decided' | 'command' | 'cause'> & { readonly row: string };

function passing(work: Work, row: DeadlineRow, point: Point, common: Common): Plan {
  const { next: _, ...rest } = row;
  const result = stepMachine(
    work.pathway,
    work.caseFile.position,
    afterEvent(row.deadline, row.on.state),
    common.decided.outcomes,
  );
  return {
    ...common,
    kind: 'deadline_passed',
    passed: row.deadline,
    rows: { [row.id]: { ...rest, state: 'passed', ended: point.at, endedBy: work.caseFile.seq + 1 } },
    ...escalation(row, point),
    ...(result.ok ? { step: result.step, read: result.step.read } : { refusal: { code: 'closed' } }),
  };
}

function telling(work: Work, row: DeadlineRow, point: Point | undefined, common: Common): Plan {
  const isDue = point?.percent === 100;
  return {
    ...common,
    kind: isDue ? 'deadline_missed' : 'escalated',
    ...(isDue && { passed: row.deadline }),
    rows: { [row.id]: withNext(work.pathway, { ...row, told: row.told + 1 }) },
    ...escalation(row, point),
  };
}

function escalation(row: DeadlineRow, point: Point | undefined): Pick<Plan, 'effects'> {
  if (point?.to === undefined) return {};
  return { effects: [{ effect: row.deadline, kind: 'escalate', to: [point.to], deadline: row.id }] };
}
