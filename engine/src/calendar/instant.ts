import { Temporal } from 'temporal-polyfill';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Duration, Instant, LocalDate } from '../vocabulary/instant.ts';
import { durationParts } from './duration.ts';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;
const FIRST_MS = -62_167_219_200_000;
const LAST_MS = 253_402_300_799_999;

/**
 * Normalises RFC 3339 text to UTC with milliseconds; what is finer than a millisecond is cut, seconds may be left out.
 * Throws `instant.invalid` for a text without an offset, a day that does not exist, or a year outside 0000 to 9999.
 */
export function toInstant(text: string): Instant {
  if (!RFC_3339.test(text)) throw invalidInstant(text);
  try {
    return fromEpochMs(Temporal.Instant.from(text.toUpperCase()).epochMilliseconds);
  } catch {
    throw invalidInstant(text);
  }
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function toEpochMs(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** The instant at whole milliseconds since 1970-01-01T00:00:00Z; throws `instant.invalid` outside the years 0000 to 9999. */
export function fromEpochMs(ms: number): Instant {
  if (!Number.isInteger(ms) || ms < FIRST_MS || ms > LAST_MS) throw invalidInstant(String(ms));
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 });
}

/** Negative when `a` is earlier, positive when later, 0 when equal: for sorting. */
export function compareInstants(a: Instant, b: Instant): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The latest of some instants. */
export function latestInstant(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((latest, next) => (next > latest ? next : latest), first);
}

/** The earliest of some instants. */
export function earliestInstant(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((earliest, next) => (next < earliest ? next : earliest), first);
}

/**
 * Adds a duration as a clock on the wall of `timeZone` does: years, months and days keep the local hour (months clip to
 * their last day), then hours and minutes are exact. For legal deadlines use `dueInstant`.
 */
export function addDuration(instant: Instant, duration: Duration, timeZone: string): Instant {
  return shift(instant, duration, timeZone, 1);
}

/** Goes back by a duration, with the same rules as `addDuration`. */
export function subtractDuration(instant: Instant, duration: Duration, timeZone: string): Instant {
  return shift(instant, duration, timeZone, -1);
}

/** The calendar date it is at an instant in a zone. */
export function localDate(instant: Instant, timeZone: string): LocalDate {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** The first instant of a local day: midnight, or the first moment after it where a clock change skips midnight. */
export function startOfLocalDay(date: LocalDate, timeZone: string): Instant {
  return fromEpochMs(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

/** True when the name is an IANA time zone known here, such as `Africa/Porto-Novo`; a bare offset is not a zone. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function shift(instant: Instant, duration: Duration, timeZone: string, sign: 1 | -1): Instant {
  const { years, months, days, minutes } = durationParts(duration);
  const moved = zoned(instant, timeZone).add({
    years: sign * years,
    months: sign * months,
    days: sign * days,
  });
  return fromEpochMs(moved.epochMilliseconds + sign * minutes * 60_000);
}

function zoned(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

function invalidInstant(text: string): EngineError {
  return new EngineError(
    'instant.invalid',
    `"${text}" is not an instant: write RFC 3339 with an offset, such as 2026-03-02T08:00:00Z or 2026-03-02T09:00:00+01:00.`,
    { text },
  );
}
