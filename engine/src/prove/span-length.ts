import { durationParts } from '../calendar/duration.ts';
import type { Calendar } from '../procedure/calendar.ts';
import type { Deadline } from '../procedure/deadlines.ts';

const DAY = 1_440;
const LONGEST_MONTH = 31 * DAY;
const SHORTEST_MONTH = 28 * DAY;

/**
 * The most minutes that a span may take: the longest months, and for working time the week that gives least and every holiday of a
 * year in its way. Days are counted as whole days, as both the deadline and the sentence count them.
 */
export function longestMinutes(
  text: string,
  { calendar, ends }: Pick<Deadline, 'calendar' | 'ends'>,
  book: Calendar,
): number {
  const { years, months, weeks, days, minutes } = durationParts(text);
  const long = (years * 12 + months) * LONGEST_MONTH;
  const rest = 7 - restDays(book) > 0 ? restDays(book) : 6;
  const spare = (rest + Object.keys(book.holidays).length) * DAY;
  if (calendar === 'elapsed')
    return long + (weeks * 7 + days) * DAY + minutes + (ends === 'next-working' ? spare : 0);
  const worked = 7 - rest;
  const workedDays = weeks * worked + days + Math.ceil(minutes / leastMinutes(book));
  return long + Math.ceil(workedDays / worked) * 7 * DAY + spare;
}

/** The fewest minutes that a span may mean. */
export function shortestMinutes(text: string): number {
  const { years, months, weeks, days, minutes } = durationParts(text);
  return (years * 12 + months) * SHORTEST_MONTH + (weeks * 7 + days) * DAY + minutes;
}

function restDays(book: Calendar): number {
  return new Set(book.weekend).size;
}

/** The minutes worked on a day. */
function leastMinutes(book: Calendar): number {
  const of = (clock: string) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return hours * 60 + minutes;
  };
  return Math.max(
    1,
    book.hours.reduce((sum, { from, to }) => sum + of(to) - of(from), 0),
  );
}
