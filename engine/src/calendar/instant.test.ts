import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDuration,
  compareInstants,
  earliestInstant,
  fromEpochMs,
  latestInstant,
  localDate,
  startOfLocalDay,
  subtractDuration,
  toEpochMs,
  toInstant,
} from './instant.ts';
import { isTimeZone } from './zone-clock.ts';

describe('an instant', () => {
  test('is normalised to UTC with milliseconds, so that equal instants are equal text', () => {
    expect(toInstant('2026-03-02T09:00:00+01:00')).toBe('2026-03-02T08:00:00.000Z');
    expect(toInstant('2026-03-02t08:00:00.0009z')).toBe('2026-03-02T08:00:00.000Z');
    expect(toInstant('2026-03-02T08:00Z')).toBe('2026-03-02T08:00:00.000Z');
  });

  test.each([
    '',
    '2026-03-02',
    '2026-03-02T08:00:00',
    '2026-02-30T08:00:00Z',
    '2026-03-02 08:00:00Z',
    '2026-03-02T25:00:00Z',
    '9999-12-31T23:59:59-01:00',
    '0000-01-01T00:00:00+01:00',
    '2026-03-02T08:00:00+99:00',
    '2026-03-02T08:00:00Z[Africa/Tunis]',
  ])('%j is refused', (text) => {
    expect(() => toInstant(text)).toThrowError(expect.objectContaining({ code: 'instant.invalid' }));
  });

  test('sorts as text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }),
        fc.integer({ min: -1e12, max: 4e12 }),
        (a, b) => {
          expect(Math.sign(compareInstants(fromEpochMs(a), fromEpochMs(b)))).toBe(Math.sign(a - b));
          expect(toEpochMs(fromEpochMs(a))).toBe(a);
          expect(toInstant(fromEpochMs(a))).toBe(fromEpochMs(a));
        },
      ),
    );
  });

  test('can be compared in lists', () => {
    expect(latestInstant('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')).toBe(
      '2026-02-01T00:00:00.000Z',
    );
    expect(earliestInstant('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')).toBe(
      '2026-01-01T00:00:00.000Z',
    );
  });
});

describe('adding a duration', () => {
  test('clips months to the last day, leap years included', () => {
    expect(addDuration('2026-01-31T10:00:00.000Z', 'P1M', 'UTC')).toBe('2026-02-28T10:00:00.000Z');
    expect(addDuration('2028-01-31T10:00:00.000Z', 'P1M', 'UTC')).toBe('2028-02-29T10:00:00.000Z');
    expect(addDuration('2028-02-29T10:00:00.000Z', 'P1Y', 'UTC')).toBe('2029-02-28T10:00:00.000Z');
  });

  test('keeps the local hour over days and is exact over hours', () => {
    // Madrid leaves winter time on 29 March 2026.
    expect(addDuration('2026-03-28T11:00:00.000Z', 'P1D', 'Europe/Madrid')).toBe('2026-03-29T10:00:00.000Z');
    expect(addDuration('2026-03-28T11:00:00.000Z', 'PT24H', 'Europe/Madrid')).toBe(
      '2026-03-29T11:00:00.000Z',
    );
  });

  test('is exact beyond 24.8 days of milliseconds and over ten years', () => {
    expect(addDuration('2026-01-01T00:00:00.000Z', 'PT600H', 'UTC')).toBe('2026-01-26T00:00:00.000Z');
    expect(addDuration('2026-01-01T00:00:00.000Z', 'P10Y', 'UTC')).toBe('2036-01-01T00:00:00.000Z');
  });

  test('goes back too', () => {
    expect(subtractDuration('2026-03-31T10:00:00.000Z', 'P1M', 'UTC')).toBe('2026-02-28T10:00:00.000Z');
    expect(subtractDuration('2026-03-31T10:00:00.000Z', 'PT36H', 'UTC')).toBe('2026-03-29T22:00:00.000Z');
  });

  test.each(['', 'P', 'PT', 'P1DT', '-P1D', 'P1.5D', 'PT5S', '1D', 'P99999999D', 'P10001Y'])(
    '%j is refused',
    (text) => {
      expect(() => addDuration('2026-01-01T00:00:00.000Z', text, 'UTC')).toThrowError(
        expect.objectContaining({ code: 'duration.invalid' }),
      );
    },
  );
});

describe('a zone', () => {
  test('tells the local date', () => {
    expect(localDate('2026-03-02T23:30:00.000Z', 'Africa/Porto-Novo')).toBe('2026-03-03');
    expect(localDate('2026-03-02T02:30:00.000Z', 'America/Bogota')).toBe('2026-03-01');
  });

  test('tells when a local day starts, also where midnight is skipped', () => {
    expect(startOfLocalDay('2026-03-02', 'Africa/Porto-Novo')).toBe('2026-03-01T23:00:00.000Z');
    expect(startOfLocalDay('2026-03-08', 'America/Havana')).toBe('2026-03-08T05:00:00.000Z');
  });

  test('is a name of the IANA list, never a bare offset', () => {
    expect(['Africa/Casablanca', 'America/Lima', 'UTC'].every(isTimeZone)).toBe(true);
    expect(['+01:00', 'Africa/Nowhere', '', '__proto__'].some(isTimeZone)).toBe(false);
  });
});
