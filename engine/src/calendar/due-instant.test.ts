import { describe, expect, test } from 'vitest';
import type { Calendar } from '../procedure/calendar.ts';
import { type DueQuestion, dueInstant, pausedSpan } from './due-instant.ts';
import { rungInstant } from './rung-instant.ts';

const label = { en: 'A holiday' };
/** Benin: Monday to Friday, with a midday break. */
const benin: Calendar = {
  weekend: [6, 7],
  hours: [
    { from: '08:00', to: '12:30' },
    { from: '15:00', to: '18:30' },
  ],
  holidays: {
    labour: { label, fixed: '05-01' },
    easter_monday: { label, easter: 1 },
    tabaski: { label, dates: ['2026-05-27'] },
  },
};
/** A Friday and Saturday weekend, one interval a day. */
const fridays: Calendar = { weekend: [5, 6], hours: [{ from: '09:00', to: '17:00' }], holidays: {} };

const elapsed = (from: string, within: string, more: Partial<DueQuestion> = {}) =>
  dueInstant({
    from,
    within,
    calendar: 'elapsed',
    ends: 'any',
    zone: 'Africa/Porto-Novo',
    book: benin,
    ...more,
  });
const working = (from: string, within: string, more: Partial<DueQuestion> = {}) =>
  elapsed(from, within, { calendar: 'working', ...more });

describe('elapsed time', () => {
  test('hours count from the instant', () => {
    expect(elapsed('2026-03-02T09:15:00.000Z', 'PT48H')).toBe('2026-03-04T09:15:00.000Z');
  });

  test('days count from the day after and end with the local day', () => {
    expect(elapsed('2026-03-02T09:15:00.000Z', 'P3D')).toBe('2026-03-05T22:59:59.999Z');
    expect(elapsed('2026-03-01T23:30:00.000Z', 'P3D')).toBe('2026-03-05T22:59:59.999Z');
    expect(elapsed('2026-03-02T02:00:00.000Z', 'P3D', { zone: 'America/Bogota' })).toBe(
      '2026-03-05T04:59:59.999Z',
    );
  });

  test('months clip to their last day and leap days are kept', () => {
    expect(elapsed('2026-08-31T09:00:00.000Z', 'P6M')).toBe('2027-02-28T22:59:59.999Z');
    expect(elapsed('2028-01-31T09:00:00.000Z', 'P1M')).toBe('2028-02-29T22:59:59.999Z');
    expect(elapsed('2028-02-29T09:00:00.000Z', 'P1Y')).toBe('2029-02-28T22:59:59.999Z');
    expect(elapsed('2026-03-02T09:00:00.000Z', 'P2W')).toBe('2026-03-16T22:59:59.999Z');
  });

  test('ten years, and more than 24.8 days of milliseconds, are exact', () => {
    expect(elapsed('2026-03-02T09:00:00.000Z', 'P10Y')).toBe('2036-03-02T22:59:59.999Z');
    expect(elapsed('2026-03-02T09:00:00.000Z', 'P25D')).toBe('2026-03-27T22:59:59.999Z');
    expect(elapsed('2026-03-02T09:00:00.000Z', 'PT600H')).toBe('2026-03-27T09:00:00.000Z');
  });

  test('a mix counts its days first and its hours from the end of the last day', () => {
    expect(elapsed('2026-03-02T09:15:00.000Z', 'P1DT12H')).toBe('2026-03-04T10:59:59.999Z');
  });

  test('hours stay exact and days end with the local day across a change of clocks', () => {
    const zone = 'Europe/Madrid';
    expect(elapsed('2026-03-28T11:00:00.000Z', 'PT24H', { zone })).toBe('2026-03-29T11:00:00.000Z');
    expect(elapsed('2026-03-28T11:00:00.000Z', 'P1D', { zone })).toBe('2026-03-29T21:59:59.999Z');
    expect(elapsed('2026-10-24T11:00:00.000Z', 'P1D', { zone })).toBe('2026-10-25T22:59:59.999Z');
  });

  test('Morocco changes its offset around Ramadan', () => {
    // From 15 February to 22 March 2026 Morocco is at UTC, else one hour ahead.
    const zone = 'Africa/Casablanca';
    expect(elapsed('2026-02-13T10:00:00.000Z', 'P1D', { zone })).toBe('2026-02-14T22:59:59.999Z');
    expect(elapsed('2026-02-13T10:00:00.000Z', 'P3D', { zone })).toBe('2026-02-16T23:59:59.999Z');
    expect(elapsed('2026-02-13T10:00:00.000Z', 'PT72H', { zone })).toBe('2026-02-16T10:00:00.000Z');
    expect(working('2026-02-13T10:00:00.000Z', 'P1D', { zone, book: { ...benin, holidays: {} } })).toBe(
      '2026-02-16T18:30:00.000Z',
    );
  });
});

