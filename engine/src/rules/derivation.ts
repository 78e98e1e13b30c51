import { localDate, toEpochMs } from '../calendar/instant.ts';
import { daysBetween, yearsBetween } from '../calendar/local-date.ts';
import type { Derive } from '../procedure/facts.ts';
import type { FactRow, FactValue } from '../procedure/value.ts';
import type { LocalDate } from '../vocabulary/instant.ts';
import { type ConditionScope, compileConditions } from './compile-conditions.ts';
import { throughRecords } from './names-in.ts';
import type { Asked, ConditionNode, Reading, Run } from './run.ts';
import { own, type Subject, subjectOf } from './subject.ts';
import { NO, type Tri, UNKNOWN, YES } from './tri.ts';
import { familyOf, shapeOf } from './value-shape.ts';

/** How a fact is derived, compiled once. */
export interface Derivation {
  /** Undefined is unknown. */
  value(run: Run): FactValue | undefined;
  /** Notes the facts to ask so that it becomes known; called while it is unknown. */
  ask(run: Run, asked: Asked): void;
}

const MS_PER_HOUR = 3_600_000;

/** Compiles one derivation; what it names and is not there, or is of another type, makes it unknown for ever. */
export function compileDerivation(derive: Derive, scope: ConditionScope): Derivation {
  if ('years' in derive || 'days' in derive || 'hours' in derive) return spanDerivation(derive, scope);
  const { of, where } = throughRecords(derive);
  const records = readingOf(of, scope);
  if (!records) return NEVER;
  const rowScope: ConditionScope = { ...scope, of };
  const node = where && compileConditions(where, rowScope);
  if ('latest' in derive) return latestDerivation(derive.latest, { records, node, of }, scope);
  const tally = 'count' in derive ? countOf : 'every' in derive ? everyOf : someOf;
  return {
    value: (run) => {
      const rows = rowsOf(records, run);
      return rows && tally(rows.map((row) => chosen(node, row, run)));
    },
    ask: (run, asked) => askRows(records, node, run, asked),
  };
}

const NEVER: Derivation = { value: () => undefined, ask: () => {} };

type Span = Extract<Derive, { years: unknown } | { days: unknown } | { hours: unknown }>;

function spanDerivation(derive: Span, scope: ConditionScope): Derivation {
  const unit = 'years' in derive ? yearsUnit : 'days' in derive ? daysUnit : hoursUnit;
  const { from, asOf } = 'years' in derive ? derive.years : 'days' in derive ? derive.days : derive.hours;
  const start = timeOf(from, scope);
  const end = asOf === undefined ? NOW : timeOf(asOf, scope);
  const otherwise = derive.else === undefined ? undefined : readingOf(derive.else, scope);
  const zone = scope.book.pack.timeZone;
  return {
    value: (run) => {
      const first = start?.read(run);
      const last = end?.read(run);
      const span = first && last && unit(first, last, zone);
      return span === undefined ? otherwise?.read(run) : span;
    },
    ask: (run, asked) => {
      if (start?.read(run) === undefined) start?.ask(run, asked);
      if (end?.read(run) === undefined) end?.ask(run, asked);
      if (otherwise?.read(run) === undefined) otherwise?.ask(run, asked);
    },
  };
}

/** A date or an instant; of the instant of evaluation the date is known already. */
type Time = { readonly value: string; readonly family: 'date' | 'instant'; readonly date?: LocalDate };
type TimeReading = { read(run: Run): Time | undefined; ask(run: Run, asked: Asked): void };

const NOW: TimeReading = {
  read: ({ moment }) => ({ value: moment.at, family: 'instant', date: moment.today() }),
  ask: () => {},
};

function timeOf(id: string, scope: ConditionScope): TimeReading | undefined {
  const subject = subjectOf(scope.book, id);
  const family = subject && familyOf(subject.type);
  if (!subject || (family !== 'date' && family !== 'instant')) return undefined;
  const reading = scope.reading(subject);
  return {
    read: (run) => {
      const value = reading.read(run);
      return typeof value === 'string' ? { value, family } : undefined;
    },
    ask: (run, asked) => reading.ask(run, asked),
  };
}

