import { describe, expect, test } from 'vitest';
import { tinyPack } from '../../journal/fixtures/tiny-pack.ts';
import { outline } from '../outline.ts';
import { returningDeadlines } from './returning-deadlines.ts';

type Main = Parameters<typeof tinyPack>[0]['main'];

const TURN: Main = {
  start: { on: { decided: [{ target: '#order' }] } },
  order: { on: { over: [{ target: '#done' }] }, after: { ends: [{ target: '#look' }] } },
  look: { on: { goes_on: [{ target: '#order' }], over: [{ target: '#done' }] } },
  done: {},
};
const DAY = { fact: 'day' };
const day = { 'facts/day': { label: { en: 'Invented' }, type: 'date', tier: 1 } };
const asking = (fact: string) => ({
  'forms/asking': {
    label: { en: 'Invented' },
    sections: { one: { label: { en: 'Invented' }, fields: [{ fact }] } },
  },
});

function found(main: Main, from: unknown, more = {}, steps = {}) {
  const pack = tinyPack({
    main,
    steps: { done: { kind: 'end' }, ...steps },
    deadlines: { ends: { within: 'P3M', from } },
    more: { ...day, ...more },
  });
  return [...returningDeadlines({ ...outline(pack), uses: [] })].map(({ code, parameters }) => [
    code,
    parameters.deadline,
    parameters.step,
  ]);
}

const RETURNS = [['deadline.returns', 'ends', 'order']];

describe('a deadline that moves the case, in a loop', () => {
  test('fires again at each turn when it counts from what nothing on the way back renews', () => {
    expect(found(TURN, DAY)).toEqual(RETURNS);
    expect(found(TURN, { done: 'start' })).toEqual(RETURNS);
    expect(found(TURN, { event: 'decided' })).toEqual(RETURNS);
    expect(found(TURN, { earliest: ['entry', DAY] })).toEqual(RETURNS);
    expect(found(TURN, { first: [DAY, 'entry'] })).toEqual(RETURNS);
  });

  test('does not when it counts from its entry, or from something the way back sets', () => {
    expect(found(TURN, 'entry')).toEqual([]);
    expect(found(TURN, { latest: [DAY, 'entry'] })).toEqual([]);
    expect(found(TURN, { event: 'goes_on' })).toEqual([]);
    expect(found(TURN, { done: 'look' })).toEqual([]);
  });

  test('does not when a step on the way asks the fact, or the event that leads back needs it', () => {
    const asked = { look: { form: 'asking' } };
    expect(found(TURN, DAY, asking('day'), asked)).toEqual([]);
    expect(found(TURN, DAY, asking('a'), asked)).toEqual(RETURNS);
    expect(found(TURN, DAY, asking('day'), { order: { form: 'asking' } })).toEqual([]);
    expect(found(TURN, DAY, { 'events/goes_on': { label: { en: 'Invented' }, needs: ['day'] } })).toEqual([]);
  });

  test('is told where one of several ways back renews nothing', () => {
    const two: Main = {
      ...TURN,
      look: { on: { ...(TURN.look?.on as object), taken_up: [{ target: '#order' }] } },
    };
    expect(found(two, { event: 'goes_on' })).toEqual(RETURNS);
  });
});

test('a deadline that no way leads back to may count from anything', () => {
  const once: Main = { ...TURN, look: { on: { over: [{ target: '#done' }] } } };
  for (const from of [DAY, { done: 'start' }, { event: 'decided' }, 'entry'])
    expect(found(once, from)).toEqual([]);
});

test('a stage that stays open while its deadline passes is not come back to', () => {
  const stage: Main = {
    start: { on: { decided: [{ target: '#order' }] } },
    order: {
      initial: 'run',
      states: { run: { on: { over: [{ target: '#done' }] } }, late: { on: { over: [{ target: '#done' }] } } },
      after: { ends: [{ target: '#late' }] },
    },
    done: {},
  };
  expect(found(stage, DAY)).toEqual([]);
});

describe('a way back by itself', () => {
  const always = (first: object, second: object): Main => ({ ...TURN, look: { always: [first, second] } });
  const choice = { look: { kind: 'choice' } };

  test('fires again at each turn where nothing guards it', () => {
    const alone = always({ target: '#done', guard: 'a' }, { target: '#order' });
    expect(found(alone, DAY, {}, choice)).toEqual(RETURNS);
  });

  test('is not told where a rule guards it: the rule may forbid it', () => {
    const guarded = always({ target: '#order', guard: 'a' }, { target: '#done' });
    expect(found(guarded, DAY, {}, choice)).toEqual([]);
  });
});