describe('a deadline that ends on a working day', () => {
  test('moves days to the end of the next working day', () => {
    // 7 March 2026 is a Saturday; Easter Monday of 2026 is 6 April.
    expect(elapsed('2026-03-02T09:00:00.000Z', 'P5D', { ends: 'next-working' })).toBe(
      '2026-03-09T22:59:59.999Z',
    );
    expect(elapsed('2026-03-02T09:00:00.000Z', 'P4D', { ends: 'next-working' })).toBe(
      '2026-03-06T22:59:59.999Z',
    );
    expect(elapsed('2026-04-01T09:00:00.000Z', 'P3D', { ends: 'next-working' })).toBe(
      '2026-04-07T22:59:59.999Z',
    );
  });

  test('moves hours to the next opening, after the midday break too', () => {
    expect(elapsed('2026-03-06T09:00:00.000Z', 'PT24H', { ends: 'next-working' })).toBe(
      '2026-03-09T07:00:00.000Z',
    );
    expect(elapsed('2026-03-02T12:00:00.000Z', 'PT1H', { ends: 'next-working' })).toBe(
      '2026-03-02T14:00:00.000Z',
    );
  });
});

describe('working time', () => {
  test('days skip weekends and holidays and end at closing', () => {
    expect(working('2026-03-05T09:00:00.000Z', 'P3D')).toBe('2026-03-10T17:30:00.000Z');
    expect(working('2026-04-03T09:00:00.000Z', 'P1D')).toBe('2026-04-07T17:30:00.000Z');
    expect(working('2026-04-30T09:00:00.000Z', 'P1D')).toBe('2026-05-04T17:30:00.000Z');
    expect(working('2026-05-26T09:00:00.000Z', 'P1D')).toBe('2026-05-28T17:30:00.000Z');
  });

  test('weekends differ by country', () => {
    // 5 March 2026 is a Thursday.
    expect(working('2026-03-05T09:00:00.000Z', 'P1D', { book: fridays })).toBe('2026-03-08T16:00:00.000Z');
  });

  test.each([
    ['before opening', '2026-03-02T05:00:00.000Z'],
    ['after closing', '2026-03-02T20:00:00.000Z'],
  ])('a span of days begun %s counts from the next day', (_, from) => {
    expect(working(from, 'P1D')).toBe('2026-03-03T17:30:00.000Z');
  });

  test('a span of days begun on a holiday or a weekend counts from the next working day', () => {
    expect(working('2026-05-01T09:00:00.000Z', 'P1D')).toBe('2026-05-04T17:30:00.000Z');
    expect(working('2026-03-07T09:00:00.000Z', 'P1D')).toBe('2026-03-09T17:30:00.000Z');
  });

  test('hours begun before opening, in the midday break, after closing and on a holiday count from the next opening', () => {
    expect(working('2026-03-02T05:00:00.000Z', 'PT2H')).toBe('2026-03-02T09:00:00.000Z');
    expect(working('2026-03-02T12:00:00.000Z', 'PT2H')).toBe('2026-03-02T16:00:00.000Z');
    expect(working('2026-03-06T20:00:00.000Z', 'PT2H')).toBe('2026-03-09T09:00:00.000Z');
    expect(working('2026-05-01T09:00:00.000Z', 'PT2H')).toBe('2026-05-04T09:00:00.000Z');
  });

  test('hours that fill a day end at closing, not at the next opening', () => {
    expect(working('2026-03-06T07:00:00.000Z', 'PT8H')).toBe('2026-03-06T17:30:00.000Z');
    expect(working('2026-03-06T07:00:00.000Z', 'PT8H1M')).toBe('2026-03-09T07:01:00.000Z');
  });

  test('months and weeks are those of the calendar, then move to a working day', () => {
    expect(working('2026-02-07T09:00:00.000Z', 'P1M')).toBe('2026-03-09T17:30:00.000Z');
    expect(working('2026-03-02T09:00:00.000Z', 'P1W')).toBe('2026-03-09T17:30:00.000Z');
  });

  test('no days at all end at the next closing', () => {
    expect(working('2026-03-06T09:00:00.000Z', 'P0D')).toBe('2026-03-06T17:30:00.000Z');
    expect(working('2026-03-06T18:00:00.000Z', 'P0D')).toBe('2026-03-09T17:30:00.000Z');
  });

  test('overlapping and reversed hours are read as their union', () => {
    const book: Calendar = {
      ...fridays,
      hours: [
        { from: '12:00', to: '16:00' },
        { from: '08:00', to: '13:00' },
        { from: '20:00', to: '06:00' },
      ],
    };
    expect(working('2026-03-02T07:00:00.000Z', 'PT8H', { book })).toBe('2026-03-02T15:00:00.000Z');
  });

  test('a calendar without a working day or hour is refused instead of searched for ever', () => {
    const fixed = Array.from({ length: 12 * 31 }, (_, day) => [
      `d${day}`,
      {
        label,
        fixed: `${String(Math.floor(day / 31) + 1).padStart(2, '0')}-${String((day % 31) + 1).padStart(2, '0')}`,
      },
    ]);
    const unsound = expect.objectContaining({ code: 'pack.unsound' });
    expect(() =>
      working('2026-03-02T09:00:00.000Z', 'P1D', { book: { ...benin, holidays: Object.fromEntries(fixed) } }),
    ).toThrowError(unsound);
    expect(() =>
      working('2026-03-02T09:00:00.000Z', 'PT1H', {
        book: { ...benin, hours: [{ from: '17:00', to: '08:00' }] },
      }),
    ).toThrowError(unsound);
  });
});

