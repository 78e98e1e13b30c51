import { checkElement } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { begin, PATTERNS, readProperty, writeProperty } from './safeguard-patterns.ts';

const pack = samplePack();

test('every pattern begun on a pack is a safeguard that its schema takes, and is read as it was written', () => {
  for (const pattern of PATTERNS) {
    const blanks = begin(pack, pattern, {});
    if (!blanks) throw new Error(`${pattern} cannot be begun`);
    const property = writeProperty(pattern, blanks);
    expect(
      checkElement('safeguards', 'x', { label: { fr: 'x' }, property, severity: 'major' }),
      pattern,
    ).toEqual([]);
    expect(readProperty(property), pattern).toEqual({ pattern, blanks });
  }
});

test('what was filled stays when another pattern has the same blank', () => {
  const kept = { a: 'step:placed', rule: 'child_was_heard' };
  expect(begin(pack, 'never_unless', kept)).toEqual(kept);
  expect(begin(pack, 'precedes', kept)).toMatchObject({ a: 'step:placed' });
});

test('a pattern whose blanks nothing of the pack can fill is not begun', () => {
  expect(begin({ ...pack, rules: {} }, 'never_unless', {})).toBeUndefined();
});

test('the safeguards of the sample are read whole', () => {
  for (const { property } of Object.values(pack.safeguards)) {
    const { pattern, blanks } = readProperty(property);
    expect(writeProperty(pattern, blanks)).toEqual(property);
  }
});
