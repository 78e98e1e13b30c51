import { Engine } from 'json-rules-engine';
import type { Outcome } from '../journal/case-file.ts';
import type { Entry, RuleDecision } from '../journal/entry.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { jsonRuleSet } from './json-rule-set.ts';
import { addOwnOperators, ownPropertyOf } from './json-rules-operators.ts';
import type { RuleProgram } from './rule-program.ts';

/** A rule on which the two evaluators differ, or on which the other one failed. Recorded as an entry of its own. */
export type Disagreement = {
  /** Seq of the entry whose decision it is. */
  readonly seq: number;
  readonly rule: string;
  readonly ours: Outcome;
  readonly theirs: 'yes' | 'no' | 'failed';
  /** What it said when it failed. */
  readonly why?: string;
};

/**
 * Asks json-rules-engine about every decision in some entries that is sure, on the facts kept with it and at the time
 * it happened, and returns where the two differ. What is unknown is not asked, because json-rules-engine takes ignorance
 * for a value; nor is an overridden rule, which answers yes by a person's act, nor what is itself a disagreement.
 * Asynchronous: await it before the entries are committed. Failures are told as data, never thrown, never taken for a yes.
 */
export async function secondOpinion(
  { program }: Pick<Pathway, 'program'>,
  entries: readonly Entry[],
): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  for (const entry of entries) {
    if (entry.kind === 'disagreed') continue;
    for (const decision of entry.decisions) {
      if (decision.outcome === 'unknown' || decision.overridden) continue;
      const opinion = await ask(program, decision, entry.happened);
      if (opinion.theirs === decision.outcome) continue;
      found.push({ seq: entry.seq, rule: decision.rule, ours: decision.outcome, ...opinion });
    }
  }
  return found;
}

type Opinion = Pick<Disagreement, 'theirs' | 'why'>;

async function ask(program: RuleProgram, { rule, facts }: RuleDecision, at: Instant): Promise<Opinion> {
  try {
    const set = jsonRuleSet(program, rule, facts, at);
    const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: ownPropertyOf });
    addOwnOperators(engine, set.moment);
    for (const [name, conditions] of set.conditions) engine.setCondition(name, conditions);
    engine.addRule({ name: rule, conditions: { condition: rule }, event: { type: 'holds' } });
    const { results } = await engine.run(set.facts);
    return { theirs: results.length > 0 ? 'yes' : 'no' };
  } catch (error) {
    return { theirs: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
