import type { Calendar } from '../procedure/calendar.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { dayNumberOf, isDay } from './day-number.ts';
import { isWorkingDay, LONGEST_REST_DAYS } from './working-days.ts';

/** What would make working time meaningless: hours that are no span, holidays that are no days, rest without end. */
export function checkCalendar(book: Calendar): readonly Finding[] {
  return [...checkHours(book), ...checkHolidays(book), ...checkRest(book)];
}

function checkHours(book: Calendar): readonly Finding[] {
  const sorted = [...book.hours].sort((a, b) => (a.from < b.from ? -1 : 1));
  return book.hours.flatMap(({ from, to }, index) => {
    const path = `calendar/hours/${index}`;
    if (to <= from) {
      return [
        error(
          'calendar.hours_reversed',
          path,
          { from, to },
          `Hours from ${from} to ${to} are no span: close later than you open, on the same day.`,
        ),
      ];
    }
    const before = sorted[sorted.findIndex((hours) => hours.from === from && hours.to === to) - 1];
    if (!before || before.to <= from) return [];
    return [
      error(
        'calendar.hours_overlap',
        path,
        { from, to },
        `Hours from ${from} to ${to} overlap those from ${before.from} to ${before.to}: write them as one.`,
      ),
    ];
  });
}

function checkHolidays(book: Calendar): readonly Finding[] {
  return Object.entries(book.holidays).flatMap(([holiday, { fixed, dates, easter }]) => {
    const path = `calendar/holidays/${holiday}`;
    if ([fixed, dates, easter].filter((way) => way !== undefined).length !== 1) {
      return [
        error(
          'calendar.holiday_unclear',
          path,
          { holiday },
          'A holiday is given in exactly one way: fixed (MM-DD), dates, or easter (days after Easter Sunday).',
        ),
      ];
    }
    const [month = 0, day = 0] = (fixed ?? '').split('-').map(Number);
    if (fixed === undefined || isDay(2028, month, day)) return [];
    return [
      error(
        'calendar.holiday_no_day',
        `${path}/fixed`,
        { holiday, fixed },
        `No year has a day ${fixed}: write month and day, such as 05-01.`,
      ),
    ];
  });
}

/** A century is looked at, because a calendar that works one day a year may meet a weekend for several years. */
function checkRest(book: Calendar): readonly Finding[] {
  if (cannotRestSoLong(book)) return [];
  let rested = 0;
  for (let day = dayNumberOf(2000, 1, 1); day < dayNumberOf(2100, 1, 1); day += 1) {
    rested = isWorkingDay(day, book) ? 0 : rested + 1;
    if (rested > LONGEST_REST_DAYS) {
      return [
        error(
          'calendar.no_working_day',
          'calendar',
          { days: LONGEST_REST_DAYS },
          `More than ${LONGEST_REST_DAYS} days pass without a working day: shorten the weekend or the holidays.`,
        ),
      ];
    }
  }
  return [];
}

/** Too few holidays to cover every working day of so many weeks, wherever they fall: two of each yearly one at most. */
function cannotRestSoLong({ weekend, holidays }: Calendar): boolean {
  const days = Object.values(holidays).reduce((sum, { dates }) => sum + 2 + (dates?.length ?? 0), 0);
  const worked = 7 - new Set(weekend).size;
  return days < worked * Math.floor(LONGEST_REST_DAYS / 7);
}

function error(code: string, path: string, parameters: Finding['parameters'], message: string): Finding {
  return { code, severity: 'error', path, parameters, message };
}
