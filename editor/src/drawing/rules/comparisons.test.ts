import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { against, comparisonsFor, fits, othersFor, startingAtom, withComparison } from './comparisons.ts';

const pack = samplePack();

test('whatever fact and comparison is chosen, the engine can decide it', () => {
  for (const [id, { type }] of Object.entries(pack.facts)) {
    const begun = startingAtom(pack, id);
    expect(fits(pack, begun), id).toBe(true);
    for (const comparison of comparisonsFor(type))
      expect(fits(pack, withComparison(pack, begun, comparison)), `${id} ${comparison}`).toBe(true);
  }
});

test('only the comparisons that fit a type are offered', () => {
  expect(comparisonsFor('boolean')).toEqual(['yes', 'no', 'known', 'unknown']);
  expect(comparisonsFor('records')).toEqual(['known', 'unknown']);
  expect(comparisonsFor('integer')).toContain('lessThan');
  expect(comparisonsFor('enum')).not.toContain('lessThan');
  expect(comparisonsFor('date')).toEqual(expect.arrayContaining(['before', 'after', 'withinLast']));
});

test('a value that still fits is kept when the comparison changes', () => {
  const age = { fact: 'age', operator: 'lessThan', value: 12 } as const;
  expect(withComparison(pack, age, 'greaterThan').value).toBe(12);
  expect(withComparison(pack, age, 'in').value).toEqual([0]);
});

test('a parameter may stand as the value, when its type is that of the fact', () => {
  const age = { fact: 'age', operator: 'lessThan', value: 12 } as const;
  expect(othersFor(pack, age).parameters).toEqual(['majority_age']);
  expect(against(pack, age, 'parameter')?.value).toEqual({ fact: 'majority_age' });
  expect(against(pack, { fact: 'channel', operator: 'equal', value: 'phone' }, 'parameter')).toBeUndefined();
});

test('the fields of the rows at hand are compared by their own types', () => {
  expect(startingAtom(pack, 'alone', 'visits')).toEqual({ fact: 'alone', operator: 'equal', value: true });
});
