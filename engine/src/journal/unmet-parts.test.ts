import { expect, test } from 'vitest';
import type { Conditions } from '../procedure/conditions.ts';
import type { Rule } from '../procedure/rules.ts';
import { unmetParts } from './unmet-parts.ts';

const rule = (conditions: Conditions, also?: Rule['also']): Rule => ({
  label: {},
  conditions,
  ...(also && { also }),
});
const named = (...ids: string[]): Conditions => ({ all: ids.map((condition) => ({ condition })) });
const leaf = rule({ all: [{ fact: 'a', operator: 'equal', value: true }] });
const rules = {
  whole: rule(named('heard', 'lawful'), { here: named('ordered') }),
  lawful: rule({ any: [{ condition: 'based' }, { not: { condition: 'doubted' } }] }),
  heard: leaf,
  based: leaf,
  doubted: leaf,
  ordered: leaf,
};

test('the parts that stand in the way are named from the outside in, those that hold are not', () => {
  expect(unmetParts(rules, { whole: 'no', heard: 'yes', lawful: 'no', based: 'unknown' }, 'whole')).toEqual([
    'lawful',
    'based',
    'ordered',
  ]);
  expect(unmetParts(rules, { whole: 'no', ordered: 'yes', lawful: 'yes', heard: 'no' }, 'whole')).toEqual([
    'heard',
  ]);
});

test('what stands below a not is left out, a yes and an unknown rule have no parts', () => {
  expect(unmetParts(rules, { lawful: 'no', based: 'yes', doubted: 'yes' }, 'lawful')).toEqual([]);
  expect(unmetParts(rules, { whole: 'yes' }, 'whole')).toEqual([]);
  expect(unmetParts(rules, {}, 'toString')).toEqual([]);
});
