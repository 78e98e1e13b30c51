/** Days that are worked, as day numbers. Holidays are laid out once per calendar and year. */
import type { Calendar } from '../procedure/calendar.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { LocalDate } from '../vocabulary/instant.ts';
import {
  civil,
  dayNumberOf,
  easterSunday,
  fromDayNumber,
  isDay,
  toDayNumber,
  weekdayOf,
} from './day-number.ts';

/** No country rests longer than this; a calendar that does has no working time at all. */
export const LONGEST_REST_DAYS = 400;

const years = new WeakMap<Calendar, Map<number, ReadonlyMap<number, readonly string[]>>>();

/** Ids of the public holidays on a date, empty on an ordinary day. */
export function holidaysOn(date: LocalDate, book: Calendar): readonly string[] {
  return holidaysOnDay(toDayNumber(date), book);
}

/** True on a day that is neither of the weekend nor a public holiday. */
export function isWorkingDay(day: number, book: Calendar): boolean {
  return !book.weekend.includes(weekdayOf(day)) && holidaysOnDay(day, book).length === 0;
}

/** The first working day at or after a day; throws `pack.unsound` when the calendar has none. */
export function nextWorkingDay(day: number, book: Calendar): number {
  for (let rested = 0; rested <= LONGEST_REST_DAYS; rested += 1) {
    if (isWorkingDay(day + rested, book)) return day + rested;
  }
  const date = fromDayNumber(day);
  throw new EngineError(
    'pack.unsound',
    `The calendar has no working day within ${LONGEST_REST_DAYS} days of ${date}: shorten its weekend or its holidays.`,
    { date },
  );
}

/** The working day that is the given number of working days after a day; the day itself is not counted. */
export function addWorkingDays(from: number, days: number, book: Calendar): number {
  let day = from;
  for (let counted = 0; counted < days; counted += 1) day = nextWorkingDay(day + 1, book);
  return day;
}

function holidaysOnDay(day: number, book: Calendar): readonly string[] {
  const { year } = civil(day);
  const known = years.get(book) ?? new Map<number, ReadonlyMap<number, readonly string[]>>();
  years.set(book, known);
  const holidays = known.get(year) ?? layOut(year, book);
  known.set(year, holidays);
  return holidays.get(day) ?? [];
}

/** Every day of a year that is a holiday; 29 February is one only in leap years. */
function layOut(year: number, book: Calendar): ReadonlyMap<number, readonly string[]> {
  const days = new Map<number, readonly string[]>();
  const add = (day: number, id: string) => days.set(day, [...(days.get(day) ?? []), id]);
  for (const [id, { fixed, dates = [], easter }] of Object.entries(book.holidays)) {
    const [month = 0, day = 0] = (fixed ?? '').split('-').map(Number);
    if (isDay(year, month, day)) add(dayNumberOf(year, month, day), id);
    if (easter !== undefined) add(easterSunday(year) + easter, id);
    for (const date of dates)
      if (date.startsWith(`${String(year).padStart(4, '0')}-`)) add(toDayNumber(date), id);
  }
  return days;
}
