import { describe, expect, it } from 'vitest';
import type { Atom } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import { evaluate } from './evaluate.ts';
import { AT, smallBook } from './fixtures/small-book.ts';

const book = (atom: Atom, timeZone = 'Africa/Tunis') =>
  smallBook({
    timeZone,
    facts: {
      age: { type: 'number' },
      name: { type: 'string' },
      risk: { type: 'enum', values: ['low', 'high'] },
      other_risk: { type: 'enum', values: ['high', 'top'] },
      needs: { type: 'enums', values: ['low', 'high'] },
      born: { type: 'date' },
      died: { type: 'date' },
      seen: { type: 'instant' },
    },
    parameters: {
      span: { type: 'duration', value: 'P30D' },
      listed: { type: 'enums', values: ['low', 'high'], value: ['high'] },
    },
    rules: { r: { all: [atom] } },
  });

const decide = (atom: Atom, facts: Readonly<Record<string, FactValue>>, timeZone?: string) =>
  evaluate(book(atom, timeZone), 'r', facts, AT).outcome;

describe('operators', () => {
  it.each<[Atom['operator'], FactValue, string, string, string]>([
    ['equal', 14, 'no', 'yes', 'no'],
    ['notEqual', 14, 'yes', 'no', 'yes'],
    ['lessThan', 14, 'yes', 'no', 'no'],
    ['lessThanInclusive', 14, 'yes', 'yes', 'no'],
    ['greaterThan', 14, 'no', 'no', 'yes'],
    ['greaterThanInclusive', 14, 'no', 'yes', 'yes'],
  ])('%s compares numbers below, at and above', (operator, value, below, at, above) => {
    const outcomes = [13, 14, 15].map((age) =>
      decide({ fact: 'age', operator, value: value as number }, { age }),
    );
    expect(outcomes).toEqual([below, at, above]);
  });

  it('in and notIn take lists, literal or recorded', () => {
    expect(decide({ fact: 'risk', operator: 'in', value: ['low'] }, { risk: 'low' })).toBe('yes');
    expect(decide({ fact: 'risk', operator: 'notIn', value: ['low'] }, { risk: 'low' })).toBe('no');
    expect(
      decide({ fact: 'risk', operator: 'in', value: { fact: 'needs' } }, { risk: 'high', needs: ['low'] }),
    ).toBe('no');
    expect(decide({ fact: 'risk', operator: 'in', value: { fact: 'listed' } }, { risk: 'high' })).toBe('yes');
    expect(decide({ fact: 'risk', operator: 'in', value: { fact: 'needs' } }, { risk: 'high' })).toBe(
      'unknown',
    );
  });

  it('contains and doesNotContain look into lists of values', () => {
    expect(decide({ fact: 'needs', operator: 'contains', value: 'low' }, { needs: ['low', 'high'] })).toBe(
      'yes',
    );
    expect(decide({ fact: 'needs', operator: 'doesNotContain', value: 'low' }, { needs: [] })).toBe('yes');
    expect(decide({ fact: 'needs', operator: 'doesNotContain', value: 'low' }, {})).toBe('unknown');
  });

  it('before and after are strict', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
    expect(
      days.map((born) => decide({ fact: 'born', operator: 'before', value: '2026-03-02' }, { born })),
    ).toEqual(['yes', 'no', 'no']);
    expect(
      days.map((born) =>
        decide({ fact: 'born', operator: 'after', value: { fact: 'died' } }, { born, died: '2026-03-02' }),
      ),
    ).toEqual(['no', 'no', 'yes']);
  });

  it('withinLast holds from exactly the span before the instant of evaluation up to the instant itself', () => {
    const within = (seen: string) =>
      decide({ fact: 'seen', operator: 'withinLast', value: 'PT24H' }, { seen });
    expect(within('2026-03-01T07:59:59.999Z')).toBe('no');
    expect(within('2026-03-01T08:00:00.000Z')).toBe('yes');
    expect(within(AT)).toBe('yes');
    expect(within('2026-03-02T08:00:00.001Z')).toBe('no');
  });

  it('withinLast of a date counts local days, and reads a parameter', () => {
    const within = (born: string) =>
      decide({ fact: 'born', operator: 'withinLast', value: { fact: 'span' } }, { born });
    expect(['2026-01-30', '2026-01-31', '2026-03-02', '2026-03-03'].map(within)).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
    const late = { fact: 'born', operator: 'withinLast', value: 'P1D' } as const;
    expect(
      evaluate(book(late, 'Asia/Tokyo'), 'r', { born: '2026-03-03' }, '2026-03-02T16:00:00.000Z').outcome,
    ).toBe('yes');
  });

  it('known answers about ignorance and is never unknown', () => {
    expect(decide({ fact: 'age', operator: 'known', value: true }, {})).toBe('no');
    expect(decide({ fact: 'age', operator: 'known', value: false }, {})).toBe('yes');
    expect(decide({ fact: 'age', operator: 'known', value: true }, { age: 0 })).toBe('yes');
  });

  it.each<Atom>([
    { fact: 'born', operator: 'lessThan', value: '2026-01-01' },
    { fact: 'age', operator: 'lessThan', value: '14' },
    { fact: 'name', operator: 'in', value: 'abc' },
    { fact: 'name', operator: 'contains', value: 'a' },
    { fact: 'needs', operator: 'equal', value: 'low' },
    { fact: 'risk', operator: 'equal', value: 'medium' },
    { fact: 'born', operator: 'before', value: { fact: 'seen' } },
    { fact: 'born', operator: 'before', value: '2026-02-30' },
    { fact: 'seen', operator: 'before', value: '2026-03-02T08:00:00Z' },
    { fact: 'born', operator: 'withinLast', value: 'PT24H' },
    { fact: 'age', operator: 'known', value: 1 },
  ])('$fact $operator $value is unknown whatever is recorded', (atom) => {
    const facts = { born: '2020-01-01', age: 3, name: 'a', needs: ['low'], risk: 'low', seen: AT };
    expect(decide(atom, facts)).toBe('unknown');
    expect(decide(atom, {})).toBe('unknown');
  });
});
