import { dueEpochMs } from '../../calendar/due-instant.ts';
import { countsFromInstant, durationParts } from '../../calendar/duration.ts';
import { fromEpochMs, toEpochMs } from '../../calendar/instant.ts';
import { rungInstant } from '../../calendar/rung-instant.ts';
import { counting } from '../../journal/deadline-timing.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import type { Deadline, Span } from '../../procedure/deadlines.ts';
import type { Pack } from '../../procedure/pack.ts';
import type { Parameter } from '../../procedure/parameters.ts';
import type { Duration } from '../../vocabulary/instant.ts';
import type { LocalDays } from './local-days.ts';

/** When a span that begins is due, in epoch milliseconds: the calendar's own answer, remembered by day where it depends on the day alone. */
export type DueOf = (fromMs: number, pausedFor: number) => number;

/** When a part of a span is told. */
export type RungOf = (fromMs: number, dueMs: number, percent: number) => number;

const MINUTE_MS = 60_000;

/** How one span of a deadline is counted. */
export function dueFunction(
  pathway: Pathway,
  definition: Deadline,
  within: Duration,
  days: Pick<LocalDays, 'dayOf'>,
): DueOf {
  const count = counting(pathway, definition);
  const asked: DueOf = (fromMs, pausedFor) => dueEpochMs({ ...count, fromMs, within, pausedFor });
  if (definition.calendar !== 'elapsed') return asked;
  const { minutes } = durationParts(within);
  if (countsFromInstant(within)) {
    const ms = minutes * MINUTE_MS;
    return definition.ends === 'any' ? (fromMs, pausedFor) => fromMs + ms + pausedFor : asked;
  }
  if (minutes > 0) return asked;
  const byDay = new Map<number, number>();
  return (fromMs, pausedFor) => {
    if (pausedFor !== 0) return asked(fromMs, pausedFor);
    const day = days.dayOf(fromMs);
    const known = byDay.get(day);
    if (known !== undefined) return known;
    const dueMs = asked(fromMs, 0);
    byDay.set(day, dueMs);
    return dueMs;
  };
}

/** How the rungs of one deadline are counted. */
export function rungFunction(pathway: Pathway, definition: Deadline): RungOf {
  const count = counting(pathway, definition);
  if (definition.calendar === 'working') {
    return (fromMs, dueMs, at) =>
      at === 100
        ? dueMs
        : toEpochMs(rungInstant({ ...count, from: fromEpochMs(fromMs), due: fromEpochMs(dueMs), at }));
  }
  return (fromMs, dueMs, at) => {
    if (at === 100 || dueMs <= fromMs) return dueMs;
    const reached = fromMs + Math.floor(((dueMs - fromMs) * at) / 100);
    return at < 100 ? Math.min(reached, dueMs) : Math.max(reached, dueMs);
  };
}

const UNITS: Readonly<Record<string, (count: number) => Duration>> = {
  minutes: (count) => `PT${count}M`,
  hours: (count) => `PT${count}H`,
  days: (count) => `P${count}D`,
  weeks: (count) => `P${count}W`,
  months: (count) => `P${count}M`,
  years: (count) => `P${count}Y`,
};

/** A span written out; undefined while its parameter has no value. */
export function spanText({ parameters }: Pack, span: Exclude<Span, { by: string }>): Duration | undefined {
  if (typeof span === 'string') return span;
  const parameter = Object.hasOwn(parameters, span.parameter) ? parameters[span.parameter] : undefined;
  return parameter && durationOf(parameter);
}

function durationOf({ value, unit }: Parameter): Duration | undefined {
  if (typeof value === 'string') return value;
  const write = unit !== undefined && Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? write?.(value) : undefined;
}
