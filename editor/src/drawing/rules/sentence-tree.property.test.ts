/** Laws of reading conditions as sentences and writing them back. */
import { type Conditions, evaluate } from '@parcours/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRule, readWay, type WayCondition, writeRule, writeWay } from './sentence-tree.ts';

const FACTS = ['a', 'b', 'c'];
const atom = fc.record({
  fact: fc.constantFrom(...FACTS),
  operator: fc.constantFrom('equal' as const, 'notEqual' as const, 'known' as const),
  value: fc.boolean(),
});
const { node } = fc.letrec<{ node: Conditions }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.record({ all: fc.array(atom, { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(fc.oneof(atom, tie('node')), { minLength: 1, maxLength: 3 }) }),
    fc.record({ all: fc.array(fc.oneof(atom, tie('node')), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: fc.oneof(atom, tie('node')) }),
    fc.constant({ condition: 'other' }),
  ),
}));

const facts = Object.fromEntries(
  FACTS.map((id) => [id, { label: { en: id }, type: 'boolean' as const, tier: 1 }]),
);
const decide = (conditions: Conditions, known: Record<string, boolean>) =>
  evaluate(
    {
      pack: { timeZone: 'UTC' },
      facts,
      parameters: {},
      rules: {
        asked: { label: {}, conditions },
        other: { label: {}, conditions: { all: [{ fact: 'a', operator: 'equal', value: true }] } },
      },
    },
    'asked',
    known,
    '2026-03-02T08:00:00.000Z',
  ).outcome;

test('a rule read as sentences and written again answers the same on every child, unknown included', () => {
  const child = fc.dictionary(fc.constantFrom(...FACTS), fc.boolean());
  fc.assert(
    fc.property(node, child, (conditions, known) => {
      expect(decide(writeRule(readRule(conditions)), known)).toBe(decide(conditions, known));
    }),
  );
});

test('what was written is read as it was written', () => {
  fc.assert(
    fc.property(node, (conditions) => {
      const tree = readRule(conditions);
      expect(readRule(writeRule(tree))).toEqual(tree);
    }),
  );
});

test('the condition of a way is read as it was written', () => {
  const { way } = fc.letrec<{ way: WayCondition }>((tie) => ({
    way: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('heard', 'danger'),
      fc.constant({ type: 'in' as const, params: { state: 'ended' } }),
      fc.record({
        type: fc.constantFrom('all' as const, 'any' as const),
        params: fc.record({ of: fc.array(tie('way'), { minLength: 2, maxLength: 3 }) }),
      }),
      fc.record({
        type: fc.constant('not' as const),
        params: fc.record({ of: fc.tuple(tie('way')).map((of) => [...of]) }),
      }),
    ),
  }));
  fc.assert(
    fc.property(way, (guard) => {
      const tree = readWay(guard);
      expect(tree && readWay(writeWay(tree))).toEqual(tree);
    }),
  );
});