describe('a pause', () => {
  test('adds elapsed milliseconds, and days still end with the day', () => {
    const paused = (since: string, until: string) =>
      pausedSpan(since, until, { calendar: 'elapsed', zone: 'Africa/Porto-Novo', book: benin });
    const day = paused('2026-03-03T09:00:00.000Z', '2026-03-04T09:00:00.000Z');
    expect(elapsed('2026-03-02T09:00:00.000Z', 'PT48H', { pausedFor: day })).toBe('2026-03-05T09:00:00.000Z');
    expect(elapsed('2026-03-02T09:00:00.000Z', 'P2D', { pausedFor: day })).toBe('2026-03-05T22:59:59.999Z');
  });

  test('adds working minutes when working time is counted, so that a weekend adds nothing', () => {
    const paused = (since: string, until: string) =>
      pausedSpan(since, until, { calendar: 'working', zone: 'Africa/Porto-Novo', book: benin });
    expect(paused('2026-03-07T09:00:00.000Z', '2026-03-08T09:00:00.000Z')).toBe(0);
    const hour = paused('2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z');
    expect(hour).toBe(60);
    expect(working('2026-03-02T09:00:00.000Z', 'PT2H', { pausedFor: hour })).toBe('2026-03-02T14:30:00.000Z');
    expect(working('2026-03-02T09:00:00.000Z', 'P1D', { pausedFor: hour })).toBe('2026-03-04T17:30:00.000Z');
  });
});

describe('a rung of an escalation', () => {
  const zone = 'Africa/Porto-Novo';

  test('is a percentage of elapsed time', () => {
    const rung = (at: number) =>
      rungInstant({
        from: '2026-03-02T00:00:00.000Z',
        due: '2026-03-12T00:00:00.000Z',
        at,
        calendar: 'elapsed',
        zone,
        book: benin,
      });
    expect([50, 80, 100, 150].map(rung)).toEqual([
      '2026-03-07T00:00:00.000Z',
      '2026-03-10T00:00:00.000Z',
      '2026-03-12T00:00:00.000Z',
      '2026-03-17T00:00:00.000Z',
    ]);
  });

  test('is a percentage of the time worked when working days are counted', () => {
    // Friday 08:00 to Monday closing is 16 hours of work.
    const rung = (at: number) =>
      rungInstant({
        from: '2026-03-06T07:00:00.000Z',
        due: '2026-03-09T17:30:00.000Z',
        at,
        calendar: 'working',
        zone,
        book: benin,
      });
    expect([25, 50, 75, 100, 125].map(rung)).toEqual([
      '2026-03-06T11:00:00.000Z',
      '2026-03-06T17:30:00.000Z',
      '2026-03-09T11:00:00.000Z',
      '2026-03-09T17:30:00.000Z',
      '2026-03-10T11:00:00.000Z',
    ]);
  });

  test('of a span that was over when it began is told at once', () => {
    expect(
      rungInstant({
        from: '2026-03-06T07:00:00.000Z',
        due: '2026-03-06T07:00:00.000Z',
        at: 50,
        calendar: 'working',
        zone,
        book: benin,
      }),
    ).toBe('2026-03-06T07:00:00.000Z');
  });
});
