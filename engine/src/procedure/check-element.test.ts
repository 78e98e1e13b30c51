import { expect, test } from 'vitest';
import { checkElement, checkSection } from './check-element.ts';
import { samplePack } from './sample-pack.ts';

const SAMPLE = samplePack();

test('every element of a sound pack is sound by itself', () => {
  for (const section of [
    'steps',
    'events',
    'rules',
    'facts',
    'forms',
    'deadlines',
    'roles',
    'scenarios',
  ] as const)
    for (const [id, element] of Object.entries(SAMPLE[section]))
      expect(checkElement(section, id, element), `${section}/${id}`).toEqual([]);
  expect(checkSection('machine', SAMPLE.machine)).toEqual([]);
  expect(checkSection('calendar', SAMPLE.calendar)).toEqual([]);
});

test('a wrong value is told at its place, with the cure', () => {
  const [finding] = checkElement('deadlines', 'soon', { label: {}, within: 'tomorrow' });
  expect(finding?.path).toBe('deadlines/soon/within');
});

test('a rule deeper than the limit is told', () => {
  let conditions: unknown = { fact: 'a', operator: 'equal', value: 1 };
  for (let depth = 0; depth < 12; depth += 1) conditions = { all: [conditions] };
  const codes = checkElement('rules', 'deep', { label: {}, conditions }).map(({ code }) => code);
  expect(codes).toContain('limit.rule_depth');
});

test('an id that could not be a key is refused', () => {
  expect(checkElement('roles', '__proto__', {})).not.toEqual([]);
});
