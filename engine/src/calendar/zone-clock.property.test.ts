import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDuration, fromEpochMs, localDate, toEpochMs, toInstant } from './instant.ts';
import { addMonths, daysBetween, yearsBetween } from './local-date.ts';
import { fromLocalMs, offsetMs } from './zone-clock.ts';

const zone = fc.constantFrom(
  'UTC',
  'Africa/Porto-Novo',
  'Africa/Casablanca',
  'Africa/Tunis',
  'America/Bogota',
  'America/Lima',
  'America/Tegucigalpa',
  'Indian/Antananarivo',
  'Europe/Madrid',
  'America/Havana',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
);
const ms = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });
const date = fc
  .integer({ min: -250_000, max: 400_000 })
  .map((days) => new Temporal.PlainDate(1970, 1, 1).add({ days }).toString());

describe('our arithmetic agrees with Temporal', () => {
  test('on offsets, in whatever order they are asked', () => {
    fc.assert(
      fc.property(zone, ms, (where, at) => {
        const temporal = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(where);
        expect(offsetMs(at, where)).toBe(temporal.offsetNanoseconds / 1e6);
        expect(localDate(fromEpochMs(at), where)).toBe(temporal.toPlainDate().toString());
      }),
      { numRuns: 500 },
    );
  });

  test('on offsets at each change of clocks, a millisecond before and after', () => {
    for (const where of ['Africa/Casablanca', 'Europe/Madrid', 'Pacific/Apia', 'America/Havana']) {
      let at = Temporal.Instant.from('2009-01-01T00:00:00Z').toZonedDateTimeISO(where);
      for (let change = 0; change < 12; change += 1) {
        const next = at.getTimeZoneTransition('next');
        if (!next) break;
        for (const shift of [-1, 0, 1]) {
          const near = next.add({ milliseconds: shift });
          expect(offsetMs(near.epochMilliseconds, where)).toBe(near.offsetNanoseconds / 1e6);
        }
        at = next;
      }
    }
  });

  test('on the instant of a local time, skipped and repeated ones included', () => {
    const local = fc.oneof(
      ms,
      fc
        .constantFrom(
          '2026-03-29T02:30',
          '2026-10-25T02:30',
          '2026-03-08T00:30',
          '2011-12-30T12:00',
          '2026-02-15T02:30',
          '2026-03-22T02:30',
        )
        .map((wall) => Temporal.PlainDateTime.from(wall).toZonedDateTime('UTC').epochMilliseconds),
    );
    fc.assert(
      fc.property(zone, local, (where, at) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
        const there = wall.toZonedDateTime(where);
        const skipped = !there.toPlainDateTime().equals(wall);
        const change = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
        expect(fromLocalMs(at, where)).toBe((skipped ? change : there)?.epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  test('on instants as text', () => {
    fc.assert(
      fc.property(ms, fc.integer({ min: -23 * 60, max: 23 * 60 }), (at, minutes) => {
        const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
        const text = Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO(offset)
          .toString({ timeZoneName: 'never' });
        expect(toEpochMs(text)).toBe(at);
        expect(toInstant(text)).toBe(Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));
      }),
    );
  });

  test('on dates, months and ages', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: -300, max: 300 }), (a, b, months) => {
        const from = Temporal.PlainDate.from(a);
        expect(addMonths(a, { years: 0, months, weeks: 0 })).toBe(from.add({ months }).toString());
        expect(daysBetween(a, b)).toBe(from.until(b).days);
        if (a <= b) expect(yearsBetween(a, b)).toBe(from.until(b, { largestUnit: 'year' }).years);
      }),
    );
  });

  test('on durations added to an instant', () => {
    const duration = fc.constantFrom('P1D', 'P1M', 'P1Y2M3W4DT5H6M', 'PT100H', 'P6M', 'P30D');
    fc.assert(
      fc.property(zone, ms, duration, (where, at, span) => {
        const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(where);
        const { years, months, weeks, days } = Temporal.Duration.from(span);
        const wall = start.toPlainDateTime().add({ years, months, weeks, days });
        fc.pre(wall.toZonedDateTime(where).toPlainDateTime().equals(wall));
        const temporal = start.add(span);
        expect(toEpochMs(addDuration(fromEpochMs(at), span, where))).toBe(temporal.epochMilliseconds);
      }),
    );
  });
});
