import { expect, test } from 'vitest';
import { easterSunday, fromDayNumber, toDayNumber, weekdayOf } from './day-number.ts';
import { addDays, addMonths, daysBetween, yearsBetween } from './local-date.ts';

test('days cross months and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1);
});

test('months clip to their last day', () => {
  expect(addMonths('2026-08-31', { years: 0, months: 6, weeks: 0 })).toBe('2027-02-28');
  expect(addMonths('2028-02-29', { years: 1, months: 0, weeks: 1 })).toBe('2029-03-07');
});

test('weekdays are ISO', () => {
  expect(weekdayOf(toDayNumber('2026-03-02'))).toBe(1);
  expect(weekdayOf(toDayNumber('2026-03-01'))).toBe(7);
});

test('an age grows on the birthday, and on 1 March for a child born on 29 February', () => {
  expect(yearsBetween('2008-03-02', '2026-03-01')).toBe(17);
  expect(yearsBetween('2008-03-02', '2026-03-02')).toBe(18);
  expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17);
  expect(yearsBetween('2008-02-29', '2026-03-01')).toBe(18);
  expect(yearsBetween('2008-02-29', '2028-02-29')).toBe(20);
});

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2038, '2038-04-25'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2008, '2008-03-23'],
])('Easter of %i is on %s', (year, date) => {
  expect(fromDayNumber(easterSunday(year))).toBe(date);
});

test.each(['2026-02-29', '2026-13-01', '2026-3-2', '', '2026-03-02T00:00:00Z'])(
  '%j is not a date',
  (date) => {
    expect(() => toDayNumber(date)).toThrowError(expect.objectContaining({ code: 'value.invalid' }));
  },
);
