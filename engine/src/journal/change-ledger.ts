/** What an entry does to the deadline ledger: rows are armed on entry, ended on leaving or when their rule turns yes, and paused. */
import { pausedSpan } from '../calendar/due-instant.ts';
import { isTrackOpen } from '../pathway/read-candidates.ts';
import type { StepAct } from '../pathway/step-machine.ts';
import { stepOf } from '../pathway/step-of.ts';
import type { FactRow } from '../procedure/value.ts';
import { decideRule } from '../rules/decide-rules.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { DeadlineRow, Outcome } from './case-file.ts';
import { type Clock, counting, deadlineOf, pointsOf, timing, withNext } from './deadline-timing.ts';

export type LedgerStep = Clock & {
  readonly acts: readonly StepAct[];
  readonly active: ReadonlySet<string>;
  /** Where the case stood before; empty at its opening. */
  readonly wasActive: ReadonlySet<string>;
  readonly happened: Instant;
  /** When the command was recorded: points that lie later are still to be told after a pause. */
  readonly at: Instant;
  /** Seq of the entry that is being written. */
  readonly seq: number;
};

type Rows = { readonly all: Map<string, DeadlineRow>; readonly changed: Set<string> };

/** The rows that an entry adds or changes, by id; `given` are those its own kind has already changed (told, passed). */
export function changeLedger(
  step: LedgerStep,
  given: Readonly<Record<string, DeadlineRow>> = {},
): Readonly<Record<string, DeadlineRow>> {
  const rows: Rows = {
    all: new Map(Object.entries({ ...step.caseFile.deadlines, ...given })),
    changed: new Set(Object.keys(given)),
  };
  meetByRule(step, rows);
  for (const act of [...ofStates(step), ...trackActs(step)]) ACTS[act.kind](step, rows, act);
  armNewRecords(step, rows);
  meetByRule(step, rows);
  pause(step, rows);
  return Object.fromEntries(
    [...rows.changed].flatMap((id) => (rows.all.has(id) ? [[id, rows.all.get(id) as DeadlineRow]] : [])),
  );
}

/**
 * A track is never left by the machine: what must be met by it runs while it is open, that is while it stands in neither
 * an idle nor an end step.
 */
function trackActs({ pathway, acts, active, wasActive }: LedgerStep): readonly StepAct[] {
  if (acts.length === 0) return [];
  return pathway.tracks.flatMap((state): StepAct[] => {
    const [was, is] = [isTrackOpen(pathway, state, wasActive), isTrackOpen(pathway, state, active)];
    if (was === is) return [];
    return [{ kind: is ? 'enter' : 'leave', state }];
  });
}

/** What the machine did, the entering of tracks at opening left out: `trackActs` tells it. */
function ofStates({ pathway, acts }: LedgerStep): readonly StepAct[] {
  return acts.filter(
    ({ kind, state }) => kind === 'arm' || kind === 'drop' || !pathway.tracks.includes(state),
  );
}

/** Running or paused. */
export function isAlive({ state }: DeadlineRow): boolean {
  return state === 'running' || state === 'paused';
}

/** The row of a `records` fact that a row of the ledger stands for, as the facts have it now. */
export function recordOf({ pathway, decided }: Clock, { deadline, on }: DeadlineRow): FactRow | undefined {
  const { each } = deadlineOf(pathway, deadline);
  return each === undefined ? undefined : recordsOf(decided.facts[each]).find(({ id }) => id === on.record);
}

