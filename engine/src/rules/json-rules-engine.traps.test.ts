import { Engine } from 'json-rules-engine';
import { describe, expect, it, vi } from 'vitest';
import type { Conditions } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import { checkRules } from './check-rules.ts';
import { compileRules, decideRules, explainRule, factsRead } from './decide-rules.ts';
import { evaluate } from './evaluate.ts';
import { AT, smallBook } from './fixtures/small-book.ts';
import { jsonRuleSet } from './json-rule-set.ts';
import { ownPropertyOf } from './json-rules-operators.ts';
import { wholeConditions } from './rule-book.ts';
import { secondOpinion } from './second-opinion.ts';

const made = vi.hoisted(() => [] as { readonly pathResolver?: unknown }[]);

vi.mock(import('json-rules-engine'), async (original) => {
  const theirs = await original();
  class Noted extends theirs.Engine {
    constructor(...given: ConstructorParameters<typeof theirs.Engine>) {
      super(...given);
      made.push(given[1] ?? {});
    }
  }
  return { ...theirs, Engine: Noted };
});

/*
 * Each trap of json-rules-engine 7.3 that touches us, by name: that it is still there (so that an upgrade is noticed),
 * and that we do not fall into it.
 */

const facts = {
  age: { type: 'integer' },
  heard: { type: 'boolean' },
  name: { type: 'string' },
  born: { type: 'date' },
  other_age: { type: 'integer' },
} as const;

const minor: Conditions = { all: [{ fact: 'age', operator: 'lessThan', value: 18 }] };
const heard: Conditions = { all: [{ fact: 'heard', operator: 'equal', value: true }] };

const theirs = async (conditions: unknown, values: Readonly<Record<string, unknown>>, options = {}) => {
  const engine = new Engine([], options);
  engine.addRule({ conditions: structuredClone(conditions) as never, event: { type: 'holds' } });
  const { results } = await engine.run({ ...values });
  return results.length > 0;
};

const ours = (conditions: Conditions, values: Readonly<Record<string, FactValue>>) =>
  evaluate(smallBook({ facts, rules: { r: conditions } }), 'r', values, AT).outcome;

const opinion = (
  rules: Readonly<Record<string, Conditions>>,
  rule: string,
  values: Readonly<Record<string, FactValue>>,
) => {
  const program = compileRules(smallBook({ facts, rules }));
  const outcome = decideRules(program, values, AT)[rule] ?? 'unknown';
  const decisions = [{ rule, outcome, facts: factsRead(program, rule, values) }];
  const entry = {
    case: 'c',
    seq: 1,
    kind: 'reported',
    happened: AT,
    recorded: AT,
    by: 'p',
    decisions,
    effects: [],
    changes: {},
    previous: '',
    hash: '',
  } as const;
  return secondOpinion({ program }, [entry]);
};

