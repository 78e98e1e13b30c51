import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { mapGraph } from '../../map/map-graph.ts';
import { walk } from './walk.ts';

const graph = mapGraph(samplePack());

test('keys walk on along the ways, and back', () => {
  expect(walk(graph, undefined, 'on')).toBe('receive');
  expect(walk(graph, 'receive', 'on')).toBe('meet');
  expect(walk(graph, 'meet', 'back')).toBe('receive');
});

test('keys go from one way to the way beside', () => {
  const beside = walk(graph, 'decide', 'beside');
  expect(beside).not.toBe('decide');
  expect(walk(graph, beside, 'other-side')).toBe('decide');
});

test('every step is reached by keys', () => {
  const steps = graph.nodes.filter(({ kind }) => kind === 'step').map(({ id }) => id);
  const reached = new Set(['receive']);
  for (let grown = true; grown; ) {
    const before = reached.size;
    for (const step of [...reached])
      for (const towards of ['on', 'back', 'beside', 'other-side'] as const)
        reached.add(walk(graph, step, towards) ?? step);
    grown = reached.size > before;
  }
  expect([...reached].sort()).toEqual([...steps].sort());
});
