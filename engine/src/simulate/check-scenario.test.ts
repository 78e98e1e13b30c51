import { expect, test } from 'vitest';
import { samplePack } from '../procedure/sample-pack.ts';
import type { Scenario } from '../procedure/scenario.ts';
import { checkScenario } from './check-scenario.ts';

const pack = samplePack();
const sound: Scenario = {
  title: { en: 'A story' },
  story: { en: 'Invented.' },
  start: '2026-03-02T08:00:00Z',
  acts: [{ at: 'PT0H', by: { person: 'worker', role: 'caseworker' }, facts: { risk: 'low' } }],
  expect: {},
};
const codes = (scenario: Partial<Scenario>) =>
  checkScenario(pack, { ...sound, ...scenario }, 'scenarios/story').map(
    ({ code, path }) => `${code} ${path.replace('scenarios/story/', '')}`,
  );
const acting = (...acts: Scenario['acts']) => codes({ acts: [...sound.acts, ...acts] });

test('a sound scenario has no finding, and neither has that of the sample', () => {
  expect(codes({})).toEqual([]);
  for (const scenario of Object.values(pack.scenarios)) expect(checkScenario(pack, scenario)).toEqual([]);
});

test.each<[string, Scenario['acts'][number], string]>([
  ['an unknown event', { at: 'PT1H', event: 'nothing' }, 'name.unknown acts/1/event'],
  ['a name of the prototype', { at: 'PT1H', event: 'constructor' }, 'name.unknown acts/1/event'],
  ['a signal reported by a person', { at: 'PT1H', event: 'danger' }, 'scenario.signal_reported acts/1/event'],
  [
    'an unknown role',
    { at: 'PT1H', wait: true, by: { person: 'x', role: 'wizard' } },
    'name.unknown acts/1/by/role',
  ],
  [
    'an unknown second role',
    { at: 'PT1H', wait: true, second: { person: 'x', role: 'wizard' } },
    'name.unknown acts/1/second/role',
  ],
  ['an unknown fact', { at: 'PT1H', facts: { moon: true } }, 'name.unknown acts/1/facts/moon'],
  [
    'a value that the fact does not take',
    { at: 'PT1H', facts: { declared_age: -1 } },
    'value.too_small acts/1/facts/declared_age',
  ],
  ['an unknown fact to forget', { at: 'PT1H', forget: ['moon'] }, 'name.unknown acts/1/forget/0'],
  [
    'an unknown rule to override',
    { at: 'PT1H', event: 'report_taken', override: ['moon'] },
    'name.unknown acts/1/override/0',
  ],
  [
    'a rule nobody may override',
    { at: 'PT1H', event: 'report_taken', override: ['risk_is_low'] },
    'scenario.not_overridable acts/1/override/0',
  ],
  [
    'an override of no event',
    { at: 'PT1H', facts: { risk: 'low' }, override: [] },
    'scenario.override_alone acts/1/override',
  ],
  ['an act that says nothing', { at: 'PT1H' }, 'scenario.act_empty acts/1'],
  [
    'an act that says two things',
    { at: 'PT1H', event: 'report_taken', wait: true },
    'scenario.act_twofold acts/1',
  ],
  [
    'an event that also corrects',
    { at: 'PT1H', event: 'report_taken', forget: ['risk'] },
    'scenario.act_twofold acts/1',
  ],
  [
    'an unknown step expected',
    { at: 'PT1H', wait: true, expect: { steps: ['moon'] } },
    'name.unknown acts/1/expect/steps/0',
  ],
  [
    'a stage expected as a step',
    { at: 'PT1H', wait: true, expect: { steps: ['joint'] } },
    'name.unknown acts/1/expect/steps/0',
  ],
  [
    'an unknown deadline expected',
    { at: 'PT1H', wait: true, expect: { deadlines: { moon: {} } } },
    'name.unknown acts/1/expect/deadlines/moon',
  ],
  [
    'an unknown fact expected',
    { at: 'PT1H', wait: true, expect: { unknown: ['moon'] } },
    'name.unknown acts/1/expect/unknown/0',
  ],
  [
    'an unknown signal expected',
    { at: 'PT1H', wait: true, expect: { signals: ['moon'] } },
    'name.unknown acts/1/expect/signals/0',
  ],
])('%s is a finding', (_, act, finding) => {
  expect(acting(act)).toEqual([finding]);
});

test('a first act that corrects, an outcome that is no end, a route nobody has, and time that goes back are findings', () => {
  expect(codes({ acts: [{ at: 'PT0H', forget: ['risk'] }] })).toEqual(['scenario.first_act acts/0']);
  expect(codes({ expect: { outcome: 'visit', route: ['moon'] } })).toEqual([
    'name.unknown expect/route/0',
    'scenario.outcome_no_end expect/outcome',
  ]);
  expect(acting({ at: 'P2D', wait: true }, { at: 'P1D', wait: true })).toEqual(['scenario.time acts']);
  expect(acting({ at: '2026-03-01T08:00:00Z', wait: true })).toEqual(['scenario.time acts']);
});

test('an expectation that can never come true is a warning: playing tells it as a mismatch', () => {
  const doubtful = { ...sound, expect: { route: ['moon'], outcome: 'moon', steps: ['moon'] } };
  expect(checkScenario(pack, doubtful).map(({ severity }) => severity)).toEqual([
    'warning',
    'warning',
    'warning',
  ]);
});

test('a wrong value is no finding where its author expects a refusal', () => {
  const wrong = { at: 'PT1H', facts: { declared_age: -1 } };
  expect(acting({ ...wrong, expect: { refused: 'invalid' } })).toEqual([]);
  expect(acting({ ...wrong, facts: { moon: 1 }, expect: { refused: true } })).toEqual([
    'name.unknown acts/1/facts/moon',
  ]);
});
