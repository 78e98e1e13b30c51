import { countsFromInstant, type DurationParts, durationParts } from '../calendar/duration.ts';
import { type Deadline, durationSchema } from '../procedure/deadlines.ts';
import type { Json } from '../vocabulary/json.ts';
import { isJsonObject } from './merge-patch.ts';

const MINUTES_OF_A_DAY = 1_440;

type Packs = {
  readonly inherited: Readonly<Record<string, Json>>;
  readonly laid: Readonly<Record<string, Json>>;
};

/** How the days and hours of a span are counted, before and after. */
type Calendars = { readonly was: Calendar; readonly is: Calendar };
type Calendar = Deadline['calendar'];

const ELAPSED: Calendars = { was: 'elapsed', is: 'elapsed' };

/**
 * True when a span is surely not longer than the one it replaces: for every value of its table, and however long its
 * months and its working days are. A span that was not known may become any; one that is no longer known is not surely
 * shorter.
 */
export function isNotLonger(
  packs: Packs,
  old: Json | undefined,
  now: Json | undefined,
  calendars = ELAPSED,
): boolean {
  const before = spans(old, packs.inherited.parameters);
  const after = spans(now, packs.laid.parameters);
  return [...new Set([...before.keys(), ...after.keys()])].every((value) => {
    const was = at(before, value);
    const is = at(after, value);
    if (was === undefined) return true;
    if (is === undefined) return false;
    return was === is || isSurelyWithin(is, was, calendars);
  });
}

/** Days count from the day after, so that they last up to a day more; of working time only like is compared with like. */
function isSurelyWithin(is: string, was: string, calendars: Calendars): boolean {
  const alike = countsFromInstant(is) === countsFromInstant(was);
  if (calendars.is === 'working') return alike && isWithinEachUnit(durationParts(is), durationParts(was));
  if (!alike && calendars.was === 'working' && countsFromInstant(is)) return false;
  return (alike ? minutes(is, 'most') : longest(is)) <= minutes(was, 'least');
}

/** A working day lasts nobody knows how long: it is never weighed against weeks or hours. */
function isWithinEachUnit(is: DurationParts, was: DurationParts): boolean {
  const onlyCalendar = { days: 0, minutes: 0 };
  return (
    ofParts({ ...is, ...onlyCalendar }, 'most') <= ofParts({ ...was, ...onlyCalendar }, 'least') &&
    is.days <= was.days &&
    is.minutes <= was.minutes
  );
}

function at(table: ReadonlyMap<string, string | undefined>, value: string): string | undefined {
  if (table.has(value)) return table.get(value);
  return table.has('') ? table.get('') : shortest(table);
}

/** Duration for each value of the table, `''` for a span without one; undefined where it is not known. */
function spans(span: Json | undefined, parameters: Json | undefined): Map<string, string | undefined> {
  if (isJsonObject(span) && isJsonObject(span.values)) {
    return new Map(Object.entries(span.values).map(([value, part]) => [value, durationOf(part, parameters)]));
  }
  return new Map([['', span === undefined ? undefined : durationOf(span, parameters)]]);
}

function durationOf(span: Json, parameters: Json | undefined): string | undefined {
  const named = isJsonObject(span) && typeof span.parameter === 'string' ? span.parameter : undefined;
  const parameter = named !== undefined && isJsonObject(parameters) ? parameters[named] : undefined;
  const text = named === undefined ? span : isJsonObject(parameter) ? parameter.value : undefined;
  return durationSchema.safeParse(text).success ? String(text) : undefined;
}

/** Unknown takes the shortest. */
function shortest(table: ReadonlyMap<string, string | undefined>): string | undefined {
  const known = [...table.values()].filter((each) => each !== undefined);
  return known.sort((a, b) => longest(a) - longest(b))[0];
}

/** The most that a span can last: what counts in days runs from the day after. */
function longest(duration: string): number {
  return minutes(duration, 'most') + (countsFromInstant(duration) ? 0 : MINUTES_OF_A_DAY);
}

function minutes(duration: string, which: 'least' | 'most'): number {
  return ofParts(durationParts(duration), which);
}

function ofParts(parts: DurationParts, which: 'least' | 'most'): number {
  const { years, months, weeks, days, minutes: rest } = parts;
  const [inYear, inMonth] = which === 'least' ? [365, 28] : [366, 31];
  return (years * inYear + months * inMonth + weeks * 7 + days) * MINUTES_OF_A_DAY + rest;
}
