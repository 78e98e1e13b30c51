import type { RuleFormulas } from '../prove/rule-formulas.ts';
import { ownParts } from '../rules/rule-book.ts';
import type { RuleAnalysis } from './analysis.ts';
import { contradictionAmong } from './contradictions.ts';
import { negated } from './negated.ts';
import type { PartFormula } from './rule-parts.ts';
import { everything, type Ground, someChild } from './search.ts';

/** Tells of a rule that no child makes a yes, every child does, or every child who was asked. */
export function analyseRule(
  ground: Ground,
  rules: RuleFormulas,
  partOf: PartFormula,
  rule: string,
): RuleAnalysis | undefined {
  const { yes, no } = rules(rule);
  const within = everything(ground);
  const definition = ground.program.book.rules[rule];
  const verdict =
    someChild(ground, yes, within) === 'no'
      ? 'never'
      : someChild(ground, negated(yes, ground.variables), within) === 'no'
        ? 'always'
        : someChild(ground, no, within) === 'no'
          ? 'answered'
          : undefined;
  if (verdict === undefined || !definition) return undefined;
  const parts = ownParts(definition).flatMap(({ section, conditions }) => partOf(section, conditions));
  return {
    rule,
    verdict,
    contradictions: verdict === 'never' ? contradictionAmong(ground, parts, within) : [],
  };
}
