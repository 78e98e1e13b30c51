import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { throwInto, throws } from '../fixtures/random-commands.ts';
import { openLog } from '../log/command-log.ts';
import { NOBODY, type ProjectedLanes, projectLanes, whoAfter } from './project-lanes.ts';

test('lanes kept through random changes equal fresh ones', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      let log = openLog(samplePack());
      let kept: ProjectedLanes = projectLanes(log.pack);
      for (const one of thrown) {
        log = throwInto(log, one);
        kept = projectLanes(log.pack, kept);
        expect(kept).toEqual(projectLanes(log.pack));
      }
    }),
    { numRuns: 120 },
  );
});

test('every card stands in a lane, one a column, and a hand-off joins two lanes', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      const { pack } = thrown.reduce(throwInto, openLog(samplePack()));
      const { lanes, cards, handOffs } = projectLanes(pack);
      const known = new Set(lanes.map(({ id }) => id));
      expect(cards.every(({ lane }) => known.has(lane))).toBe(true);
      expect(cards.map(({ column }) => column)).toEqual(cards.map((_, index) => index));
      const laneOf = new Map(cards.map(({ id, lane }) => [id, lane]));
      for (const { from, to } of handOffs) expect(laneOf.get(from)).not.toBe(laneOf.get(to));
    }),
    { numRuns: 60 },
  );
});

test('moving a step changes who does it first and keeps the others', () => {
  const pack = samplePack();
  expect(whoAfter(pack, 'meet', 'judge')).toEqual(['judge', 'police']);
  expect(whoAfter(pack, 'meet', 'police')).toEqual(['police']);
  expect(whoAfter(pack, 'meet', NOBODY)).toBeUndefined();
});
