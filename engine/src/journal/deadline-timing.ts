/** When a row of the ledger is due, and when it must be told, from what the pack says and what the case knows. */
import { type Counting, dueInstant } from '../calendar/due-instant.ts';
import { earliestInstant, latestInstant, startOfLocalDay, toInstant } from '../calendar/instant.ts';
import { rungInstant } from '../calendar/rung-instant.ts';
import { unsound } from '../pathway/index-states.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Anchor, Deadline, Span } from '../procedure/deadlines.ts';
import type { Parameter } from '../procedure/parameters.ts';
import type { FactRow } from '../procedure/value.ts';
import { factValue } from '../rules/decide-rules.ts';
import type { Duration, Instant } from '../vocabulary/instant.ts';
import type { CaseFile, DeadlineRow } from './case-file.ts';
import type { Decided } from './decide.ts';

/** What a deadline counts from and in: the case as it is after the facts at hand. */
export type Clock = { readonly pathway: Pathway; readonly caseFile: CaseFile; readonly decided: Decided };

export type Timing = Pick<DeadlineRow, 'from' | 'due' | 'needsLaw'>;

/** Where a deadline counts from and when it is due; without a due instant while the law of its span is not known. */
export function timing(
  clock: Clock,
  deadline: string,
  {
    entry,
    pausedFor = 0,
    record,
  }: { readonly entry: Instant; readonly pausedFor?: number; readonly record?: FactRow | undefined },
): Timing {
  const definition = deadlineOf(clock.pathway, deadline);
  const from = anchorInstant(clock, definition.from, entry, record) ?? entry;
  const spans = durations(clock, definition.within);
  const due = spans.flatMap((span) =>
    'needsLaw' in span
      ? []
      : [dueInstant({ ...counting(clock.pathway, definition), from, within: span.within, pausedFor })],
  );
  const [first, ...others] = due;
  if (first !== undefined) return { from, due: earliestInstant(first, ...others) };
  const unknown = spans.find((span) => 'needsLaw' in span);
  return { from, ...(unknown && 'needsLaw' in unknown && { needsLaw: unknown.needsLaw }) };
}

/** An instant at which a row must be told: a rung of the escalation, or the due instant itself. */
export type Point = { readonly at: Instant; readonly percent: number; readonly to?: string };

/** The points of a row by time; none while it has no due instant. What moves the case is over with its due instant. */
export function pointsOf(
  pathway: Pathway,
  { deadline, kind, from, due }: Timing & Pick<DeadlineRow, 'deadline' | 'kind'>,
): readonly Point[] {
  if (due === undefined) return [];
  const definition = deadlineOf(pathway, deadline);
  const rungs = (definition.escalation ?? [])
    .map(({ at, to }) => ({ percent: at, to }))
    .filter(({ percent }) => kind === 'meet' || percent <= 100);
  const all: readonly Omit<Point, 'at'>[] = rungs.some(({ percent }) => percent === 100)
    ? rungs
    : [...rungs, { percent: 100 }];
  const count = counting(pathway, definition);
  return all
    .map((point) => ({ ...point, at: rungInstant({ ...count, from, due, at: point.percent }) }))
    .sort((a, b) => a.percent - b.percent);
}

/** The row with its `next`: the first point not told yet; none once it is not running. */
export function withNext(pathway: Pathway, row: DeadlineRow): DeadlineRow {
  const { next: _, ...rest } = row;
  const next = row.state === 'running' ? pointsOf(pathway, row)[row.told]?.at : undefined;
  return next === undefined ? rest : { ...rest, next };
}

/** A deadline's own definition. */
export function deadlineOf({ pack }: Pathway, deadline: string): Deadline {
  const definition = pack.deadlines[deadline];
  if (!definition) throw unsound(`${deadline} is no deadline of this pack: add it.`);
  return definition;
}

/** What the calendar needs of a deadline. */
export function counting({ pack }: Pathway, { calendar, ends }: Deadline): Counting {
  return { calendar, ends, zone: pack.pack.timeZone, book: pack.calendar };
}

function anchorInstant(
  clock: Clock,
  anchor: Anchor,
  entry: Instant,
  record: FactRow | undefined,
): Instant | undefined {
  if (anchor === 'entry') return entry;
  if ('fact' in anchor) return factInstant(clock, anchor.fact, record);
  if ('done' in anchor) return own(clock.caseFile.done, anchor.done);
  if ('event' in anchor) return own(clock.caseFile.reported, anchor.event)?.at;
  const list = 'latest' in anchor ? anchor.latest : 'earliest' in anchor ? anchor.earliest : anchor.first;
  const known = list.flatMap((inner) => anchorInstant(clock, inner, entry, record) ?? []);
  const [first, ...others] = known;
  if (first === undefined || 'first' in anchor) return first;
  return 'latest' in anchor ? latestInstant(first, ...others) : earliestInstant(first, ...others);
}

function factInstant(
  { pathway, decided }: Clock,
  fact: string,
  record: FactRow | undefined,
): Instant | undefined {
  const value =
    record && Object.hasOwn(record, fact)
      ? record[fact]
      : factValue(pathway.program, fact, decided.facts, decided.at);
  if (typeof value !== 'string') return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return startOfLocalDay(value, pathway.pack.pack.timeZone);
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? toInstant(value) : undefined;
}

type SpanRead = { readonly within: Duration } | { readonly needsLaw: string };

/** The span that holds, or every span that may hold while the enum fact is unknown: the earliest due then counts. */
function durations(clock: Clock, span: Span): readonly SpanRead[] {
  if (typeof span === 'string') return [{ within: span }];
  if ('parameter' in span) return [parameterSpan(clock.pathway, span.parameter)];
  const value = factValue(clock.pathway.program, span.by, clock.decided.facts, clock.decided.at);
  const chosen = typeof value === 'string' ? own(span.values, value) : undefined;
  const possible =
    chosen === undefined
      ? Object.keys(span.values)
          .sort()
          .map((key) => span.values[key])
      : [chosen];
  return possible.flatMap((one) => (one === undefined ? [] : durations(clock, one)));
}

function parameterSpan({ pack }: Pathway, id: string): SpanRead {
  const parameter = own(pack.parameters, id);
  const within = parameter && durationOf(parameter);
  return within === undefined ? { needsLaw: id } : { within };
}

const UNITS: Readonly<Record<string, (count: number) => Duration>> = {
  minutes: (count) => `PT${count}M`,
  hours: (count) => `PT${count}H`,
  days: (count) => `P${count}D`,
  weeks: (count) => `P${count}W`,
  months: (count) => `P${count}M`,
  years: (count) => `P${count}Y`,
};

/** A duration written as such, or a whole number with its unit. */
function durationOf({ value, unit }: Parameter): Duration | undefined {
  if (typeof value === 'string') return value;
  const write = unit === undefined ? undefined : own(UNITS, unit);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? write?.(value) : undefined;
}

function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
