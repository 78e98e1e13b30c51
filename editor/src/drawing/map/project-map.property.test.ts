import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { findWay } from '../commands/way.ts';
import { throwInto, throws } from '../fixtures/random-commands.ts';
import { openLog } from '../log/command-log.ts';
import { type ProjectedMap, projectMap } from './project-map.ts';

test('a map kept through random changes equals one that is drawn afresh', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      let log = openLog(samplePack());
      let kept: ProjectedMap = projectMap(log.pack);
      for (const one of thrown) {
        log = throwInto(log, one);
        kept = projectMap(log.pack, kept);
        expect(kept).toEqual(projectMap(log.pack));
      }
    }),
    { numRuns: 120 },
  );
});

test('every arrow stands for the ways that lead along it: none dangles', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      const { pack } = thrown.reduce(throwInto, openLog(samplePack()));
      const { graph, ways } = projectMap(pack);
      const boxes = new Set(graph.nodes.map(({ id }) => id));
      expect(Object.keys(ways).sort()).toEqual(graph.arrows.map(({ id }) => id).sort());
      for (const arrow of graph.arrows) {
        expect(boxes.has(arrow.source) && boxes.has(arrow.target)).toBe(true);
        for (const way of ways[arrow.id] ?? []) expect(findWay(pack, way)?.target).toBeDefined();
      }
    }),
    { numRuns: 80 },
  );
});

test('a change of words draws nothing again', () => {
  const pack = samplePack();
  const before = projectMap(pack);
  const told = { ...pack, facts: { ...pack.facts } };
  expect(projectMap(told, before).graph).toBe(before.graph);
});
