import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { elementsToFind, hasWords } from './palette-items.ts';

test('an element is found by its words, in any order, without marks or capitals', () => {
  expect(hasWords('Rencontrer l’enfant, à l’école', 'ECOLE enfant')).toBe(true);
  expect(hasWords('Rencontrer l’enfant', 'école')).toBe(false);
  expect(hasWords('لقاء الطِّفل', 'الطفل')).toBe(true);
});

test('every step, rule, fact, form, deadline, role, source and safeguard can be found', () => {
  const pack = samplePack();
  const found = elementsToFind(pack).map(({ section, id }) => `${section}/${id}`);
  for (const section of [
    'steps',
    'rules',
    'facts',
    'forms',
    'deadlines',
    'roles',
    'sources',
    'safeguards',
  ] as const)
    for (const id of Object.keys(pack[section])) expect(found).toContain(`${section}/${id}`);
});
