import type { Pathway } from '../pathway/pathway.ts';
import type { FactValue } from '../procedure/value.ts';
import { decideRules, factsRead } from '../rules/decide-rules.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile, Outcome } from './case-file.ts';
import type { RuleDecision } from './entry.ts';

/** Every rule decided on some facts at an instant. */
export type Decided = {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly at: Instant;
  readonly outcomes: Readonly<Record<string, Outcome>>;
};

/** Decides every rule of the pathway. */
export function decide({ program }: Pathway, facts: Decided['facts'], at: Instant): Decided {
  return { facts, at, outcomes: decideRules(program, facts, at) };
}

/** Recorded values by fact id, without who recorded them. */
export function recordedValues(caseFile: CaseFile): Decided['facts'] {
  return Object.fromEntries(Object.entries(caseFile.facts).map(([id, { value }]) => [id, value]));
}

/** Rules that were read, each with its outcome and the facts it stood on; an overridden one keeps its own outcome and says so. */
export function describeDecisions(
  { program }: Pathway,
  { facts, outcomes }: Decided,
  rules: Iterable<string>,
  overridden: readonly string[] = [],
): RuleDecision[] {
  return [...new Set(rules)].map((rule) => ({
    rule,
    outcome: outcomes[rule] ?? 'unknown',
    facts: factsRead(program, rule, facts),
    ...(overridden.includes(rule) && { overridden: true as const }),
  }));
}
