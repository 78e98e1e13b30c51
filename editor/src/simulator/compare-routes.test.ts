import { expect, test } from 'vitest';
import { compareRoutes } from './compare-routes.ts';

test('two equal routes hold every step in common', () => {
  expect(compareRoutes(['a', 'b'], ['a', 'b'])).toEqual([
    { step: 'a', side: 'both' },
    { step: 'b', side: 'both' },
  ]);
});

test('a step that only one route holds stands in its place', () => {
  expect(compareRoutes(['a', 'x', 'c'], ['a', 'b', 'c']).map(({ step, side }) => `${step} ${side}`)).toEqual([
    'a both',
    'x yours',
    'b expected',
    'c both',
  ]);
});

test('a route that stopped early misses the rest', () => {
  expect(compareRoutes(['a'], ['a', 'b', 'c']).map(({ side }) => side)).toEqual([
    'both',
    'expected',
    'expected',
  ]);
});

test('nothing compared with nothing is nothing', () => {
  expect(compareRoutes([], [])).toEqual([]);
});
