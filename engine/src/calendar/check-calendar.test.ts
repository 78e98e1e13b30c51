import { expect, test } from 'vitest';
import type { Calendar } from '../procedure/calendar.ts';
import { checkCalendar } from './check-calendar.ts';

const label = { en: 'A holiday' };
const sound: Calendar = {
  weekend: [6, 7],
  hours: [
    { from: '08:00', to: '12:00' },
    { from: '12:00', to: '16:00' },
  ],
  holidays: {
    labour: { label, fixed: '05-01' },
    easter: { label, easter: 1 },
    leap: { label, fixed: '02-29' },
  },
};
const everyDay = Object.fromEntries(
  Array.from({ length: 372 }, (_, day) => {
    const fixed = `${String(Math.floor(day / 31) + 1).padStart(2, '0')}-${String((day % 31) + 1).padStart(2, '0')}`;
    return [`d${day}`, { label, fixed }];
  }).filter(
    ([, holiday]) =>
      !['01-02', '02-30', '02-31', '04-31', '06-31', '09-31', '11-31'].includes(
        (holiday as { fixed: string }).fixed,
      ),
  ),
);

const codes = (book: Calendar) => checkCalendar(book).map(({ code, path }) => `${code} ${path}`);

test('a sound calendar has no finding', () => {
  expect(codes(sound)).toEqual([]);
});

test.each<[string, Calendar, string]>([
  [
    'hours that close before they open',
    { ...sound, hours: [{ from: '22:00', to: '06:00' }] },
    'calendar.hours_reversed calendar/hours/0',
  ],
  [
    'hours that overlap',
    {
      ...sound,
      hours: [
        { from: '10:00', to: '12:00' },
        { from: '08:00', to: '11:00' },
      ],
    },
    'calendar.hours_overlap calendar/hours/0',
  ],
  [
    'a holiday given in two ways',
    { ...sound, holidays: { x: { label, fixed: '05-01', easter: 1 } } },
    'calendar.holiday_unclear calendar/holidays/x',
  ],
  [
    'a holiday given in no way',
    { ...sound, holidays: { x: { label } } },
    'calendar.holiday_unclear calendar/holidays/x',
  ],
  [
    'a holiday on a day that no year has',
    { ...sound, holidays: { x: { label, fixed: '02-30' } } },
    'calendar.holiday_no_day calendar/holidays/x/fixed',
  ],
  [
    'a calendar that works one day a year, weekends apart',
    { ...sound, holidays: everyDay },
    'calendar.no_working_day calendar',
  ],
])('%s is a finding', (_, book, finding) => {
  expect(codes(book)).toEqual([finding]);
});
