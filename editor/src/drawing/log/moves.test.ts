import type { Pack } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { moveStep } from '../commands/move-step.ts';
import { outlineOf, rowsOf } from '../outline/outline-of.ts';
import { openLog, perform } from './command-log.ts';
import { behind, earlier, inwards, later, outwards } from './moves.ts';

const SAMPLE = samplePack();

type Move = NonNullable<ReturnType<typeof earlier>>;

function read(pack: Pack, move: Move | undefined): readonly string[] | undefined {
  if (!move) return undefined;
  const outcome = perform(openLog(pack), moveStep, move);
  if (!outcome.ok) throw new Error(outcome.refused.why);
  return rowsOf(outlineOf(outcome.log.pack))
    .slice(0, 8)
    .map(({ number, id }) => `${number} ${id}`);
}

test('a step moves before its neighbour, and the first of a stage out of it', () => {
  expect(read(SAMPLE, earlier(SAMPLE, 'search'))?.slice(2, 5)).toEqual([
    '1.1.1 receive',
    '1.1.2 search',
    '1.1.3 meet',
  ]);
  expect(read(SAMPLE, earlier(SAMPLE, 'receive'))?.slice(1, 4)).toEqual([
    '1.1 receive',
    '1.2 reception',
    '1.2.1 meet',
  ]);
});

test('the last of a stage moves out behind it', () => {
  expect(read(SAMPLE, later(SAMPLE, 'search'))?.slice(3, 6)).toEqual([
    '1.1.2 meet',
    '1.2 search',
    '1.3 decide',
  ]);
  expect(outwards(SAMPLE, 'meet')).toEqual({ id: 'meet', into: 'main', after: 'reception' });
});

test('a step enters the stage that is read just before it, and only such a stage', () => {
  expect(read(SAMPLE, inwards(SAMPLE, 'decide'))?.slice(4, 7)).toEqual([
    '1.1.3 search',
    '1.1.4 decide',
    '1.2 placed',
  ]);
  expect(inwards(SAMPLE, 'placed')).toBeUndefined();
  expect(inwards(SAMPLE, 'receive')).toBeUndefined();
});

test('what has no place to go stays: the first, the last, a track, a step of another track', () => {
  expect(earlier(SAMPLE, 'reception')).toBeUndefined();
  expect(later(SAMPLE, 'ended')).toBeUndefined();
  expect(earlier(SAMPLE, 'urgent')).toBeUndefined();
  expect(outwards(SAMPLE, 'decide')).toBeUndefined();
  expect(behind(SAMPLE, 'decide', 'make_safe')).toBeUndefined();
  expect(behind(SAMPLE, 'decide', 'decide')).toBeUndefined();
});

test('what is dropped on a heading becomes its first, on a step its follower', () => {
  expect(behind(SAMPLE, 'ended', 'reception')).toEqual({ id: 'ended', into: 'reception' });
  expect(behind(SAMPLE, 'ended', 'decide')).toEqual({ id: 'ended', into: 'main', after: 'decide' });
});
