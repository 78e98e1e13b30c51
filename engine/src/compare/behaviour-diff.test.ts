import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { play } from '../simulate/play.ts';
import { behaviourDiff } from './behaviour-diff.ts';
import { inventStory } from './invent-story.ts';

const SAMPLE = samplePack();
const OLD = compile(SAMPLE);
const NEW = compile(samplePack({ 'machine/states/main/states/sort/always': [{ target: '#decide' }] }));

describe('stories that end differently', () => {
  test('are named with both ends and the act at which they part', () => {
    const [one, ...others] = behaviourDiff(OLD, NEW, SAMPLE.scenarios);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      story: 'low_risk',
      invented: false,
      differs: expect.arrayContaining(['route', 'outcome', 'status']),
      before: { outcome: 'closed', status: 'closed' },
      after: { steps: ['decide'], status: 'open' },
      parts: { act: 2, before: { steps: ['support'] }, after: { steps: ['decide'] } },
    });
  });

  test('by their deadlines alone too', () => {
    const sooner = compile(samplePack({ 'deadlines/receive_by/within': 'PT4H' }));
    expect(behaviourDiff(OLD, sooner, SAMPLE.scenarios)).toMatchObject([
      { story: 'low_risk', differs: ['deadlines'], parts: { act: 0 } },
    ]);
  });

  test('not for an end of the day that is the end of that day in another time zone', () => {
    const days = { 'deadlines/receive_by/within': 'P2D' };
    const [here, there] = [samplePack(days), samplePack({ ...days, 'pack/timeZone': 'Africa/Porto-Novo' })];
    expect(behaviourDiff(compile(here), compile(there), here.scenarios)).toEqual([]);
    const longer = samplePack({
      'deadlines/receive_by/within': 'P3D',
      'pack/timeZone': 'America/Costa_Rica',
    });
    expect(behaviourDiff(compile(here), compile(longer), here.scenarios)).toMatchObject([
      { differs: ['deadlines'] },
    ]);
  });

  test('that only one version can tell are told as such', () => {
    const without = compile(
      samplePack({
        'facts/safe_at_home': undefined,
        'rules/is_safe/conditions': { condition: 'risk_is_low' },
      }),
    );
    expect(behaviourDiff(OLD, without, SAMPLE.scenarios)).toMatchObject([{ differs: ['untold'] }]);
  });

  test('are invented by seed, and are the same for the same seed', () => {
    const invent = { count: 3, seed: 7, length: 12 };
    const once = behaviourDiff(OLD, NEW, {}, invent);
    expect(once.length).toBeGreaterThan(0);
    expect(behaviourDiff(OLD, NEW, {}, invent)).toEqual(once);
  });
});

test('no story ends differently in one and the same version', () => {
  expect(behaviourDiff(OLD, compile(samplePack()), SAMPLE.scenarios, { count: 2, seed: 1 })).toEqual([]);
});

test('an invented story is a scenario that plays, the same for the same seed', () => {
  const story = inventStory(OLD, 3);
  expect(inventStory(OLD, 3)).toEqual(story);
  expect(play(OLD, story).caseFile.seq).toBeGreaterThan(5);
});
