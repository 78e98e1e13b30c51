import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue } from '../procedure/value.ts';
import { compileRules, decideInto, decidePrepared, decideRule } from './decide-rules.ts';
import { randomBook, someFacts, VALUES } from './fixtures/random-rules.ts';
import { AT, smallBook } from './fixtures/small-book.ts';
import { prepareFacts } from './prepare-facts.ts';

const WORDS = { '1': 'yes', '0': 'no', '-1': 'unknown' } as const;
const worded = (outcomes: Int8Array) => [...outcomes].map((tri) => WORDS[String(tri) as keyof typeof WORDS]);

/** Facts of the wrong type too, as a damaged file might hold them. */
const damaged = fc.dictionary(
  fc.constantFrom(...Object.keys(VALUES)),
  fc.constantFrom<unknown>(1, 'a', true, null, Number.NaN, [], {}, '2026-02-30'),
) as fc.Arbitrary<Readonly<Record<string, FactValue>>>;

describe('every rule decided at once', () => {
  it('says what each says alone, by name, in another order, and from facts read before', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(randomBook({ withKnown: true }), someFacts, damaged, (book, { every, some }, wrong) => {
        const program = compileRules(book);
        const into = new Int8Array(program.rules.length);
        const turned = Object.fromEntries(Object.entries(some).reverse());
        for (const facts of [some, every, turned, {}, { ...some, ...wrong }, some]) {
          const alone = program.rules.map((rule) => decideRule(program, rule, facts, AT));
          expect(worded(decideInto(program, facts, AT, into))).toEqual(alone);
          expect(worded(decidePrepared(program, prepareFacts(program, facts), AT, into))).toEqual(alone);
        }
      }),
      { numRuns: 3_000, seed: 20_261_121 },
    );
  });

  it('reads no inherited fact', () => {
    const program = compileRules(
      smallBook({
        facts: { heard: { type: 'boolean' } },
        rules: { asked: { all: [{ fact: 'heard', operator: 'equal', value: true }] } },
      }),
    );
    const into = new Int8Array(1);
    const inherited = Object.create({ heard: true });
    expect(worded(decideInto(program, inherited, AT, into))).toEqual(['unknown']);
    expect(worded(decidePrepared(program, prepareFacts(program, inherited), AT, into))).toEqual(['unknown']);
    expect(worded(decideInto(program, { heard: true }, AT, into))).toEqual(['yes']);
  });

  it('holds more atoms than a word has bits', () => {
    const rules = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `at_least_${n}`,
        { all: [{ fact: 'age', operator: 'greaterThanInclusive', value: n }] },
      ]),
    );
    const program = compileRules(smallBook({ facts: { age: { type: 'integer' } }, rules: rules as never }));
    const into = decideInto(program, { age: 41 }, AT, new Int8Array(100));
    expect([...into].filter((tri) => tri === 1).length).toBe(42);
    expect([...into].filter((tri) => tri === 0).length).toBe(58);
  });

  it('refuses a false instant', () => {
    const program = compileRules(smallBook({ facts: {}, rules: {} }));
    expect(() => decideInto(program, {}, 'tomorrow', new Int8Array(0))).toThrow('instant');
  });
});
