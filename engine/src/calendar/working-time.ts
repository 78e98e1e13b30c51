/** Arithmetic on the hours that are worked. Instants are epoch milliseconds here; `due-instant.ts` speaks in text. */
import type { Calendar } from '../procedure/calendar.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { localDay, localTime, toEpochMs } from './instant.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

/** From opening to closing; both ends count as working instants. */
export type OpenHours = { readonly opensMs: number; readonly closesMs: number };

/** Where working time is counted: an IANA time zone, and the calendar of a pack. */
export type Workplace = { readonly zone: string; readonly book: Calendar };

const MINUTE_MS = 60_000;
const openings = new WeakMap<Calendar, readonly (readonly [number, number])[]>();

/** The hours of a day in order, overlaps joined and empty ones dropped; none on a day that is not worked. */
export function openHours(day: number, { zone, book }: Workplace): readonly OpenHours[] {
  if (!isWorkingDay(day, book)) return [];
  return minutesOpen(book).flatMap(([from, to]) => {
    const opensMs = localTime(day, from, zone);
    const closesMs = localTime(day, to, zone);
    return closesMs > opensMs ? [{ opensMs, closesMs }] : [];
  });
}

/** True at an instant within the hours of a working day, opening and closing included. */
export function isWorkingInstant(ms: number, place: Workplace): boolean {
  return openHours(localDay(ms, place.zone), place).some(
    ({ opensMs, closesMs }) => opensMs <= ms && ms <= closesMs,
  );
}

/** The instant itself when it is worked, else the next opening. */
export function nextWorkingInstant(ms: number, place: Workplace): number {
  for (const { opensMs, closesMs } of hoursFrom(ms, place)) if (ms <= closesMs) return Math.max(ms, opensMs);
  throw noWorkingTime();
}

/** The last closing of the first working day at or after a day, not before an instant when one is given. */
export function closingOf(day: number, place: Workplace, notBeforeMs = Number.NEGATIVE_INFINITY): number {
  const worked = nextWorkingDay(day, place.book);
  const closesMs = openHours(worked, place).at(-1)?.closesMs;
  if (closesMs === undefined && minutesOpen(place.book).length === 0) throw noWorkingTime();
  return closesMs === undefined || closesMs < notBeforeMs
    ? closingOf(worked + 1, place, notBeforeMs)
    : closesMs;
}

/** Counts worked milliseconds forward; a span that fits a day to its end ends at closing, not at the next opening. */
export function addWorkingMs(fromMs: number, spanMs: number, place: Workplace): number {
  let leftMs = spanMs;
  for (const { opensMs, closesMs } of hoursFrom(fromMs, place)) {
    const startMs = Math.max(fromMs, opensMs);
    if (startMs > closesMs) continue;
    if (leftMs <= closesMs - startMs) return startMs + leftMs;
    leftMs -= closesMs - startMs;
  }
  throw noWorkingTime();
}

/** Milliseconds worked between two instants; 0 when `to` is not later than `from`. */
export function workingMsBetween(fromMs: number, toMs: number, place: Workplace): number {
  let workedMs = 0;
  for (let day = localDay(fromMs, place.zone); day <= localDay(toMs, place.zone); day += 1) {
    for (const { opensMs, closesMs } of openHours(day, place)) {
      workedMs += Math.max(0, Math.min(toMs, closesMs) - Math.max(fromMs, opensMs));
    }
  }
  return workedMs;
}

/** Whole minutes worked between two instants; 0 when `to` is not later than `from`. */
export function workingMinutesBetween(from: Instant, to: Instant, place: Workplace): number {
  return Math.floor(workingMsBetween(toEpochMs(from), toEpochMs(to), place) / MINUTE_MS);
}

/** Every span of open hours from the local day of an instant on, without end; throws `pack.unsound` when there is none. */
function* hoursFrom(ms: number, place: Workplace): Generator<OpenHours, never> {
  if (minutesOpen(place.book).length === 0) throw noWorkingTime();
  for (let day = localDay(ms, place.zone); ; day += 1) {
    day = nextWorkingDay(day, place.book);
    yield* openHours(day, place);
  }
}

/** Hours of the calendar as minutes of the day, sorted and joined; read once per calendar. */
function minutesOpen(book: Calendar): readonly (readonly [number, number])[] {
  const known = openings.get(book);
  if (known) return known;
  const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const joined: [number, number][] = [];
  for (const [from, to] of book.hours
    .map((hours) => [minuteOf(hours.from), minuteOf(hours.to)] as const)
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  openings.set(book, joined);
  return joined;
}

function noWorkingTime(): EngineError {
  return new EngineError(
    'pack.unsound',
    'The calendar has no working hours: give hours whose `to` is later than their `from`.',
  );
}
