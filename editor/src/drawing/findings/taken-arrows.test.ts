import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { mapGraph } from '../../map/map-graph.ts';
import { tellPaths } from './check-pack.ts';
import type { Coverage } from './coverage.ts';
import { takenArrows } from './taken-arrows.ts';

const way = (from: string, name: string, to: string) => ({ from, by: 'on', name, to }) as const;

test('an arrow is taken in whole, in part or not at all, by the ways along it', () => {
  const taken = takenArrows({
    ways: [way('a', 'one', 'b'), way('b', 'one', 'c')],
    missingWays: [way('b', 'two', 'c'), way('b', 'three', 'c'), way('c', 'one', 'd'), way('c', 'two', 'd')],
  });
  expect([...taken]).toEqual([
    ['a>b', 'all'],
    ['b>c', 'some'],
    ['c>d', 'none'],
  ]);
});

test('every arrow of the map is painted', () => {
  const pack = samplePack();
  let coverage: Coverage | undefined;
  tellPaths(pack, { cache: {}, now: () => 0 }, (told) => {
    if (told.kind === 'scenarios') coverage = told.coverage;
  });
  const taken = takenArrows(coverage ?? { ways: [], missingWays: [] });
  expect(mapGraph(pack).arrows.filter(({ id }) => !taken.has(id))).toEqual([]);
  expect(new Set(taken.values())).toEqual(new Set(['all', 'none']));
});
