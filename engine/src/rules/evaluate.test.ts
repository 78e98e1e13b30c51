import { describe, expect, it } from 'vitest';
import type { Conditions } from '../procedure/conditions.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import { compileRules, decideRule, decideRules, explainRule, factsRead, factValue } from './decide-rules.ts';
import { evaluate } from './evaluate.ts';
import { AT, smallBook } from './fixtures/small-book.ts';
import { bookForRows, factsForRow } from './row-scope.ts';

const yes: Conditions = { all: [{ fact: 'y', operator: 'equal', value: true }] };
const no: Conditions = { all: [{ fact: 'n', operator: 'equal', value: true }] };
const unknown: Conditions = { all: [{ fact: 'u', operator: 'equal', value: true }] };
const facts = { y: { type: 'boolean' }, n: { type: 'boolean' }, u: { type: 'boolean' } } as const;
const recorded = { y: true, n: false };

const outcomeOf = (conditions: Conditions) =>
  evaluate(smallBook({ facts, rules: { r: conditions } }), 'r', recorded, AT).outcome;

describe('three values', () => {
  it('follow Kleene in all: no wins, then unknown', () => {
    expect(outcomeOf({ all: [yes, yes] })).toBe('yes');
    expect(outcomeOf({ all: [yes, unknown] })).toBe('unknown');
    expect(outcomeOf({ all: [unknown, no] })).toBe('no');
  });

  it('follow Kleene in any: yes wins, then unknown', () => {
    expect(outcomeOf({ any: [no, no] })).toBe('no');
    expect(outcomeOf({ any: [no, unknown] })).toBe('unknown');
    expect(outcomeOf({ any: [unknown, yes] })).toBe('yes');
  });

  it('open no door by unknown, and neither by its negation', () => {
    expect(outcomeOf(unknown)).toBe('unknown');
    expect(outcomeOf({ not: unknown })).toBe('unknown');
    expect(outcomeOf({ not: { not: unknown } })).toBe('unknown');
  });

  it('read a value of another type, null or an inherited property as unknown, never by coercion', () => {
    const book = smallBook({
      facts: { age: { type: 'integer' } },
      rules: { minor: { all: [{ fact: 'age', operator: 'lessThan', value: 18 }] } },
    });
    for (const age of ['17', null, [17], Number.NaN, true]) {
      expect(evaluate(book, 'minor', { age } as never, AT).outcome).toBe('unknown');
    }
    expect(evaluate(book, 'minor', Object.create({ age: 17 }), AT).outcome).toBe('unknown');
    expect(evaluate(book, 'minor', { age: 17 }, AT).outcome).toBe('yes');
  });

  it('read no inherited property where two facts are compared or one is derived either', () => {
    const book = smallBook({
      facts: {
        age: { type: 'integer' },
        born: { type: 'date' },
        years: { type: 'integer', derive: { years: { from: 'born' } } },
      },
      rules: { same: { all: [{ fact: 'age', operator: 'equal', value: { fact: 'years' } }] } },
    });
    const values = { age: 11, born: '2015-01-01' };
    expect(evaluate(book, 'same', values, AT).outcome).toBe('yes');
    expect(evaluate(book, 'same', Object.create(values), AT).missing).toEqual(['age', 'born']);
  });

  it('read what the checks refuse as unknown: a name nobody declared, a wrong operator, an empty list, eleven levels', () => {
    let deep: Conditions = yes;
    for (let level = 0; level < 10; level++) deep = { all: [deep] };
    for (const wrong of [
      { all: [{ fact: 'nobody', operator: 'equal', value: true }] },
      { all: [{ fact: 'y', operator: 'lessThan', value: 1 }] },
      { all: [{ fact: 'y', operator: 'equal', value: 'true' }] },
      { condition: 'nobody' },
      { all: [] },
      { any: [] },
      deep,
    ] satisfies Conditions[]) {
      expect(outcomeOf(wrong)).toBe('unknown');
      expect(outcomeOf({ not: wrong })).toBe('unknown');
    }
  });
});

describe('also and or_also', () => {
  const book = (also: Conditions, or: Conditions) =>
    smallBook({ facts, rules: { r: { conditions: yes, also: { order: also }, or_also: { danger: or } } } });

  it('hold together with the conditions, or suffice alone', () => {
    expect(evaluate(book(no, no), 'r', recorded, AT).outcome).toBe('no');
    expect(evaluate(book(unknown, no), 'r', recorded, AT).outcome).toBe('unknown');
    expect(evaluate(book(no, yes), 'r', recorded, AT).outcome).toBe('yes');
  });

  it('keep their names in the reasons', () => {
    const { reason } = evaluate(book(no, no), 'r', recorded, AT);
    expect(JSON.stringify(reason)).toContain('"name":"order"');
  });
});

