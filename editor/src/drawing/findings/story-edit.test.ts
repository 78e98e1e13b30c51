import type { Act, Finding, Scenario } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openDrawing } from '../drawing-store.ts';
import { tellPaths } from './check-pack.ts';
import { sharedMends } from './mend-all.ts';
import { doMend, mendsOf } from './mends.ts';
import { actAs, addedAfter, afterStart, kindOf, moved, withAnswer } from './story-edit.ts';

const pack = samplePack();
const [id, kept] = Object.entries(pack.scenarios)[0] as [string, Scenario];

const otherwise: Scenario = {
  ...kept,
  acts: kept.acts.map((act, index) =>
    index === 0 ? { ...act, expect: { steps: ['decide'], unknown: ['child_heard'] } } : act,
  ) as Scenario['acts'],
  expect: { route: ['receive', 'search'], outcome: 'placed', status: 'open' },
};

test('the mend of a story that goes otherwise is one entry of the log', () => {
  const drawing = openDrawing({ ...pack, scenarios: { [id]: otherwise } });
  const found = () => {
    const codes: string[] = [];
    tellPaths(drawing.get().log.pack, { cache: {}, now: () => 0 }, (told) => {
      if (told.kind === 'scenarios') codes.push(...told.findings.map(({ code }) => code));
    });
    return codes;
  };
  expect(found()).toEqual(['scenario.otherwise']);
  const finding = {
    code: 'scenario.otherwise',
    severity: 'error',
    path: `scenarios/${id}/expect/outcome`,
    parameters: {},
    message: '',
  } as const;
  const [mend] = mendsOf(drawing.get().log.pack, finding);
  expect(mend?.label).toBe('expectNow');
  expect(mend && doMend(drawing, finding, mend)).toBe(true);
  expect(found()).toEqual([]);
  expect(mend && doMend(drawing, finding, mend)).toBe(false);
  expect(drawing.get().log.past).toHaveLength(1);
  drawing.undo();
  expect(drawing.get().log.pack.scenarios[id]).toEqual(otherwise);
});

test('a mend of a story is offered without a look at the procedure, which is played when it is done', () => {
  const unread = { ...pack };
  Object.defineProperty(unread, 'machine', {
    get: () => {
      throw new Error('The procedure was read.');
    },
  });
  const [one, other] = [id, id].map(
    (each) =>
      ({
        code: 'scenario.otherwise',
        severity: 'error',
        path: `scenarios/${each}/expect/outcome`,
        parameters: {},
        message: '',
      }) as const,
  ) as [Finding, Finding];
  expect(mendsOf(unread, one)).toHaveLength(1);
  expect(sharedMends(unread, [one, other])).toHaveLength(1);
});

test('acts change what they are, and keep what still makes sense', () => {
  const act: Act = {
    at: 'PT1H',
    by: { person: 'a', role: 'police' },
    event: 'child_seen',
    facts: { age: 12 },
    reason: '–',
  };
  expect(kindOf(act)).toBe('event');
  expect(actAs(act, 'event', 'not_found')).toEqual({ ...act, event: 'not_found' });
  expect(actAs(act, 'record')).toEqual({ at: 'PT1H', by: act.by, facts: { age: 12 } });
  expect(actAs(act, 'wait')).toEqual({ at: 'PT1H', wait: true });
  expect(kindOf({ at: 'PT1H', correct: { age: 13 } })).toBe('other');
  expect(withAnswer(act, 'age', undefined)).not.toHaveProperty('facts');
  expect(withAnswer(act, 'danger', true).facts).toEqual({ age: 12, danger: true });
});

test('acts change places, and time never goes back', () => {
  const acts: Act[] = [
    { at: 'PT1H', event: 'a' },
    { at: 'PT2H', event: 'b' },
    { at: 'PT3H', event: 'c' },
  ];
  expect(moved(acts, 2, 0).map(({ at, event }) => [at, event])).toEqual([
    ['PT1H', 'c'],
    ['PT2H', 'a'],
    ['PT3H', 'b'],
  ]);
  expect(moved(acts, 1).map(({ event }) => event)).toEqual(['a', 'c']);
  expect(addedAfter(acts, 0)[1]).toEqual({ at: 'PT1H', wait: true });
});

test('an act at an instant is told from the beginning of the story', () => {
  const start = '2026-03-02T09:00:00Z';
  expect(afterStart({ start }, { at: '2026-03-03T10:30:00Z' })).toBe('P1DT1H30M');
  expect(afterStart({ start }, { at: start })).toBe('PT0M');
  expect(afterStart({ start }, { at: 'P6D' })).toBe('P6D');
});
