import type { LocalDate } from '../vocabulary/instant.ts';
import { civil, dayNumberOf, daysInMonth, fromDayNumber, toDayNumber } from './day-number.ts';

/** Calendar units, added in this order: years and months (clipped to the last day), then weeks. */
export type CalendarUnits = { readonly years: number; readonly months: number; readonly weeks: number };

/** The date some days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Adds calendar units to a date, or goes back when they are negative; months clip to their last day. */
export function addMonths(date: LocalDate, units: CalendarUnits): LocalDate {
  return fromDayNumber(addMonthsTo(toDayNumber(date), units));
}

/** The same on day numbers. */
export function addMonthsTo(days: number, { years, months, weeks }: CalendarUnits): number {
  const { year, month, day } = civil(days);
  const monthsSinceZero = (year + years) * 12 + month - 1 + months;
  const newYear = Math.floor(monthsSinceZero / 12);
  const newMonth = monthsSinceZero - newYear * 12 + 1;
  return dayNumberOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))) + weeks * 7;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/**
 * Completed years from one date to a later one, as ages are told: a year is completed on the same day of the year, and
 * for someone born on 29 February on 1 March of ordinary years (doubt keeps the person a child one day longer).
 */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  const years = civil(toDayNumber(to)).year - civil(toDayNumber(from)).year;
  if (from <= to) return to.slice(5) < from.slice(5) ? years - 1 : years;
  return to.slice(5) > from.slice(5) ? years + 1 : years;
}
