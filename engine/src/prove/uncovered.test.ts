import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrower, uncovered } from './uncovered.ts';

const box = Int32Array.from([0b111, 0b11]);

describe('what some cubes leave uncovered', () => {
  it('is the whole box without cubes, and nothing under one as large', () => {
    expect(uncovered(box, [])).toBe(box);
    expect(uncovered(box, [Int32Array.from([-1, -1])])).toBeUndefined();
  });

  it('is told as what it says beyond the box', () => {
    const cell = uncovered(box, [Int32Array.from([0b011, -1])]);
    expect(cell && [...narrower(cell, box)]).toEqual([[0, 0b100]]);
  });

  it('is found exactly when some point lies in no cube', () => {
    const cube = fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 3 })).map((masks) => Int32Array.from(masks));
    fc.assert(
      fc.property(fc.array(cube, { maxLength: 6 }), (cubes) => {
        const points = [1, 2, 4].flatMap((a) => [1, 2].map((b) => [a, b] as const));
        const open = points.filter(
          ([a, b]) => !cubes.some(([x = 0, y = 0]) => (x & a) !== 0 && (y & b) !== 0),
        );
        const cell = uncovered(box, cubes);
        expect(cell !== undefined).toBe(open.length > 0);
        if (cell)
          expect(open.some(([a, b]) => ((cell[0] ?? 0) & a) !== 0 && ((cell[1] ?? 0) & b) !== 0)).toBe(true);
      }),
    );
  });
});
