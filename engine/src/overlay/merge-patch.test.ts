import * as fc from 'fast-check';
// @ts-expect-error the library carries no types
import library from 'json-merge-patch';
import { expect, test } from 'vitest';
import type { Json } from '../vocabulary/json.ts';
import { mergePatch } from './merge-patch.ts';

/** RFC 7396, appendix A: original, patch, result. */
const VECTORS: readonly (readonly [Json, Json, Json])[] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test.each(VECTORS)('RFC 7396: %j patched with %j is %j', (original, patch, result) => {
  expect(mergePatch(original, patch)).toEqual(result);
});

test('changes neither what it patches nor the patch', () => {
  const original = { a: { b: [1] } };
  const patch = { a: { b: null, c: { d: null } } };
  mergePatch(original, patch);
  expect([original, patch]).toEqual([{ a: { b: [1] } }, { a: { b: null, c: { d: null } } }]);
});

test('a key that reaches a prototype adds nothing', () => {
  const merged = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}'));
  expect(merged).toEqual({});
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('keeps what stands beside a key that reaches a prototype, which the library loses (seed -1529331410)', () => {
  expect(mergePatch([], JSON.parse('{"__proto__": null, "": {}}'))).toEqual({ '': {} });
});

test('agrees with the json-merge-patch library on any JSON without such keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (original, patch) => {
      fc.pre(!JSON.stringify([original, patch]).includes('__proto__'));
      const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
      expect(mergePatch(copy(original) as Json, copy(patch) as Json)).toEqual(
        library.apply(copy(original), copy(patch)),
      );
    }),
    { numRuns: 2_000 },
  );
});