const ACTS: { readonly [kind in StepAct['kind']]: (step: LedgerStep, rows: Rows, act: StepAct) => void } = {
  leave: (step, rows, { state }) => {
    for (const row of alive(rows, 'meet', state)) end(step, rows, row, onLeaving(step, row));
  },
  drop: (step, rows, act) => {
    for (const row of alive(rows, 'move', act.state)) {
      if (act.kind === 'drop' && row.deadline === act.deadline) end(step, rows, row, 'dropped');
    }
  },
  enter: (step, rows, { state }) => {
    for (const { deadline, task } of obligations(step, state)) {
      const { each } = deadlineOf(step.pathway, deadline);
      const on = { state, ...(task !== undefined && { task }) };
      if (each === undefined) arm(step, rows, { deadline, kind: 'meet', on });
      else
        for (const { id } of recordsOf(step.decided.facts[each]))
          arm(step, rows, { deadline, kind: 'meet', on: { ...on, record: id } });
    }
  },
  arm: (step, rows, act) => {
    if (act.kind === 'arm')
      arm(step, rows, { deadline: act.deadline, kind: 'move', on: { state: act.state } });
  },
};

/** Deadlines of a step or stage, and those of its tasks. */
function obligations(
  { pathway: { pack } }: LedgerStep,
  state: string,
): readonly { readonly deadline: string; readonly task?: string }[] {
  const definition = Object.hasOwn(pack.steps, state) ? pack.steps[state] : undefined;
  const tasks = Object.entries(stepOf(pack, state)?.tasks ?? {});
  return [
    ...(definition?.deadlines ?? []).map((deadline) => ({ deadline })),
    ...tasks.flatMap(([task, { deadline }]) => (deadline === undefined ? [] : [{ deadline, task }])),
  ].filter(({ deadline }) => Object.hasOwn(pack.deadlines, deadline));
}

function arm(step: LedgerStep, rows: Rows, row: Pick<DeadlineRow, 'deadline' | 'kind' | 'on'>): void {
  const count = [...rows.all.values()].filter(({ deadline }) => deadline === row.deadline).length;
  const id = `${row.deadline}#${count + 1}`;
  const armed = { ...row, id, armed: step.happened, from: step.happened, told: 0, state: 'running' as const };
  const timed = timing(step, row.deadline, { entry: step.happened, record: recordOf(step, armed) });
  put(rows, withNext(step.pathway, { ...armed, ...timed }));
}

/** Records that were added while their step is open get their row; those taken away lose it. */
function armNewRecords(step: LedgerStep, rows: Rows): void {
  for (const state of step.active) {
    for (const { deadline, task } of obligations(step, state)) {
      const { each } = deadlineOf(step.pathway, deadline);
      if (each === undefined) continue;
      const since = step.caseFile.open[state] ?? step.caseFile.opened;
      const known = [...rows.all.values()].filter(
        (row) =>
          row.deadline === deadline && row.on.state === state && row.on.task === task && row.armed >= since,
      );
      const records = recordsOf(step.decided.facts[each]);
      for (const { id } of records) {
        if (known.some(({ on }) => on.record === id)) continue;
        arm(step, rows, {
          deadline,
          kind: 'meet',
          on: { state, ...(task !== undefined && { task }), record: id },
        });
      }
      for (const row of known) {
        if (isAlive(row) && !records.some(({ id }) => id === row.on.record)) end(step, rows, row, 'dropped');
      }
    }
  }
}

function meetByRule(step: LedgerStep, rows: Rows): void {
  for (const row of rows.all.values()) {
    if (isAlive(row) && row.kind === 'meet' && metOutcome(step, row) === 'yes')
      end(step, rows, row, judged(row, step.happened));
  }
}

/** The rule by which a row is met, if it is not met by leaving. */
function metRule({ pathway: { pack } }: LedgerStep, { deadline, on }: DeadlineRow): string | undefined {
  const tasks = stepOf(pack, on.state)?.tasks;
  const ofTask = on.task === undefined ? undefined : tasks?.[on.task]?.met;
  const { met } = pack.deadlines[deadline] ?? { met: 'leaving' as const };
  return ofTask ?? (met === 'leaving' ? undefined : met.rule);
}

