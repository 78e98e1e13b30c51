import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DURATION_UNITS, durationPartsOf, isoOf } from './duration-parts.ts';

test('a duration in parts is written as it was read', () => {
  const part = fc.record({ unit: fc.constantFrom(...DURATION_UNITS), count: fc.nat(1000) });
  fc.assert(
    fc.property(fc.uniqueArray(part, { minLength: 1, selector: ({ unit }) => unit }), (parts) => {
      const iso = isoOf(parts) ?? '';
      expect(isoOf(durationPartsOf(iso))).toBe(iso);
      expect(durationPartsOf(iso)).toHaveLength(parts.length);
    }),
  );
});

test('months and minutes are told apart, and two of one unit are one', () => {
  expect(isoOf([{ unit: 'months', count: 3 }])).toBe('P3M');
  expect(isoOf([{ unit: 'minutes', count: 3 }])).toBe('PT3M');
  expect(
    isoOf([
      { unit: 'hours', count: 24 },
      { unit: 'hours', count: 24 },
    ]),
  ).toBe('PT48H');
  expect(isoOf([])).toBeUndefined();
  expect(durationPartsOf('soon')).toEqual([]);
});
