import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../journal/case-file.ts';
import type { Entry } from '../journal/entry.ts';
import type { Conditions } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import { compileRules, decideRules, factsRead } from './decide-rules.ts';
import { randomBook, someFacts } from './fixtures/random-rules.ts';
import { AT, smallBook } from './fixtures/small-book.ts';
import type { RuleBook } from './rule-book.ts';
import { secondOpinion } from './second-opinion.ts';

type Facts = Readonly<Record<string, FactValue>>;

const entryOf = (decisions: Entry['decisions'], seq = 1): Entry => ({
  case: 'c',
  seq,
  kind: 'reported',
  happened: AT,
  recorded: '2026-03-05T08:00:00.000Z',
  by: 'p',
  decisions,
  effects: [],
  changes: {},
  previous: '',
  hash: '',
});

/** Entries as a journal keeps them, with our outcomes or with a forged one. */
function ask(book: RuleBook, facts: Facts, forged: Readonly<Record<string, Outcome>> = {}) {
  const program = compileRules(book);
  const decided = { ...decideRules(program, facts, AT), ...forged };
  const decisions = Object.entries(decided).map(([rule, outcome]) => ({
    rule,
    outcome,
    facts: factsRead(program, rule, facts),
  }));
  return secondOpinion({ program }, [entryOf(decisions)]);
}

const heard: Conditions = { all: [{ fact: 'heard', operator: 'equal', value: true }] };

describe('secondOpinion', () => {
  it('finds no disagreement on 2,000 random cases', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomBook({ withKnown: true }), someFacts, async (book, { some }) => {
        expect(await ask(book, some)).toEqual([]);
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    );
  });

  it('tells an outcome that is not what the rule says, with the entry and the rule', async () => {
    const book = smallBook({ facts: { heard: { type: 'boolean' } }, rules: { r: heard } });
    expect(await ask(book, { heard: false }, { r: 'yes' })).toEqual([
      { seq: 1, rule: 'r', ours: 'yes', theirs: 'no' },
    ]);
  });

  it('does not ask about what is unknown, nor about an overridden rule', async () => {
    const book = smallBook({
      facts: { heard: { type: 'boolean' } },
      rules: { r: heard, not_heard: { not: heard } },
    });
    expect(await ask(book, {})).toEqual([]);
    const overridden = entryOf([{ rule: 'r', outcome: 'yes', facts: { heard: false }, overridden: true }]);
    expect(await secondOpinion({ program: compileRules(book) }, [overridden])).toEqual([]);
  });

  it('does not ask again about an entry that tells a disagreement', async () => {
    const book = smallBook({ facts: { heard: { type: 'boolean' } }, rules: { r: heard } });
    const told: Entry = { ...entryOf([{ rule: 'r', outcome: 'yes', facts: {} }]), kind: 'disagreed' };
    expect(await secondOpinion({ program: compileRules(book) }, [told])).toEqual([]);
  });

  it('reads parameters, derived and presumed facts, also and or_also, and known apart from presumed', async () => {
    const book = smallBook({
      facts: {
        born: { type: 'date' },
        age: { type: 'integer', derive: { years: { from: 'born' } } },
        child: { type: 'boolean', presume: { value: true } },
        visits: { type: 'records', fields: { on: { type: 'date' } } },
        visited: { type: 'integer', derive: { count: { of: 'visits' } } },
        seen_on: { type: 'date', derive: { latest: { of: 'visits', field: 'on' } } },
      },
      parameters: { majority: { type: 'integer', value: 18 } },
      rules: {
        minor: { all: [{ fact: 'age', operator: 'lessThan', value: { fact: 'majority' } }] },
        asked: {
          all: [
            { fact: 'child', operator: 'known', value: false },
            { fact: 'child', operator: 'equal', value: true },
          ],
        },
        tight: {
          conditions: { condition: 'minor' },
          also: { visited: { all: [{ fact: 'visited', operator: 'greaterThan', value: 0 }] } },
          or_also: { lately: { all: [{ fact: 'seen_on', operator: 'withinLast', value: 'P7D' }] } },
        },
      },
    });
    const facts = { born: '2010-01-01', visits: [{ id: 'a', on: '2026-03-01' }] };
    expect(decideRules(compileRules(book), facts, AT)).toEqual({ minor: 'yes', asked: 'yes', tight: 'yes' });
    expect(await ask(book, facts)).toEqual([]);
    expect(await ask(book, facts, { minor: 'no', asked: 'no', tight: 'no' })).toHaveLength(3);
  });

  it('tells a failure as data, never as a yes and never by throwing', async () => {
    const book = smallBook({ facts: { heard: { type: 'boolean' } }, rules: { r: heard } });
    const entry = entryOf([{ rule: 'gone', outcome: 'yes', facts: {} }]);
    expect(await secondOpinion({ program: compileRules(book) }, [entry])).toEqual([
      { seq: 1, rule: 'gone', ours: 'yes', theirs: 'failed', why: expect.any(String) },
    ]);
  });
});
