import { describe, expect, it } from 'vitest';
import type { Conditions } from '../procedure/conditions.ts';
import type { Derive, Fact } from '../procedure/facts.ts';
import type { FactValue } from '../procedure/value.ts';
import { compileRules, explainRule, factValue } from './decide-rules.ts';
import { AT, smallBook } from './fixtures/small-book.ts';

const held: Conditions = { all: [{ fact: 'held', operator: 'equal', value: true }] };

function program(derive: Derive, type: Fact['type'] = 'integer', timeZone?: string) {
  return compileRules(
    smallBook({
      ...(timeZone !== undefined && { timeZone }),
      facts: {
        born: { type: 'date' },
        acted: { type: 'date' },
        seen: { type: 'instant' },
        told: { type: 'integer' },
        urgent: { type: 'boolean' },
        visits: {
          type: 'records',
          fields: { held: { type: 'boolean' }, on: { type: 'date' }, note: { type: 'string' } },
        },
        derived: { type, derive },
      },
      rules: {
        asks: {
          not: { all: [{ fact: 'derived', operator: 'equal', value: type === 'boolean' ? true : 0 }] },
        },
      },
    }),
  );
}

const derive = (
  how: Derive,
  facts: Readonly<Record<string, FactValue>>,
  { type, at = AT, timeZone }: { type?: Fact['type']; at?: string; timeZone?: string } = {},
) => factValue(program(how, type, timeZone), 'derived', facts, at);

describe('years, days and hours', () => {
  it('count completed years up to a birthday, to the instant of evaluation when nothing else is named', () => {
    const years: Derive = { years: { from: 'born' } };
    expect(derive(years, { born: '2008-03-02' })).toBe(18);
    expect(derive(years, { born: '2008-03-03' })).toBe(17);
    expect(derive(years, { born: '2026-03-02' })).toBe(0);
  });

  it('count years at the time of the facts, not today', () => {
    expect(
      derive({ years: { from: 'born', asOf: 'acted' } }, { born: '2010-05-05', acted: '2024-05-04' }),
    ).toBe(13);
  });

  it('keep a child born on 29 February a child until 1 March', () => {
    const years: Derive = { years: { from: 'born', asOf: 'acted' } };
    expect(derive(years, { born: '2008-02-29', acted: '2026-02-28' })).toBe(17);
    expect(derive(years, { born: '2008-02-29', acted: '2026-03-01' })).toBe(18);
  });

  it('tell the date in the zone of the pack', () => {
    const at = '2026-03-01T23:30:00.000Z';
    const years: Derive = { years: { from: 'born' } };
    expect(derive(years, { born: '2008-03-02' }, { at, timeZone: 'Africa/Tunis' })).toBe(18);
    expect(derive(years, { born: '2008-03-02' }, { at, timeZone: 'America/Lima' })).toBe(17);
  });

  it('count calendar days, and completed hours between instants', () => {
    expect(derive({ days: { from: 'seen' } }, { seen: '2026-02-28T22:59:00.000Z' })).toBe(2);
    expect(derive({ days: { from: 'born' } }, { born: '2026-03-05' })).toBe(-3);
    expect(derive({ hours: { from: 'seen' } }, { seen: '2026-02-27T08:00:00.001Z' })).toBe(71);
  });

  it('hours of a date are unknown, because a date has no hour', () => {
    expect(derive({ hours: { from: 'born' } }, { born: '2026-03-01' })).toBeUndefined();
  });

  it('fall back to a declared one, and ask for both while neither is known', () => {
    const years: Derive = { years: { from: 'born' }, else: 'told' };
    expect(derive(years, { told: 9 })).toBe(9);
    expect(derive(years, { told: 9, born: '2016-01-01' })).toBe(10);
    expect(explainRule(program(years), 'asks', {}, AT).missing).toEqual(['born', 'told']);
    expect(
      explainRule(program({ years: { from: 'born', asOf: 'acted' } }), 'asks', { born: '2010-01-01' }, AT)
        .missing,
    ).toEqual(['acted']);
  });

  it('a date that does not exist is unknown', () => {
    expect(derive({ years: { from: 'born' } }, { born: '2010-02-30' })).toBeUndefined();
  });
});

