import { describe, expect, it } from 'vitest';
import { checkFactValue } from './check-value.ts';
import { smallBook } from './fixtures/small-book.ts';

const { facts } = smallBook({
  facts: {
    heard: { type: 'boolean' },
    age: { type: 'integer', min: 0, max: 120 },
    score: { type: 'number' },
    name: { type: 'string', maxLength: 5 },
    story: { type: 'text' },
    risk: { type: 'enum', values: ['low', 'high'] },
    needs: { type: 'enums', values: ['low', 'high'] },
    born: { type: 'date' },
    seen: { type: 'instant' },
    mother: { type: 'person' },
    visits: {
      type: 'records',
      fields: { on: { type: 'date', required: true }, at: { type: 'instant' }, note: { type: 'string' } },
    },
  },
});

const check = (id: string, value: unknown) => {
  const fact = facts[id];
  if (!fact) throw new Error(`the test knows no fact ${id}`);
  const checked = checkFactValue(fact, id, value);
  return 'value' in checked ? checked.value : checked.invalid.code;
};

describe('checkFactValue', () => {
  it.each([
    ['heard', false],
    ['age', 0],
    ['score', -2.5],
    ['name', 'Amina'],
    ['story', 'قالت إنها بخير'],
    ['risk', 'low'],
    ['needs', []],
    ['needs', ['high', 'low']],
    ['born', '2024-02-29'],
    ['mother', 'p-1'],
    ['visits', []],
  ])('takes a %s of its type', (id, value) => {
    expect(check(id, value)).toEqual(value);
  });

  it.each([
    ['heard', 'true', 'value.type'],
    ['heard', 1, 'value.type'],
    ['age', '17', 'value.type'],
    ['age', 17.5, 'value.type'],
    ['age', 2 ** 60, 'value.type'],
    ['age', -1, 'value.too_small'],
    ['age', 121, 'value.too_large'],
    ['score', Number.NaN, 'value.type'],
    ['score', Number.POSITIVE_INFINITY, 'value.type'],
    ['name', 'Aminata', 'value.too_long'],
    ['name', '', 'value.empty'],
    ['story', 'a'.repeat(20_001), 'value.too_long'],
    ['story', '\ud800', 'text.encoding'],
    ['story', 'a\u0000', 'text.control'],
    ['risk', 'medium', 'value.enum'],
    ['risk', 'constructor', 'value.enum'],
    ['risk', '__proto__', 'value.enum'],
    ['needs', 'low', 'value.type'],
    ['needs', ['low', 'low'], 'value.twice'],
    ['needs', ['medium'], 'value.enum'],
    ['born', '2026-02-29', 'value.date'],
    ['born', '2026-2-9', 'value.date'],
    ['born', '2026-03-02T00:00:00Z', 'value.date'],
    ['seen', '2026-03-02', 'value.instant'],
    ['seen', '2026-03-02T08:00:00', 'value.instant'],
    ['mother', {}, 'value.type'],
    ['heard', null, 'value.type'],
    ['visits', null, 'value.type'],
    ['heard', undefined, 'value.type'],
  ])('refuses for %s the value %j with %s', (id, value, code) => {
    expect(check(id, value)).toBe(code);
  });

  it('brings instants to UTC with milliseconds, and minus zero to zero', () => {
    expect(check('seen', '2026-03-02T09:00:00+01:00')).toBe('2026-03-02T08:00:00.000Z');
    expect(Object.is(check('score', -0), 0)).toBe(true);
  });

  it('names the fact, and for records the row and the field', () => {
    const fact = facts.visits;
    if (!fact) throw new Error('the test knows no visits');
    const checked = checkFactValue(fact, 'visits', [
      { id: 'a', on: '2026-01-01' },
      { id: 'b', on: 'today' },
    ]);
    expect(checked).toMatchObject({
      invalid: { fact: 'visits', code: 'value.date', message: expect.stringContaining('row 2: on') },
    });
  });
});

describe('records', () => {
  const on = '2026-01-01';

  it('are copied clean, instants in UTC', () => {
    const given = [{ id: 'a', on, at: '2026-01-01T10:00:00+01:00' }];
    const taken = check('visits', given);
    expect(taken).toEqual([{ id: 'a', on, at: '2026-01-01T09:00:00.000Z' }]);
    expect(given[0]?.at).toBe('2026-01-01T10:00:00+01:00');
  });

  it.each([
    ['a row that is no object', [1], 'value.row'],
    ['a row that is a list', [[]], 'value.row'],
    ['a row without an id', [{ on }], 'value.row_id'],
    ['a row whose id is a path', [{ id: '../a', on }], 'value.row_id'],
    [
      'two rows of one id',
      [
        { id: 'a', on },
        { id: 'a', on },
      ],
      'value.row_twice',
    ],
    ['a field nobody declared', [{ id: 'a', on, extra: 1 }], 'value.field_unknown'],
    ['a required field left out', [{ id: 'a' }], 'value.field_missing'],
    ['a field of another type', [{ id: 'a', on: 5 }], 'value.date'],
    ['null in a field', [{ id: 'a', on, note: null }], 'value.type'],
    [
      'more rows than anybody keeps',
      Array.from({ length: 501 }, (_, n) => ({ id: `r${n}`, on })),
      'value.too_many',
    ],
  ])('refuse %s', (_, rows, code) => {
    expect(check('visits', rows)).toBe(code);
  });

  it('refuse keys that would reach a prototype', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(check('visits', JSON.parse(`[{"id":"a","on":"${on}","${key}":{"x":1}}]`))).toBe(
        'value.field_unknown',
      );
    }
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
