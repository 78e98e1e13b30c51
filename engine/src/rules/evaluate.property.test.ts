import * as fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import type { Conditions } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import { checkRules } from './check-rules.ts';
import { compileRules, decideRule, decideRules, explainRule } from './decide-rules.ts';
import { allFacts, randomBook, someFacts } from './fixtures/random-rules.ts';
import { AT } from './fixtures/small-book.ts';
import { addOwnOperators } from './json-rules-operators.ts';
import { momentOf } from './moment.ts';
import { type RuleBook, wholeConditions } from './rule-book.ts';

/** Seeds are kept so that a failure comes back; a seed that once failed is added by name. */
const SEED = 20_261_121;
const PATIENCE_MS = 600_000;

/** json-rules-engine on the conditions as they stand in the pack, parameters as facts. */
async function jsonRulesEngine(
  book: RuleBook,
  facts: Readonly<Record<string, FactValue>>,
): Promise<'yes' | 'no'> {
  const engine = new Engine();
  addOwnOperators(engine, momentOf(AT, book.pack.timeZone));
  const copy = (conditions: Conditions) => JSON.parse(JSON.stringify(conditions));
  for (const [id, rule] of Object.entries(book.rules)) engine.setCondition(id, copy(wholeConditions(rule)));
  engine.addRule({ conditions: { condition: 'asked' }, event: { type: 'holds' } });
  const parameters = Object.fromEntries(
    Object.entries(book.parameters).map(([id, { value }]) => [id, value]),
  );
  const { results } = await engine.run({ ...parameters, ...facts });
  return results.length > 0 ? 'yes' : 'no';
}

describe('our evaluator and json-rules-engine', () => {
  it('agree on 10,000 random rules when every fact is known, and ours is then never unknown', {
    timeout: PATIENCE_MS,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(randomBook({ withKnown: true }), allFacts, async (book, facts) => {
        expect(decideRule(compileRules(book), 'asked', facts, AT)).toBe(await jsonRulesEngine(book, facts));
      }),
      { numRuns: 10_000, seed: SEED },
    );
  });

  it('agree on 10,000 random rules for every way tried of filling in what is unknown, wherever ours is sure', {
    timeout: PATIENCE_MS,
  }, async () => {
    let sure = 0;
    await fc.assert(
      fc.asyncProperty(randomBook(), someFacts, allFacts, async (book, { every, some }, others) => {
        const outcome = decideRule(compileRules(book), 'asked', some, AT);
        if (outcome === 'unknown') return;
        sure += 1;
        expect(await jsonRulesEngine(book, every)).toBe(outcome);
        expect(await jsonRulesEngine(book, { ...others, ...some })).toBe(outcome);
      }),
      { numRuns: 10_000, seed: SEED },
    );
    expect(sure).toBeGreaterThan(2_000);
  });
});

describe('three-valued rules', () => {
  const law = (
    name: string,
    property: (
      book: RuleBook,
      facts: { every: Record<string, FactValue>; some: Record<string, FactValue> },
    ) => void,
  ) =>
    it(name, { timeout: PATIENCE_MS }, () => {
      fc.assert(fc.property(randomBook(), someFacts, property), { numRuns: 3_000, seed: SEED });
    });

  law('never flip a sure outcome when something more is known', (book, { every, some }) => {
    const program = compileRules(book);
    const before = decideRule(program, 'asked', some, AT);
    if (before !== 'unknown') expect(decideRule(program, 'asked', every, AT)).toBe(before);
  });

  law('say the same when negated twice, and unknown when the negation of the unknown', (book, { some }) => {
    const once: Conditions = { not: { condition: 'asked' } };
    const { asked, other } = book.rules;
    if (!asked || !other) throw new Error('the book lost its rules');
    const rules = {
      asked,
      other,
      once: { ...other, conditions: once },
      twice: { ...other, conditions: { not: once } },
    };
    const decided = decideRules(compileRules({ ...book, rules }), some, AT);
    expect(decided.twice).toBe(decided.asked);
    expect(decided.once === 'unknown').toBe(decided.asked === 'unknown');
  });

  law(
    'name at least one fact to ask while unknown, none when sure, and only facts that are unknown',
    (book, { some }) => {
      const { outcome, missing } = explainRule(compileRules(book), 'asked', some, AT);
      expect(missing.length > 0).toBe(outcome === 'unknown');
      for (const fact of missing) expect(some).not.toHaveProperty(fact);
    },
  );

  law('stay unknown whatever is recorded outside what is missing', (book, { every, some }) => {
    const program = compileRules(book);
    const { outcome, missing } = explainRule(program, 'asked', some, AT);
    if (outcome !== 'unknown') return;
    const rest = Object.fromEntries(Object.entries(every).filter(([id]) => !missing.includes(id)));
    expect(decideRule(program, 'asked', { ...rest, ...some }, AT)).toBe('unknown');
  });

  law(
    'say with reasons what they say without, alone what they say together, and the same twice',
    (book, { some }) => {
      const program = compileRules(book);
      const decision = explainRule(program, 'asked', some, AT);
      expect(decision.outcome).toBe(decideRule(program, 'asked', some, AT));
      expect(decision.outcome).toBe(decideRules(program, some, AT).asked);
      expect(JSON.stringify(explainRule(compileRules(book), 'asked', some, AT))).toBe(
        JSON.stringify(decision),
      );
    },
  );

  law('are sound by the checks that keep a pack from publication', (book) => {
    expect(checkRules(book)).toEqual([]);
  });
});
