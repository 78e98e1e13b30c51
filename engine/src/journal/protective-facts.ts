import type { Pathway } from '../pathway/pathway.ts';
import type { FactValue } from '../procedure/value.ts';
import { decideRule } from '../rules/decide-rules.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile } from './case-file.ts';
import { recordedValues } from './decide.ts';

type Values = Readonly<Record<string, FactValue>>;

/**
 * Of the facts of a refused event, those that turn a protective signal to yes: danger is never lost with a refusal.
 * Those that do it alone; else the fewest that do it together. Everything else stays the person's draft.
 */
export function protectiveFacts(pathway: Pathway, caseFile: CaseFile, given: Values, at: Instant): Values {
  const before = recordedValues(caseFile);
  const kept = pathway.signals.flatMap(({ event, rule }) => {
    if (!pathway.pack.events[event]?.protective || caseFile.signals[event] === 'yes') return [];
    const turns = (facts: readonly string[]) =>
      decideRule(pathway.program, rule, { ...before, ...only(given, facts) }, at) === 'yes';
    return turning(Object.keys(given).sort(), turns);
  });
  return only(given, [...new Set(kept)].sort());
}

function turning(facts: readonly string[], turns: (facts: readonly string[]) => boolean): readonly string[] {
  if (!turns(facts)) return [];
  if (turns([])) return [];
  const alone = facts.filter((fact) => turns([fact]));
  if (alone.length > 0) return alone;
  return facts.reduce<readonly string[]>((needed, fact) => {
    const without = needed.filter((other) => other !== fact);
    return turns(without) ? without : needed;
  }, facts);
}

function only(values: Values, ids: readonly string[]): Values {
  return Object.fromEntries(ids.flatMap((id) => (values[id] === undefined ? [] : [[id, values[id]]])));
}