/** Whole years and days are told between local dates; both are negative when the first lies after the second. */
function yearsUnit(first: Time, last: Time, zone: string): number {
  return yearsBetween(dateOf(first, zone), dateOf(last, zone)) + 0;
}

function daysUnit(first: Time, last: Time, zone: string): number {
  return daysBetween(dateOf(first, zone), dateOf(last, zone)) + 0;
}

/** Completed hours between two instants; a date has no hours, so with a date it is unknown. */
function hoursUnit(first: Time, last: Time): number | undefined {
  if (first.family === 'date' || last.family === 'date') return undefined;
  return Math.trunc((toEpochMs(last.value) - toEpochMs(first.value)) / MS_PER_HOUR) + 0;
}

function dateOf(time: Time, zone: string): LocalDate {
  if (time.date !== undefined) return time.date;
  return time.family === 'date' ? time.value : localDate(time.value, zone);
}

/** How many rows count; unknown while any row may or may not. */
function countOf(rows: readonly Tri[]): number | undefined {
  return rows.includes(UNKNOWN) ? undefined : rows.filter((tri) => tri === YES).length;
}

/** True of no rows at all: ask for a count where one is needed. */
function everyOf(rows: readonly Tri[]): boolean | undefined {
  if (rows.includes(NO)) return false;
  return rows.includes(UNKNOWN) ? undefined : true;
}

function someOf(rows: readonly Tri[]): boolean | undefined {
  if (rows.includes(YES)) return true;
  return rows.includes(UNKNOWN) ? undefined : false;
}

type Through = { readonly records: Reading; readonly node: ConditionNode | undefined; readonly of: string };

/** The field of the newest row; among rows of one date, of the last in the list. Unknown when no row counts. */
function latestDerivation(
  { field, by = field }: { readonly field: string; readonly by?: string | undefined },
  { records, node, of }: Through,
  scope: ConditionScope,
): Derivation {
  const subject = subjectOf(scope.book, by, of);
  if (subject?.kind !== 'field' || !isTime(subject)) return NEVER;
  const fits = shapeOf(subject.type);
  const timeIn = (row: FactRow): string | undefined => {
    const value = own<FactRow[string]>(row, by);
    return typeof value === 'string' && fits(value) ? value : undefined;
  };
  return {
    value: (run) => {
      const rows = (rowsOf(records, run) ?? []).map((row) => ({
        row,
        counts: chosen(node, row, run),
        when: timeIn(row),
      }));
      const counted = rows.filter(({ counts }) => counts !== NO);
      if (counted.some(({ when }) => when === undefined)) return undefined;
      const newest = counted.reduce<(typeof counted)[number] | undefined>(
        (best, next) => (best && (best.when ?? '') > (next.when ?? '') ? best : next),
        undefined,
      );
      return newest?.counts === YES ? own<FactRow[string]>(newest.row, field) : undefined;
    },
    ask: (run, asked) => {
      askRows(records, node, run, asked);
      asked.facts.add(of);
    },
  };
}

function isTime(subject: Subject): boolean {
  const family = familyOf(subject.type);
  return family === 'date' || family === 'instant';
}

function chosen(node: ConditionNode | undefined, row: FactRow, run: Run): Tri {
  return node ? inRow(run, row, () => node.decide(run)) : YES;
}

function askRows(records: Reading, node: ConditionNode | undefined, run: Run, asked: Asked): void {
  const rows = rowsOf(records, run);
  if (!rows) records.ask(run, asked);
  for (const row of rows ?? []) {
    if (node && chosen(node, row, run) === UNKNOWN) inRow(run, row, () => node.ask(run, asked));
  }
}

function inRow<T>(run: Run, row: FactRow, read: () => T): T {
  run.row = row;
  const found = read();
  run.row = undefined;
  return found;
}

function rowsOf(records: Reading, run: Run): readonly FactRow[] | undefined {
  const value = records.read(run);
  return Array.isArray(value) && value.every(isRow) ? value : undefined;
}

function isRow(item: unknown): item is FactRow {
  return typeof item === 'object' && item !== null;
}

function readingOf(id: string, scope: ConditionScope): Reading | undefined {
  const subject: Subject | undefined = subjectOf(scope.book, id);
  return subject && scope.reading(subject);
}