function metOutcome(step: LedgerStep, row: DeadlineRow): Outcome | undefined {
  const rule = metRule(step, row);
  if (rule === undefined || !Object.hasOwn(step.decided.outcomes, rule)) return undefined;
  const record = recordOf(step, row);
  if (!record) return step.decided.outcomes[rule];
  const { id: _, ...fields } = record;
  return decideRule(step.pathway.program, rule, { ...step.decided.facts, ...fields }, step.decided.at);
}

/** Kept or missed is judged by when it happened, even when an escalation was told meanwhile. */
function judged({ due }: DeadlineRow, happened: Instant): DeadlineRow['state'] {
  if (due === undefined) return 'dropped';
  return happened <= due ? 'kept' : 'missed';
}

/** Leaving meets a row that has no rule; one that has, and was not met in time, is missed, else no longer asked. */
function onLeaving(step: LedgerStep, row: DeadlineRow): DeadlineRow['state'] {
  if (metRule(step, row) === undefined) return judged(row, step.happened);
  return row.due !== undefined && step.happened > row.due ? 'missed' : 'dropped';
}

/** A row is paused while the case stands in a step or a tag that its deadline names; what passed meanwhile is not counted. */
function pause(step: LedgerStep, rows: Rows): void {
  for (const row of rows.all.values()) {
    if (!isAlive(row)) continue;
    const definition = deadlineOf(step.pathway, row.deadline);
    const stands = (definition.paused ?? []).some((reference) => standsIn(step, reference));
    if (stands && row.state === 'running') {
      put(rows, withNext(step.pathway, { ...row, state: 'paused', pausedSince: step.happened }));
    }
    if (!stands && row.state === 'paused') resume(step, rows, row);
  }
}

function resume(step: LedgerStep, rows: Rows, row: DeadlineRow): void {
  const { pausedSince = step.happened, ...rest } = row;
  const count = counting(step.pathway, deadlineOf(step.pathway, row.deadline));
  const pausedFor = (row.pausedFor ?? 0) + pausedSpan(pausedSince, step.happened, count);
  const timed = row.fixed
    ? { from: row.from, ...(row.due !== undefined && { due: row.due }) }
    : timing(step, row.deadline, { entry: row.armed, pausedFor, record: recordOf(step, row) });
  put(rows, retimed(step, { ...rest, state: 'running', pausedFor }, timed));
}

/** A row with another due instant: points that now lie ahead are to be told again. */
export function retimed(
  { pathway, at }: Pick<LedgerStep, 'pathway' | 'at'>,
  row: DeadlineRow,
  timed: Pick<DeadlineRow, 'from' | 'due' | 'needsLaw'>,
): DeadlineRow {
  const { due: _, needsLaw: __, ...rest } = row;
  const moved = { ...rest, ...timed };
  return withNext(pathway, { ...moved, told: Math.min(row.told, toldBy(pathway, moved, at)) });
}

function toldBy(pathway: LedgerStep['pathway'], row: DeadlineRow, at: Instant): number {
  return pointsOf(pathway, row).filter((point) => point.at <= at).length;
}

function standsIn({ pathway: { states }, active }: LedgerStep, reference: string): boolean {
  const [kind, id = ''] = reference.split(':');
  if (kind !== 'tag') return active.has(id);
  return [...active].some((state) => states.get(state)?.tags.has(id));
}

function alive(rows: Rows, kind: DeadlineRow['kind'], state: string): readonly DeadlineRow[] {
  return [...rows.all.values()].filter((row) => row.kind === kind && row.on.state === state && isAlive(row));
}

function end(step: LedgerStep, rows: Rows, row: DeadlineRow, state: DeadlineRow['state']): void {
  const { next: _, pausedSince: __, ...rest } = row;
  put(rows, { ...rest, state, ended: step.happened, endedBy: step.seq });
}

function put(rows: Rows, row: DeadlineRow): void {
  rows.all.set(row.id, row);
  rows.changed.add(row.id);
}

function recordsOf(value: unknown): readonly FactRow[] {
  return Array.isArray(value)
    ? value.filter((row): row is FactRow => typeof row === 'object' && row !== null && 'id' in row)
    : [];
}
