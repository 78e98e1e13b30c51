import { checkElement, type Scenario } from '@parcours/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openLog, perform, undo } from '../log/command-log.ts';
import { expectNow } from './expect-now.ts';
import { playedNow } from './played-now.ts';

/** The sample with a fact and a step of names that the parts of an expectation have too. */
const pack = withOddNames();
const [id, kept] = Object.entries(pack.scenarios)[0] as [string, Scenario];

function withOddNames() {
  const sample = samplePack();
  const { danger } = sample.facts;
  if (!danger) throw new Error('The sample asks whether there is danger.');
  return { ...sample, facts: { ...sample.facts, unknown: danger, refused: danger } };
}

/** The story after the command, and the log. */
function expecting(story: Scenario, withRoute = false) {
  const before = openLog({ ...pack, scenarios: { [id]: story } });
  const outcome = perform(before, expectNow, { id, withRoute });
  if (!outcome.ok) throw new Error(outcome.refused.why);
  const after = outcome.log.pack.scenarios[id];
  if (!after) throw new Error('The story is gone.');
  return { before, after, ...outcome };
}

const mismatches = (story: Scenario) => playedNow({ ...pack, scenarios: { [id]: story } }, story)?.mismatches;

/** The story expecting something else of its acts. */
const saying = (
  expectations: readonly (Scenario['acts'][number]['expect'] | undefined)[],
  end: Scenario['expect'] = kept.expect,
): Scenario => ({
  ...kept,
  acts: kept.acts.map((act, index) => ({
    ...act,
    ...(expectations[index] && { expect: expectations[index] }),
  })),
  expect: end,
});

test('a story that goes otherwise expects what happens, in one entry of the log that undo takes back', () => {
  const otherwise = saying([{ steps: ['decide'], unknown: ['child_heard'] }], {
    route: ['receive', 'search'],
    outcome: 'placed',
    status: 'open',
  });
  expect(mismatches(otherwise)?.length).toBeGreaterThan(2);
  const { before, after, log } = expecting(otherwise);
  expect(checkElement('scenarios', id, after)).toEqual([]);
  expect(mismatches(after)).toEqual([]);
  expect(after.expect).toEqual(kept.expect);
  expect(log.past).toHaveLength(1);
  expect(undo(log)?.log.pack).toEqual(before.pack);
});

test('a story that goes as it says stays as it is, and so does one that cannot be told', () => {
  expect(expecting(kept).change).toBeUndefined();
  const untold = { ...kept, acts: kept.acts.map((act) => ({ ...act, event: 'nothing_like_it' })) };
  expect(mismatches(untold)).toBeUndefined();
  expect(expecting(untold).change).toBeUndefined();
});

test('a route that was left open stays open, unless it is asked for', () => {
  const { route, ...open } = kept.expect;
  expect(expecting(saying([], open)).after.expect).toEqual(open);
  expect(expecting(saying([], open), true).after.expect).toEqual({ ...open, route });
  expect(expecting(saying([], { ...open, route: ['decide'] }), true).after.expect.route).toEqual(route);
});

test('is refused for a story that is not there', () => {
  expect(expectNow.can(pack, { id: 'nowhere' })).toMatchObject({ why: 'gone' });
  expect(expectNow.can(pack, { id: 'constructor' })).toMatchObject({ why: 'gone' });
});

test('what is no longer refused is expected to lack nothing', () => {
  const { after } = expecting(saying([undefined, undefined, undefined, { missing: ['child_heard'] }]));
  expect(mismatches(after)).toEqual([]);
  expect(after.acts[3]?.expect).toEqual({});
});

test('a fact may have the name of a part of an expectation', () => {
  const { after } = expecting(saying([{ facts: { unknown: true, refused: true } }]));
  expect(mismatches(after)).toEqual([]);
  expect(after.acts[0]?.expect).toEqual({ facts: {} });
});

test('whatever a story expected, it then goes as it says and is written as its schema asks', () => {
  const facts = fc.constantFrom(...Object.keys(pack.facts));
  const steps = fc.constantFrom(...Object.keys(pack.steps));
  const part = {
    steps: fc.uniqueArray(steps, { maxLength: 2 }),
    refused: fc.constantFrom(true, false, 'guard', 'role'),
    missing: fc.uniqueArray(facts, { maxLength: 2 }),
    signals: fc.uniqueArray(fc.constantFrom(...Object.keys(pack.events)), { maxLength: 1 }),
    deadlines: fc.dictionary(
      fc.constantFrom(...Object.keys(pack.deadlines)),
      fc.record(
        {
          due: fc.constant('2026-03-04T18:00:00Z'),
          state: fc.constantFrom('running' as const, 'missed' as const),
        },
        { requiredKeys: [] },
      ),
    ),
    facts: fc.dictionary(facts, fc.constantFrom(true, false, 3)),
    unknown: fc.uniqueArray(facts, { maxLength: 2 }),
    reconsider: fc.boolean(),
    status: fc.constantFrom('open' as const, 'closed' as const),
  };
  const ofAnAct = fc.option(fc.record(part, { requiredKeys: [] }), { nil: undefined });
  const ofTheEnd = fc.record(
    { ...part, route: fc.array(steps, { maxLength: 4 }), outcome: steps },
    { requiredKeys: [] },
  );
  const roles = fc.option(fc.constantFrom(...Object.keys(pack.roles)), { nil: undefined });
  fc.assert(
    fc.property(
      fc.array(ofAnAct, { minLength: 4, maxLength: 4 }),
      ofTheEnd,
      fc.nat(3),
      roles,
      (expectations, end, index, role) => {
        const said = saying(expectations, end);
        // Somebody else acts, who may be refused.
        const acts = said.acts.map((act, at) =>
          at === index && role !== undefined ? { ...act, by: { person: 'another', role } } : act,
        );
        const story: Scenario = { ...said, acts };
        const { before, after, log, change } = expecting(story);
        expect(mismatches(after)).toEqual(mismatches(story) && []);
        expect(checkElement('scenarios', id, after)).toEqual([]);
        if (change) expect(undo(log)?.log.pack).toEqual(before.pack);
      },
    ),
  );
});
