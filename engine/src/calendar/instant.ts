import { EngineError } from '../vocabulary/engine-error.ts';
import type { Duration, Instant, LocalDate } from '../vocabulary/instant.ts';
import { dayNumberOf, fromDayNumber, isDay, toDayNumber } from './day-number.ts';
import { durationParts } from './duration.ts';
import { addMonthsTo } from './local-date.ts';
import { fromLocalMs, offsetMs } from './zone-clock.ts';

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;
const FIRST_MS = -62_167_219_200_000;
const LAST_MS = 253_402_300_799_999;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Normalises RFC 3339 text to UTC with milliseconds; what is finer than a millisecond is cut, seconds may be left out,
 * a leap second is read as the second before. Throws `instant.invalid` for a text without an offset, a day that does
 * not exist, or a year outside 0000 to 9999.
 */
export function toInstant(text: string): Instant {
  return fromEpochMs(toEpochMs(text));
}

/** Milliseconds since 1970-01-01T00:00:00Z of an instant; throws as `toInstant` does. */
export function toEpochMs(text: string): number {
  const parts = RFC_3339.exec(text);
  if (!parts || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) throw invalidInstant(text);
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const seconds = Math.min(59, Number(parts[6] ?? 0));
  const ms = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const aheadMinutes = parts[8]
    ? (Number(parts[9]) * 60 + Number(parts[10])) * (parts[8] === '-' ? -1 : 1)
    : 0;
  return (
    dayNumberOf(year, month, day) * DAY_MS +
    (hour * 60 + minute - aheadMinutes) * MINUTE_MS +
    seconds * 1_000 +
    ms
  );
}

/** The instant at whole milliseconds since 1970-01-01T00:00:00Z; throws `instant.invalid` outside the years 0000 to 9999. */
export function fromEpochMs(epochMs: number): Instant {
  if (!Number.isInteger(epochMs) || epochMs < FIRST_MS || epochMs > LAST_MS)
    throw invalidInstant(String(epochMs));
  const day = Math.floor(epochMs / DAY_MS);
  const ms = epochMs - day * DAY_MS;
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const time = `${two(ms / 3_600_000)}:${two((ms / MINUTE_MS) % 60)}:${two((ms / 1_000) % 60)}`;
  return `${fromDayNumber(day)}T${time}.${String(ms % 1_000).padStart(3, '0')}Z`;
}

/** The same, and for what lies beyond the year 9999 its last millisecond: a date typed wrong must not stop a case. */
export function fromFarEpochMs(epochMs: number): Instant {
  return fromEpochMs(Math.min(epochMs, LAST_MS));
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
 * Adds a duration as a clock on the wall of `timeZone` does: years, months, weeks and days keep the local hour (months
 * clip to their last day), then hours and minutes are exact. For legal deadlines use `dueInstant`.
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
  return fromDayNumber(localDay(toEpochMs(instant), timeZone));
}

/** The day number it is at an instant in a zone. */
export function localDay(epochMs: number, timeZone: string): number {
  return Math.floor((epochMs + offsetMs(epochMs, timeZone)) / DAY_MS);
}

/** The first instant of a local day: midnight, or the first moment after it where a clock change skips midnight. */
export function startOfLocalDay(date: LocalDate, timeZone: string): Instant {
  return fromEpochMs(localTime(toDayNumber(date), 0, timeZone));
}

/** The last millisecond of a local day, so that what is due then is shown on that day. */
export function endOfLocalDay(date: LocalDate, timeZone: string): Instant {
  return fromEpochMs(localTime(toDayNumber(date) + 1, 0, timeZone) - 1);
}

/** The epoch milliseconds of a minute of a day, as its clocks show it; a time that a change of clocks skips is the moment of the change. */
export function localTime(day: number, minuteOfDay: number, timeZone: string): number {
  return fromLocalMs(day * DAY_MS + minuteOfDay * MINUTE_MS, timeZone);
}

function shift(instant: Instant, duration: Duration, timeZone: string, sign: 1 | -1): Instant {
  const { years, months, weeks, days, minutes } = durationParts(duration);
  const exactMs = sign * minutes * MINUTE_MS;
  const fromMs = toEpochMs(instant);
  if (years + months + weeks + days === 0) return fromEpochMs(fromMs + exactMs);
  const day = localDay(fromMs, timeZone);
  const sinceMidnightMs = fromMs + offsetMs(fromMs, timeZone) - day * DAY_MS;
  const target =
    addMonthsTo(day, { years: sign * years, months: sign * months, weeks: sign * weeks }) + sign * days;
  return fromEpochMs(fromLocalMs(target * DAY_MS + sinceMidnightMs, timeZone) + exactMs);
}

function invalidInstant(text: string): EngineError {
  return new EngineError(
    'instant.invalid',
    `"${text}" is not an instant: write RFC 3339 with an offset, such as 2026-03-02T08:00:00Z or 2026-03-02T09:00:00+01:00.`,
    { text },
  );
}