describe('json-rules-engine trap', () => {
  it('one missing fact rejects the whole run: ours answers what is sure, and the second opinion still comes', async () => {
    const conditions: Conditions = { any: [heard, minor] };
    await expect(theirs(conditions, { heard: true })).rejects.toThrow('Undefined fact');
    expect(ours(conditions, { heard: true })).toBe('yes');
    expect(await opinion({ r: conditions }, 'r', { heard: true })).toEqual([]);
  });

  it('not lessThan 18 of an unknown age is true with allowUndefinedFacts: ours is unknown, and is not asked about', async () => {
    const conditions: Conditions = { not: minor };
    expect(await theirs(conditions, {}, { allowUndefinedFacts: true })).toBe(true);
    expect(ours(conditions, {})).toBe('unknown');
    expect(await opinion({ r: conditions }, 'r', {})).toEqual([]);
  });

  it.each(['any', 'all'] as const)('an empty %s is true: ours is unknown and refused', async (kind) => {
    const conditions = { [kind]: [] } as unknown as Conditions;
    expect(await theirs(conditions, {})).toBe(true);
    expect(ours(conditions, {})).toBe('unknown');
    expect(checkRules(smallBook({ rules: { r: conditions } }))[0]?.code).toBe('rule.empty');
    expect(await opinion({ r: { any: [heard, conditions] } }, 'r', { heard: true })).toEqual([]);
  });

  it('in on a text matches a part of it: ours takes lists only', async () => {
    const conditions: Conditions = { all: [{ fact: 'name', operator: 'in', value: 'Aminata' }] };
    expect(await theirs(conditions, { name: 'Amina' })).toBe(true);
    expect(ours(conditions, { name: 'Amina' })).toBe('unknown');
    expect(checkRules(smallBook({ facts, rules: { r: conditions } }))[0]?.code).toBe('operator.value');
  });

  it('membership in an unknown list throws: the second opinion leaves it out', async () => {
    const book = smallBook({
      facts: { ...facts, risk: { type: 'enum', values: ['low'] }, needs: { type: 'enums', values: ['low'] } },
      rules: { r: { any: [heard, { fact: 'risk', operator: 'in', value: { fact: 'needs' } }] } },
    });
    await expect(
      theirs(book.rules.r?.conditions, { heard: true, risk: 'low' }, { allowUndefinedFacts: true }),
    ).rejects.toThrow(TypeError);
    const program = compileRules(book);
    const engine = new Engine([], { allowUndefinedFacts: true });
    const set = jsonRuleSet(program, 'r', { heard: true, risk: 'low' }, AT);
    for (const [name, conditions] of set.conditions) engine.setCondition(name, conditions);
    engine.addRule({ conditions: { condition: 'r' }, event: { type: 'holds' } });
    expect((await engine.run(set.facts)).results).toHaveLength(1);
  });

  it('dates compare as numbers by their first digits, or as text: ours refuses lessThan on dates', async () => {
    const conditions: Conditions = { all: [{ fact: 'born', operator: 'lessThan', value: '2026-1-9' }] };
    expect(await theirs(conditions, { born: '2026-01-10' })).toBe(true);
    expect(ours(conditions, { born: '2026-01-10' })).toBe('unknown');
    expect(checkRules(smallBook({ facts, rules: { r: conditions } }))[0]?.code).toBe('operator.type');
  });

  it('numbers written as text compare as text: ours reads them as unknown', async () => {
    const conditions: Conditions = {
      all: [{ fact: 'age', operator: 'lessThan', value: { fact: 'other_age' } }],
    };
    expect(await theirs(conditions, { age: '9', other_age: '10' })).toBe(false);
    expect(ours(conditions, { age: '9', other_age: '10' })).toBe('unknown');
  });

  it('state lives on the instance: a hundred opinions at once all come back, each from an engine of its own', async () => {
    const rules = {
      r: heard,
      minor,
      both: { all: [{ condition: 'r' }, { condition: 'minor' }] },
    } satisfies Record<string, Conditions>;
    const all = Array.from({ length: 100 }, (_, n) =>
      opinion(rules, 'both', { heard: n % 2 === 0, age: n % 3 === 0 ? 20 : 10 }),
    );
    expect((await Promise.all(all)).flat()).toEqual([]);
  });

  it('it mutates the conditions it is given: those of the pack stay as they were, even frozen', async () => {
    const given = { all: [{ fact: 'heard', operator: 'equal', value: true, priority: '3' }] };
    new Engine().addRule({ conditions: given as never, event: { type: 'holds' } });
    expect(given.all[0]?.priority).toBe(3);
    const frozen = Object.freeze({
      all: Object.freeze([Object.freeze({ fact: 'heard', operator: 'equal', value: true } as const)]),
    });
    expect(await opinion({ r: frozen }, 'r', { heard: true })).toEqual([]);
    expect(JSON.stringify(frozen)).toBe('{"all":[{"fact":"heard","operator":"equal","value":true}]}');
  });

  it('what the set hands over shares nothing with the pack', () => {
    const book = smallBook({
      facts,
      rules: { r: { any: [{ fact: 'name', operator: 'in', value: ['a', 'b'] }] } },
    });
    const copy = jsonRuleSet(compileRules(book), 'r', {}, AT).conditions.get('r') as {
      any: { value: string[] }[];
    };
    copy.any[0]?.value.push('c');
    expect(JSON.stringify(book.rules.r?.conditions)).not.toContain('"c"');
  });

  it('explanations lose the names of referenced conditions: ours keep them, and those of also', () => {
    const book = smallBook({
      facts,
      rules: { r: { conditions: { condition: 'minor' }, also: { order: heard } }, minor },
    });
    const text = JSON.stringify(explainRule(compileRules(book), 'r', {}, AT).reason);
    expect(text).toContain('"rule":"minor"');
    expect(text).toContain('"name":"order"');
  });

  it('a path runs jsonpath-plus: an atom with a path is refused, and never reaches json-rules-engine', async () => {
    const conditions = {
      all: [{ fact: 'name', operator: 'equal', value: 'a', path: '$..[?(@.constructor)]' }],
    } as unknown as Conditions;
    expect(checkRules(smallBook({ facts, rules: { r: conditions } }))[0]?.code).toBe('rule.jsonpath');
    const program = compileRules(smallBook({ facts, rules: { r: { any: [heard, conditions] } } }));
    expect(
      JSON.stringify([...jsonRuleSet(program, 'r', { heard: true, name: 'a' }, AT).conditions]),
    ).not.toContain('path');
  });

  it('a path resolver of our own is given to every engine, so that jsonpath-plus is never reached', async () => {
    made.length = 0;
    expect(
      await opinion({ r: { all: [minor, { condition: 'h' }] }, h: heard }, 'r', { age: 10, heard: true }),
    ).toEqual([]);
    expect(made.map(({ pathResolver }) => pathResolver)).toEqual([ownPropertyOf]);
  });

  it('our path resolver reads own properties only', () => {
    expect(ownPropertyOf({ a: 1 }, 'a')).toBe(1);
    for (const path of ['constructor', '__proto__', 'toString', '$.a', 'a.b'])
      expect(ownPropertyOf({ a: 1 }, path)).toBeUndefined();
  });

  it('a __proto__ key among the facts is read by nobody', async () => {
    const values = JSON.parse('{"__proto__":{"heard":true},"age":10}');
    expect(ours(heard, values)).toBe('unknown');
    expect(await opinion({ r: minor }, 'r', values)).toEqual([]);
    const set = jsonRuleSet(compileRules(smallBook({ facts, rules: { r: minor } })), 'r', values, AT);
    expect(Object.getPrototypeOf(set.facts)).toBeNull();
    expect(Object.keys(set.facts)).toEqual(['age']);
  });

  it('cyclic references overflow the stack: the circle is found, unknown, and not handed over', async () => {
    const rules = {
      a: { all: [{ condition: 'b' }] },
      b: { all: [{ condition: 'a' }] },
      r: { any: [heard, { condition: 'a' }] },
    } satisfies Record<string, Conditions>;
    expect(checkRules(smallBook({ facts, rules }))[0]?.code).toBe('rule.cycle');
    expect(await opinion(rules, 'r', { heard: true })).toEqual([]);
    expect(await opinion(rules, 'a', { heard: true })).toEqual([]);
  });

  it('there are no depth limits: beyond ten levels nothing is read nor handed over', async () => {
    let deep: Conditions = heard;
    for (let level = 0; level < 5_000; level++) deep = { not: deep };
    expect(ours(deep, { heard: true })).toBe('unknown');
    expect(await opinion({ r: { any: [heard, deep] } }, 'r', { heard: true })).toEqual([]);
  });

  it('also and or_also reach it as one tree', () => {
    const label = { en: 'x' };
    expect(wholeConditions({ label, conditions: heard })).toBe(heard);
    expect(wholeConditions({ label, conditions: heard, also: { a: minor }, or_also: { b: minor } })).toEqual({
      any: [{ all: [heard, minor] }, minor],
    });
  });
});
