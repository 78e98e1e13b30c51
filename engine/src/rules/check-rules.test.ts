import { describe, expect, it } from 'vitest';
import type { Conditions } from '../procedure/conditions.ts';
import type { Derive, Fact } from '../procedure/facts.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { checkRules } from './check-rules.ts';
import { smallBook } from './fixtures/small-book.ts';

const facts = {
  heard: { type: 'boolean' },
  age: { type: 'integer' },
  name: { type: 'string' },
  risk: { type: 'enum', values: ['low', 'high'] },
  needs: { type: 'enums', values: ['low', 'high'] },
  born: { type: 'date' },
  seen: { type: 'instant' },
  visits: { type: 'records', fields: { on: { type: 'date' }, held: { type: 'boolean' } } },
} as const;

const found = (conditions: unknown) =>
  checkRules(smallBook({ facts, rules: { r: conditions as Conditions } })).map(
    ({ code, path }) => `${code} ${path}`,
  );

describe('checkRules', () => {
  it('finds nothing in the sample pack', () => {
    expect(checkRules(samplePack())).toEqual([]);
  });

  it.each([
    [
      'lessThan on a date',
      { fact: 'born', operator: 'lessThan', value: '2026-01-01' },
      'operator.type',
      'operator',
    ],
    ['contains on text', { fact: 'name', operator: 'contains', value: 'a' }, 'operator.type', 'operator'],
    ['equal on a list', { fact: 'needs', operator: 'equal', value: 'low' }, 'operator.type', 'operator'],
    ['equal on records', { fact: 'visits', operator: 'equal', value: 'a' }, 'operator.type', 'operator'],
    [
      'before on a number',
      { fact: 'age', operator: 'before', value: '2026-01-01' },
      'operator.type',
      'operator',
    ],
    [
      'an operator of nobody',
      { fact: 'age', operator: 'matches', value: 'a' },
      'operator.unknown',
      'operator',
    ],
    ['in a text', { fact: 'name', operator: 'in', value: 'abc' }, 'operator.value', 'value'],
    ['in an empty list', { fact: 'name', operator: 'in', value: [] }, 'operator.value', 'value'],
    [
      'a number written as text',
      { fact: 'age', operator: 'lessThan', value: '18' },
      'operator.value',
      'value',
    ],
    [
      'an enum value nobody declared',
      { fact: 'risk', operator: 'equal', value: 'medium' },
      'operator.value',
      'value',
    ],
    [
      'one such in a list',
      { fact: 'risk', operator: 'in', value: ['low', 'medium'] },
      'operator.value',
      'value',
    ],
    [
      'one such looked for',
      { fact: 'needs', operator: 'contains', value: 'medium' },
      'operator.value',
      'value',
    ],
    [
      'a date that does not exist',
      { fact: 'born', operator: 'after', value: '2026-02-30' },
      'operator.value',
      'value',
    ],
    [
      'hours before a date',
      { fact: 'born', operator: 'withinLast', value: 'PT24H' },
      'operator.value',
      'value',
    ],
    ['known as a number', { fact: 'age', operator: 'known', value: 1 }, 'operator.value', 'value'],
    ['null', { fact: 'age', operator: 'equal', value: null }, 'operator.value', 'value'],
    [
      'a date and an instant',
      { fact: 'born', operator: 'before', value: { fact: 'seen' } },
      'operator.compare',
      'value',
    ],
    [
      'known of another fact',
      { fact: 'age', operator: 'known', value: { fact: 'heard' } },
      'operator.compare',
      'value',
    ],
    ['a fact nobody declared', { fact: 'nobody', operator: 'equal', value: true }, 'name.unknown', 'fact'],
    [
      'such a fact on the right',
      { fact: 'age', operator: 'equal', value: { fact: 'nobody' } },
      'name.unknown',
      'value',
    ],
    [
      'a fact named like a prototype',
      { fact: 'constructor', operator: 'equal', value: true },
      'name.unknown',
      'fact',
    ],
    ['a path', { fact: 'visits', operator: 'equal', value: 1, path: '$.on' }, 'rule.jsonpath', 'fact'],
    ['a path in a name', { fact: '$.visits[0]', operator: 'equal', value: 1 }, 'rule.jsonpath', 'fact'],
    [
      'a path on the right',
      { fact: 'age', operator: 'equal', value: { fact: 'age', path: '$' } },
      'rule.jsonpath',
      'value',
    ],
    [
      'parameters of a fact',
      { fact: 'age', operator: 'equal', value: 1, params: {} },
      'rule.jsonpath',
      'fact',
    ],
  ])('refuses %s', (_, atom, code, at) => {
    expect(found({ all: [atom] })).toEqual([`${code} rules/r/conditions/all/0/${at}`]);
  });

  it('says which operators fit instead', () => {
    const [finding] = checkRules(
      smallBook({
        facts,
        rules: { r: { all: [{ fact: 'born', operator: 'lessThan', value: '2026-01-01' }] } },
      }),
    );
    expect(finding?.message).toContain('before, after, withinLast');
  });

  it('refuses empty lists, unknown rules, several kinds at once, and what is no condition', () => {
    expect(found({ all: [] })).toEqual(['rule.empty rules/r/conditions/all']);
    expect(found({ any: [{ not: { any: [] } }] })).toEqual(['rule.empty rules/r/conditions/any/0/not/any']);
    expect(found({ condition: 'nobody' })).toEqual(['name.unknown rules/r/conditions/condition']);
    expect(found({ all: [{ fact: 'heard', operator: 'equal', value: true }], any: [] })).toEqual([
      'rule.shape rules/r/conditions',
    ]);
    expect(found({ not: null })).toEqual(['rule.shape rules/r/conditions/not']);
    expect(found({ all: 'heard' })).toEqual(['rule.shape rules/r/conditions']);
  });

  it('takes ten levels, refuses eleven, and does not fall into a thousand', () => {
    const nested = (levels: number) => {
      let conditions: Conditions = { all: [{ fact: 'heard', operator: 'equal', value: true }] };
      for (let level = 1; level < levels; level++) conditions = { not: conditions };
      return conditions;
    };
    expect(found(nested(10))).toEqual([]);
    expect(found(nested(11)).map((line) => line.split(' ')[0])).toEqual(['rule.depth']);
    expect(found(nested(1_000)).map((line) => line.split(' ')[0])).toEqual(['rule.depth']);
  });

  it('reads also and or_also too', () => {
    const wrong: Conditions = { condition: 'nobody' };
    const right: Conditions = { all: [{ fact: 'heard', operator: 'equal', value: true }] };
    const rules = { r: { conditions: right, also: { order: wrong }, or_also: { danger: wrong } } };
    expect(checkRules(smallBook({ facts, rules })).map(({ path }) => path)).toEqual([
      'rules/r/also/order/condition',
      'rules/r/or_also/danger/condition',
    ]);
  });

  it('tells a circle of rules once', () => {
    const rules = {
      a: { condition: 'b' },
      b: { not: { condition: 'c' } },
      c: { all: [{ condition: 'a' }] },
      alone: { condition: 'a' },
    } as const;
    expect(checkRules(smallBook({ rules }))).toMatchObject([
      { code: 'rule.cycle', path: 'rules/a', parameters: { names: 'a, b, c' } },
    ]);
  });

  it('tells a circle through a rule and a derivation', () => {
    const book = smallBook({
      facts: {
        ...facts,
        any_held: { type: 'boolean', derive: { some: { of: 'visits', where: { condition: 'r' } } } },
      },
      rules: { r: { all: [{ fact: 'any_held', operator: 'equal', value: true }] } },
    });
    expect(checkRules(book)).toMatchObject([{ code: 'derive.cycle', parameters: { names: 'any_held, r' } }]);
  });
});

