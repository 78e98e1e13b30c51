import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../procedure/calendar.ts';
import { type Counting, dueInstant, pausedSpan } from './due-instant.ts';
import { fromEpochMs, localDate, localDay, toEpochMs } from './instant.ts';
import { rungInstant } from './rung-instant.ts';
import { isWorkingDay } from './working-days.ts';
import { addWorkingMs, isWorkingInstant, workingMinutesBetween, workingMsBetween } from './working-time.ts';

const label = { en: 'A holiday' };
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const hours = fc
  .uniqueArray(clock, { minLength: 2, maxLength: 6 })
  .map((times) => [...times].sort())
  .map((times) =>
    times.flatMap((from, at) =>
      at % 2 === 0 && times[at + 1] ? [{ from, to: times[at + 1] as string }] : [],
    ),
  );
const book: fc.Arbitrary<Calendar> = fc.record({
  weekend: fc.constantFrom([6, 7], [5, 6], [7], [], [1, 2, 3, 4, 5]),
  hours,
  holidays: fc.constantFrom(
    {},
    {
      new_year: { label, fixed: '01-01' },
      labour: { label, fixed: '05-01' },
      leap: { label, fixed: '02-29' },
      easter_monday: { label, easter: 1 },
      good_friday: { label, easter: -2 },
      moon: { label, dates: ['2026-03-20', '2027-03-10', '2030-02-05'] },
    },
  ),
});
/** Offsets that never change, that change for Ramadan, twice a year, or at midnight; and a zone that skipped a whole day. */
const zone = fc.constantFrom(
  'Africa/Porto-Novo',
  'America/Bogota',
  'Africa/Casablanca',
  'Europe/Madrid',
  'America/Havana',
  'Pacific/Apia',
  'Asia/Kathmandu',
);
const counting: fc.Arbitrary<Counting> = fc.record({
  calendar: fc.constantFrom('elapsed', 'working'),
  ends: fc.constantFrom('any', 'next-working'),
  zone,
  book,
});
const instant = fc.integer({ min: Date.UTC(2011, 11, 20), max: Date.UTC(2036, 0, 1) }).map(fromEpochMs);
const amount = fc.integer({ min: 0, max: 70 });
const unit = fc.constantFrom('H', 'D', 'W', 'M', 'Y');
const span = (count: number, by: string) =>
  by === 'H' ? `PT${count}H` : `P${by === 'Y' ? count % 11 : count}${by}`;

describe('for any calendar and zone, a due instant', () => {
  test('is never earlier for a later start', () => {
    fc.assert(
      fc.property(counting, instant, instant, amount, unit, (how, a, b, count, by) => {
        const [from, later] = a < b ? [a, b] : [b, a];
        const within = span(count, by);
        expect(dueInstant({ ...how, from, within }) <= dueInstant({ ...how, from: later, within })).toBe(
          true,
        );
      }),
    );
  });

  test('is never earlier for a longer span, and never before its start', () => {
    fc.assert(
      fc.property(
        counting,
        instant,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
        unit,
        (how, from, count, more, by) => {
          const due = dueInstant({ ...how, from, within: span(count, by) });
          expect(due >= from).toBe(true);
          if (count + more <= 10)
            expect(due <= dueInstant({ ...how, from, within: span(count + more, by) })).toBe(true);
        },
      ),
    );
  });

  test('never falls on time that is not worked, when it ends on working time', () => {
    fc.assert(
      fc.property(counting, instant, amount, unit, (how, from, count, by) => {
        fc.pre(how.calendar === 'working' || how.ends === 'next-working');
        const due = dueInstant({ ...how, from, within: span(count, by) });
        expect(isWorkingDay(localDay(toEpochMs(due), how.zone), how.book)).toBe(true);
        if (how.calendar === 'working' || by === 'H')
          expect(isWorkingInstant(toEpochMs(due), how)).toBe(true);
      }),
    );
  });

  test('in hours is the same whether they are counted at once or one after the other', () => {
    fc.assert(
      fc.property(counting, instant, amount, amount, (how, from, a, b) => {
        const plain = { ...how, ends: 'any' as const };
        const first = dueInstant({ ...plain, from, within: `PT${a}H` });
        expect(dueInstant({ ...plain, from: first, within: `PT${b}H` })).toBe(
          dueInstant({ ...plain, from, within: `PT${a + b}H` }),
        );
      }),
    );
  });

  test('in hours is exactly that many hours later, over any change of clocks', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 0, max: 90_000 }), (where, from, count) => {
        const due = dueInstant({
          calendar: 'elapsed',
          ends: 'any',
          zone: where,
          book: { weekend: [], hours: [{ from: '08:00', to: '17:00' }], holidays: {} },
          from,
          within: `PT${count}H`,
        });
        expect(toEpochMs(due) - toEpochMs(from)).toBe(count * 3_600_000);
      }),
    );
  });

  test('in days is the last moment of a local day', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 0, max: 4_000 }), (where, from, count) => {
        const due = dueInstant({
          calendar: 'elapsed',
          ends: 'any',
          zone: where,
          book: { weekend: [], hours: [{ from: '08:00', to: '17:00' }], holidays: {} },
          from,
          within: `P${count}D`,
        });
        expect(localDate(fromEpochMs(toEpochMs(due) + 1), where) > localDate(due, where)).toBe(true);
      }),
    );
  });

  test('leaves after a pause at least the time that was left before it', () => {
    fc.assert(
      fc.property(
        counting,
        instant,
        amount,
        unit,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 20 * 86_400_000 }),
        (how, from, count, by, part, pauseMs) => {
          const within = span(count, by);
          const due = dueInstant({ ...how, from, within });
          const since = fromEpochMs(
            toEpochMs(from) + Math.floor(((toEpochMs(due) - toEpochMs(from)) * part) / 100),
          );
          const until = fromEpochMs(toEpochMs(since) + pauseMs);
          const moved = dueInstant({ ...how, from, within, pausedFor: pausedSpan(since, until, how) });
          const left = (at: string, end: string) =>
            how.calendar === 'working'
              ? workingMsBetween(toEpochMs(at), toEpochMs(end), how)
              : toEpochMs(end) - toEpochMs(at);
          if (how.ends === 'any' || how.calendar === 'working')
            expect(left(until, moved)).toBeGreaterThanOrEqual(left(since, due));
          expect(moved >= due).toBe(true);
        },
      ),
    );
  });

  test('has rungs in the order of their percentages, the due instant at 100', () => {
    fc.assert(
      fc.property(
        counting,
        instant,
        amount,
        unit,
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 300 }),
        (how, from, count, by, early, any) => {
          const due = dueInstant({ ...how, from, within: span(count, by) });
          const at = (percent: number) => rungInstant({ ...how, from, due, at: percent });
          expect(at(100)).toBe(due);
          expect(at(early) <= due).toBe(true);
          expect(at(any) <= at(any + early)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('counting worked time and measuring it agree', () => {
  fc.assert(
    fc.property(book, zone, instant, fc.integer({ min: 0, max: 20_000 }), (how, where, from, minutes) => {
      const place = { zone: where, book: how };
      const end = fromEpochMs(addWorkingMs(toEpochMs(from), minutes * 60_000, place));
      expect(workingMinutesBetween(from, end, place)).toBe(minutes);
      expect(workingMinutesBetween(end, from, place)).toBe(0);
    }),
  );
});
