import { describe, expect, test } from 'vitest';
import { BUILT_IN_OPERATORS, conditionsSchema, OWN_OPERATORS } from './conditions.ts';

const accepts = (conditions: unknown) => conditionsSchema.safeParse(conditions).success;
const atom = (more: object = {}) => ({ fact: 'risk', operator: 'equal', value: 'low', ...more });
const withAtom = (more: object) => accepts({ all: [atom(more)] });

describe('conditions as json-rules-engine takes them', () => {
  test('are all, any, not or a named rule, nested', () => {
    expect(accepts({ any: [{ all: [atom()] }, { not: atom() }, { condition: 'is_safe' }] })).toBe(true);
  });

  test.each(['all', 'any'])('an empty %s is refused, also inside', (kind) => {
    expect(accepts({ [kind]: [] })).toBe(false);
    expect(accepts({ not: { [kind]: [] } })).toBe(false);
  });

  test.each([
    ['all and any', { all: [atom()], any: [atom()] }],
    ['any and all', { any: [atom()], name: 'x' }],
    ['not and all', { not: atom(), all: [atom()] }],
    ['a rule and its path', { condition: 'is_safe', path: '$.x' }],
    ['a bare atom at the top', atom()],
    ['no kind', {}],
    ['a list', [atom()]],
    ['priority', { all: [atom()], priority: 3 }],
  ])('%s is refused', (_, conditions) => {
    expect(accepts(conditions)).toBe(false);
  });

  test.each([...BUILT_IN_OPERATORS, ...OWN_OPERATORS])('%s is an operator', (operator) => {
    expect(withAtom({ operator })).toBe(true);
  });

  test('json-rules-engine’s own operators are ten, and ours are four', () => {
    expect([BUILT_IN_OPERATORS.length, OWN_OPERATORS.length]).toEqual([10, 4]);
  });

  test.each(['', 'Equal', 'equal ', 'matches', 'everyFact:equal', 'not:equal', 'toString', '__proto__'])(
    'the operator %j is refused',
    (operator) => {
      expect(withAtom({ operator })).toBe(false);
    },
  );

  test.each([
    { path: '$.x' },
    { params: {} },
    { fact: 'risk.score' },
    { fact: '$' },
    { fact: '__proto__' },
    { value: { fact: 'risk', path: '$.x' } },
    { value: { fact: 'risk', params: {} } },
    { value: { fact: '$.risk' } },
    { value: {} },
    { value: null },
    { value: [['low']] },
  ])('JSONPath and what else is no plain name or value is refused: %j', (more) => {
    expect(withAtom(more)).toBe(false);
  });
});