describe('referenced rules', () => {
  it('are decided once and named in the reasons', () => {
    const book = smallBook({
      facts,
      rules: { heard: unknown, decided: { all: [{ condition: 'heard' }, yes] } },
    });
    expect(evaluate(book, 'decided', recorded, AT)).toEqual({
      outcome: 'unknown',
      missing: ['u'],
      parameters: [],
      reason: {
        kind: 'rule',
        rule: 'decided',
        outcome: 'unknown',
        of: [
          {
            kind: 'all',
            outcome: 'unknown',
            of: [
              {
                kind: 'rule',
                rule: 'heard',
                outcome: 'unknown',
                of: [
                  {
                    kind: 'all',
                    outcome: 'unknown',
                    of: [
                      {
                        kind: 'atom',
                        outcome: 'unknown',
                        atom: { fact: 'u', operator: 'equal', value: true },
                        compared: true,
                      },
                    ],
                  },
                ],
              },
              {
                kind: 'all',
                outcome: 'yes',
                of: [
                  {
                    kind: 'atom',
                    outcome: 'yes',
                    atom: { fact: 'y', operator: 'equal', value: true },
                    value: true,
                    compared: true,
                  },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('that go in a circle are unknown and never hang; what does not need them is still sure', () => {
    const book = smallBook({
      facts,
      rules: {
        a: { all: [yes, { condition: 'b' }] },
        b: { not: { condition: 'a' } },
        self: { any: [yes, { condition: 'self' }] },
        beside: { any: [yes, { condition: 'a' }] },
      },
    });
    expect(decideRules(compileRules(book), recorded, AT)).toEqual({
      a: 'unknown',
      b: 'unknown',
      self: 'unknown',
      beside: 'yes',
    });
    expect(evaluate(book, 'a', recorded, AT).missing).toEqual([]);
  });

  it('ten thousand in a row neither overflow the stack nor grow the reasons', () => {
    const last = 9_999;
    const rules = Object.fromEntries(
      Array.from({ length: last + 1 }, (_, index) => [
        `r${index}`,
        index === last ? unknown : { all: [{ condition: `r${index + 1}` }, { condition: `r${index + 1}` }] },
      ]),
    ) as Readonly<Record<string, Conditions>>;
    const program = compileRules(smallBook({ facts, rules }));
    expect(decideRule(program, 'r0', { u: true }, AT)).toBe('yes');
    const { missing, reason } = explainRule(program, 'r0', {}, AT);
    expect(missing).toEqual(['u']);
    expect(JSON.stringify(reason).length).toBeLessThan(5_000);
  });
});

describe('what is missing', () => {
  const book = smallBook({
    facts: { ...facts, first: { type: 'boolean' }, second: { type: 'boolean' }, third: { type: 'boolean' } },
    parameters: { limit: { type: 'integer' } },
    rules: {
      r: {
        all: [
          { any: [{ fact: 'first', operator: 'equal', value: true }, no] },
          { any: [{ fact: 'second', operator: 'equal', value: true }, yes] },
          { fact: 'third', operator: 'equal', value: true },
          { fact: 'first', operator: 'notEqual', value: false },
        ],
      },
      sure: { any: [yes, unknown] },
    },
  });

  it('is what could still change the outcome, once each, in order of first reading', () => {
    expect(evaluate(book, 'r', recorded, AT).missing).toEqual(['first', 'third']);
  });

  it('is nothing when the outcome is sure', () => {
    expect(evaluate(book, 'sure', recorded, AT)).toMatchObject({ outcome: 'yes', missing: [] });
    expect(evaluate(book, 'r', { ...recorded, third: false }, AT)).toMatchObject({
      outcome: 'no',
      missing: [],
    });
  });
});

describe('parameters', () => {
  const book = (value?: number) =>
    smallBook({
      facts: { hours: { type: 'integer' } },
      parameters: { limit: value === undefined ? { type: 'integer' } : { type: 'integer', value } },
      rules: { over: { all: [{ fact: 'hours', operator: 'greaterThan', value: { fact: 'limit' } }] } },
    });

  it('are read like facts', () => {
    expect(evaluate(book(48), 'over', { hours: 49 }, AT).outcome).toBe('yes');
  });

  it('without a value are unknown, and are told apart from facts because nobody can be asked', () => {
    expect(evaluate(book(), 'over', { hours: 49 }, AT)).toMatchObject({
      outcome: 'unknown',
      missing: [],
      parameters: ['limit'],
    });
  });

  it('cannot be given by what is recorded about a case', () => {
    expect(evaluate(book(48), 'over', { hours: 49, limit: 100 }, AT).outcome).toBe('yes');
  });
});

describe('presumption and known', () => {
  const book = smallBook({
    facts: {
      child: { type: 'boolean', presume: { value: true } },
      born: { type: 'date' },
      told: { type: 'integer', presume: { value: 10 } },
      age: { type: 'integer', derive: { years: { from: 'born' }, else: 'told' } },
      age_at_facts: { type: 'integer', presume: { value: 10 }, derive: { years: { from: 'born' } } },
    },
    rules: {
      below_then: { all: [{ fact: 'age_at_facts', operator: 'lessThan', value: 12 }] },
      known_then: { all: [{ fact: 'age_at_facts', operator: 'known', value: true }] },
      protected: { all: [{ fact: 'child', operator: 'equal', value: true }] },
      asked: { all: [{ fact: 'child', operator: 'known', value: true }] },
      age_known: { all: [{ fact: 'age', operator: 'known', value: true }] },
      young: { all: [{ fact: 'age', operator: 'lessThan', value: 12 }] },
    },
  });

  it('gives what the law presumes while nothing is recorded, marked so in the reasons', () => {
    const decision = evaluate(book, 'protected', {}, AT);
    expect(decision).toMatchObject({ outcome: 'yes', missing: [] });
    expect(JSON.stringify(decision.reason)).toContain('"presumed":true');
    expect(evaluate(book, 'protected', { child: false }, AT).outcome).toBe('no');
  });

  it('of a derived fact stands in while what it derives from is unknown, and never against it', () => {
    const decision = evaluate(book, 'below_then', {}, AT);
    expect(decision.outcome).toBe('yes');
    expect(JSON.stringify(decision.reason)).toContain('"presumed":true');
    expect(evaluate(book, 'known_then', {}, AT).outcome).toBe('no');
    expect(evaluate(book, 'below_then', { born: '2000-01-01' }, AT).outcome).toBe('no');
    expect(evaluate(book, 'below_then', { age_at_facts: 15 }, AT).outcome).toBe('no');
  });

  it('does not make a fact known, not even one derived from it', () => {
    expect(evaluate(book, 'young', {}, AT).outcome).toBe('yes');
    expect(evaluate(book, 'age_known', {}, AT).outcome).toBe('no');
    expect(evaluate(book, 'asked', {}, AT).outcome).toBe('no');
    expect(evaluate(book, 'asked', { child: false }, AT).outcome).toBe('yes');
    expect(evaluate(book, 'age_known', { born: '2015-01-01' }, AT).outcome).toBe('yes');
  });
});

describe('values and facts read', () => {
  const book = smallBook({
    facts: {
      born: { type: 'date' },
      age: { type: 'integer', derive: { years: { from: 'born' } } },
      other: { type: 'boolean' },
    },
    parameters: { limit: { type: 'integer', value: 12 } },
    rules: {
      young: { all: [{ fact: 'age', operator: 'lessThan', value: { fact: 'limit' } }] },
      ref: { not: { condition: 'young' } },
    },
  });
  const program = compileRules(book);

  it('a recorded value stands before a derived one', () => {
    expect(factValue(program, 'age', { born: '2015-03-02' }, AT)).toBe(11);
    expect(factValue(program, 'age', { born: '2015-03-02', age: 9 }, AT)).toBe(9);
    expect(factValue(program, 'age', {}, AT)).toBeUndefined();
    expect(factValue(program, 'limit', {}, AT)).toBe(12);
  });

  it('keeps the recorded facts under a rule, those under derivations and references included, and nothing else', () => {
    expect(factsRead(program, 'ref', { born: '2015-03-02', other: true })).toEqual({ born: '2015-03-02' });
  });

  it('a rule or fact nobody declared is a wrong call', () => {
    for (const name of ['nobody', 'constructor', '__proto__']) {
      expect(() => evaluate(book, name, {}, AT)).toThrow(EngineError);
      expect(() => factValue(program, name, {}, AT)).toThrow(EngineError);
    }
  });

  it('an instant that is none, or a zone nobody knows, is a wrong call', () => {
    expect(() => evaluate(book, 'young', {}, 'yesterday')).toThrow(EngineError);
    expect(() => compileRules({ ...book, pack: { timeZone: 'Mars/Olympus' } })).toThrow(EngineError);
  });

  it('the instant may be written in any offset', () => {
    expect(factValue(program, 'age', { born: '2015-03-02' }, '2026-03-02T00:30:00+01:00')).toBe(11);
  });
});

describe('rules read for each row', () => {
  const book = smallBook({
    facts: { visits: { type: 'records', fields: { held: { type: 'boolean' } } }, held: { type: 'boolean' } },
    rules: { was_held: { all: [{ fact: 'held', operator: 'equal', value: true }] } },
  });

  it('see the fields of the row before facts of the same name, also where the row leaves them out', () => {
    const program = compileRules(bookForRows(book, 'visits'));
    const decide = (row: { id: string; held?: boolean }) =>
      decideRule(program, 'was_held', factsForRow(book, 'visits', { held: true }, row as never), AT);
    expect([decide({ id: 'a', held: false }), decide({ id: 'b' })]).toEqual(['no', 'unknown']);
  });
});
