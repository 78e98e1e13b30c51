import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangeTracks } from './arrange-tracks.ts';

const size = fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) });
const sizes = fc
  .array(size, { minLength: 1, maxLength: 12 })
  .map((all) => new Map(all.map((each, index) => [`t${index}`, each])));

test('no two tracks lie over each other, whichever way the procedure runs', () => {
  fc.assert(
    fc.property(sizes, fc.constantFrom('DOWN', 'RIGHT', 'LEFT'), (all, direction) => {
      const placed = [...arrangeTracks(all, direction)].map(([id, at]) => ({
        ...at,
        width: all.get(id)?.width ?? 0,
        height: all.get(id)?.height ?? 0,
      }));
      expect(placed).toHaveLength(all.size);
      for (const [index, a] of placed.entries())
        for (const b of placed.slice(index + 1))
          expect(
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
          ).toBe(true);
    }),
  );
});

test('a change in another track leaves the first where it was', () => {
  fc.assert(
    fc.property(sizes, size, (all, changed) => {
      const [first] = all.keys();
      const other = new Map(all).set('t1', changed);
      if (first === undefined) return;
      expect(arrangeTracks(other, 'DOWN').get(first)).toEqual(arrangeTracks(all, 'DOWN').get(first));
    }),
  );
});
