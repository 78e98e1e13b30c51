import { dueEpochMs } from '../../calendar/due-instant.ts';
import { countsFromInstant, durationParts } from '../../calendar/duration.ts';
import { fromEpochMs, localDay, toEpochMs } from '../../calendar/instant.ts';
import { rungInstant } from '../../calendar/rung-instant.ts';
import { counting } from '../../journal/deadline-timing.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import type { Deadline, Span } from '../../procedure/deadlines.ts';
import type { Pack } from '../../procedure/pack.ts';
import type { Parameter } from '../../procedure/parameters.ts';
import type { Duration } from '../../vocabulary/instant.ts';

/** When a span that begins is due, in epoch milliseconds: the calendar's own answer, remembered by day where it depends on the day alone. */
export type DueOf = (within: Duration, fromMs: number, pausedFor: number) => number;

/** When a part of a span is told. */
export type RungOf = (fromMs: number, dueMs: number, percent: number) => number;

const MINUTE_MS = 60_000;

/** How one deadline is counted. */
export function dueFunction(pathway: Pathway, definition: Deadline): DueOf {
  const count = counting(pathway, definition);
  const isElapsed = definition.calendar === 'elapsed';
  const byDay = new Map<string, Map<number, number>>();
  const exactMs = new Map<string, number>();
  return (within, fromMs, pausedFor) => {
    if (pausedFor === 0 && isElapsed) {
      const exact = exactMs.get(within);
      if (exact !== undefined) return fromMs + exact;
      const fromInstant = countsFromInstant(within);
      const parts = fromInstant || byDay.has(within) ? undefined : durationParts(within);
      if (fromInstant && definition.ends === 'any') {
        const ms = durationParts(within).minutes * MINUTE_MS;
        exactMs.set(within, ms);
        return fromMs + ms;
      }
      if (parts?.minutes === 0) byDay.set(within, new Map());
      const days = byDay.get(within);
      if (days) {
        const day = localDay(fromMs, count.zone);
        const known = days.get(day);
        if (known !== undefined) return known;
        const dueMs = dueEpochMs({ ...count, fromMs, within });
        days.set(day, dueMs);
        return dueMs;
      }
    }
    return dueEpochMs({ ...count, fromMs, within, pausedFor });
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
