import type { Instant } from '../vocabulary/instant.ts';
import { compileRules, explainRule } from './decide-rules.ts';
import type { Decision } from './decision.ts';
import type { Facts, RuleBook } from './rule-book.ts';

/**
 * Decides one rule of a pack: yes, no or unknown, with the reason tree and the facts still to ask.
 * `facts` are recorded values; parameters, `derive` and `presume` are added here (recorded, derived, presumed).
 * Compiles each time: where many rules or many cases are decided, compile once and use `decideRules`.
 * Throws `rule.unknown` when the pack has no such rule, `instant.invalid` for a false instant.
 */
export function evaluate(book: RuleBook, rule: string, facts: Facts, at: Instant): Decision {
  return explainRule(compileRules(book), rule, facts, at);
}
