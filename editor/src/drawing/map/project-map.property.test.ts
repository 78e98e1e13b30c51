import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { findWay, waysOf } from '../commands/way.ts';
import { throwInto, throws } from '../fixtures/random-commands.ts';
import { openLog } from '../log/command-log.ts';
import { findState } from '../log/find-state.ts';
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
        const along = ways[arrow.id] ?? [];
        expect(along.length).toBeGreaterThan(0);
        for (const way of along) {
          expect(way.from).toBe(arrow.source);
          const target = findWay(pack, way)?.target?.slice(1) ?? '';
          const found = findState(pack.machine, target);
          const end = found?.state.type === 'history' ? found.above.at(-1)?.id : target;
          expect(end).toBe(arrow.target);
        }
      }
      const leading = [...waysOf(pack.machine)].filter(({ candidate }) => candidate.target !== undefined);
      expect(Object.values(ways).flat()).toHaveLength(leading.length);
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