describe('count, every and some', () => {
  const rows = [{ id: 'a', held: true }, { id: 'b', held: false }, { id: 'c' }];

  it('count rows, or those that a where answers yes for; unknown while a row may or may not count', () => {
    expect(derive({ count: { of: 'visits' } }, { visits: rows })).toBe(3);
    expect(derive({ count: { of: 'visits', where: held } }, { visits: rows.slice(0, 2) })).toBe(1);
    expect(derive({ count: { of: 'visits', where: held } }, { visits: rows })).toBeUndefined();
    expect(derive({ count: { of: 'visits' } }, { visits: [] })).toBe(0);
  });

  it('records that nobody recorded are unknown, not none', () => {
    expect(derive({ count: { of: 'visits' } }, {})).toBeUndefined();
    expect(derive({ some: { of: 'visits', where: held } }, {}, { type: 'boolean' })).toBeUndefined();
  });

  it('every is no by one row, some is yes by one row, whatever the others are', () => {
    const every: Derive = { every: { of: 'visits', where: held } };
    const some: Derive = { some: { of: 'visits', where: held } };
    expect(derive(every, { visits: rows }, { type: 'boolean' })).toBe(false);
    expect(derive(every, { visits: [rows[0], rows[2]] as never }, { type: 'boolean' })).toBeUndefined();
    expect(derive(every, { visits: [] }, { type: 'boolean' })).toBe(true);
    expect(derive(some, { visits: rows }, { type: 'boolean' })).toBe(true);
    expect(derive(some, { visits: [rows[1], rows[2]] as never }, { type: 'boolean' })).toBeUndefined();
    expect(derive(some, { visits: [] }, { type: 'boolean' })).toBe(false);
  });

  it('ask for the records whose rows are incomplete, and for facts of the case that a where reads', () => {
    const where: Conditions = { all: [held, { fact: 'urgent', operator: 'equal', value: true }] };
    const asks = program({ some: { of: 'visits', where } }, 'boolean');
    expect(explainRule(asks, 'asks', {}, AT).missing).toEqual(['visits']);
    expect(explainRule(asks, 'asks', { visits: [{ id: 'a', held: true }] }, AT).missing).toEqual(['urgent']);
    expect(explainRule(asks, 'asks', { visits: [{ id: 'a' }] }, AT).missing).toEqual(['visits', 'urgent']);
  });
});

describe('latest', () => {
  const rows = [
    { id: 'a', on: '2026-01-10', held: true, note: 'first' },
    { id: 'b', on: '2026-02-10', held: false, note: 'second' },
  ];

  it('is the greatest date, or the field of the row of the greatest date', () => {
    expect(derive({ latest: { of: 'visits', field: 'on' } }, { visits: rows }, { type: 'date' })).toBe(
      '2026-02-10',
    );
    expect(
      derive({ latest: { of: 'visits', field: 'note', by: 'on' } }, { visits: rows }, { type: 'string' }),
    ).toBe('second');
    expect(
      derive({ latest: { of: 'visits', field: 'on', where: held } }, { visits: rows }, { type: 'date' }),
    ).toBe('2026-01-10');
  });

  it('is unknown while a later row may count, and of no rows at all', () => {
    const latest: Derive = { latest: { of: 'visits', field: 'on', where: held } };
    const later = { id: 'c', on: '2026-03-01' };
    const earlier = { id: 'c', on: '2025-03-01' };
    expect(derive(latest, { visits: [...rows, later] }, { type: 'date' })).toBeUndefined();
    expect(derive(latest, { visits: [...rows, earlier] }, { type: 'date' })).toBe('2026-01-10');
    expect(derive(latest, { visits: [] }, { type: 'date' })).toBeUndefined();
  });

  it('is unknown when a row that counts has no date', () => {
    expect(
      derive({ latest: { of: 'visits', field: 'on' } }, { visits: [...rows, { id: 'c' }] }, { type: 'date' }),
    ).toBeUndefined();
  });
});

describe('derivations that read each other', () => {
  it('are unknown and never hang, unless one is recorded', () => {
    const circle = compileRules(
      smallBook({
        facts: {
          born: { type: 'date' },
          a: { type: 'integer', derive: { years: { from: 'born' }, else: 'b' } },
          b: { type: 'integer', derive: { years: { from: 'born' }, else: 'a' } },
        },
        rules: {},
      }),
    );
    expect(factValue(circle, 'a', { born: '2010-01-01' }, AT)).toBeUndefined();
    expect(factValue(circle, 'a', { a: 4 }, AT)).toBe(4);
  });
});