describe('checkRules on facts and parameters', () => {
  const derived = (type: Fact['type'], derive: Derive) =>
    checkRules(smallBook({ facts: { ...facts, derived: { type, derive } } })).map(
      ({ code, path }) => `${code} ${path}`,
    );

  it.each<[string, Fact['type'], Derive, string]>([
    [
      'years from what is no date',
      'integer',
      { years: { from: 'name' } },
      'derive.type facts/derived/derive/years/from',
    ],
    [
      'years from nobody',
      'integer',
      { years: { from: 'nobody' } },
      'name.unknown facts/derived/derive/years/from',
    ],
    [
      'hours from a date',
      'integer',
      { hours: { from: 'born' } },
      'derive.type facts/derived/derive/hours/from',
    ],
    [
      'an end that is no date',
      'integer',
      { days: { from: 'born', asOf: 'age' } },
      'derive.type facts/derived/derive/days/asOf',
    ],
    [
      'a declared one that is no number',
      'integer',
      { years: { from: 'born' }, else: 'name' },
      'derive.type facts/derived/derive/else',
    ],
    [
      'years given as a boolean',
      'boolean',
      { years: { from: 'born' } },
      'derive.result facts/derived/derive',
    ],
    [
      'a count of what is no records',
      'integer',
      { count: { of: 'needs' } },
      'derive.type facts/derived/derive/count/of',
    ],
    [
      'every given as a number',
      'integer',
      { every: { of: 'visits', where: { all: [{ fact: 'held', operator: 'equal', value: true }] } } },
      'derive.result facts/derived/derive',
    ],
    [
      'a where on a field nobody declared',
      'boolean',
      { some: { of: 'visits', where: { all: [{ fact: 'gone', operator: 'equal', value: true }] } } },
      'name.unknown facts/derived/derive/some/where/all/0/fact',
    ],
    [
      'the latest of a field that is no date',
      'boolean',
      { latest: { of: 'visits', field: 'held' } },
      'derive.type facts/derived/derive/latest/field',
    ],
    [
      'the latest of a field nobody declared',
      'date',
      { latest: { of: 'visits', field: 'born' } },
      'name.unknown facts/derived/derive/latest/field',
    ],
  ])('refuses %s', (_, type, derive, expected) => {
    expect(derived(type, derive)).toEqual([expected]);
  });

  it('takes the latest of another field by its date', () => {
    expect(derived('boolean', { latest: { of: 'visits', field: 'held', by: 'on' } })).toEqual([]);
  });

  it('refuses a presumed or initial value of another type', () => {
    const book = smallBook({
      facts: {
        risk: { type: 'enum', values: ['low'], presume: { value: 'high' } },
        count: { type: 'integer', initial: '0' },
      },
    });
    expect(checkRules(book).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'presume.value facts/risk/presume/value',
      'initial.value facts/count/initial',
    ]);
  });

  it('refuses a parameter whose value is of another type, and one named like a fact', () => {
    const book = smallBook({
      facts: { age: { type: 'integer' } },
      parameters: {
        age: { type: 'integer', value: 1 },
        span: { type: 'duration', value: '24 hours' },
        unknown: { type: 'integer' },
      },
    });
    expect(checkRules(book).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'name.twice parameters/age',
      'parameter.value parameters/span/value',
    ]);
  });
});
