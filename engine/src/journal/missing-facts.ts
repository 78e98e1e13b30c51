import { guardRules } from '../pathway/guard-outcome.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { outcomesOf, type ReadCandidate, type Reading } from '../pathway/read-candidates.ts';
import { stepOf } from '../pathway/step-of.ts';
import { explainRule } from '../rules/decide-rules.ts';
import type { Decided } from './decide.ts';
import { isKnown } from './is-known.ts';
import { shownForm } from './shown-form.ts';

/** What would settle some rules: facts to ask, the most useful first, and parameters that nobody can be asked. */
export type Asked = { readonly missing: readonly string[]; readonly parameters: readonly string[] };

/**
 * Facts that unknown rules still ask. A fact is the more useful the more rules it settles and the fewer others it needs;
 * among equals those first read come first.
 */
export function askedByRules(
  { program }: Pathway,
  { facts, at, outcomes }: Decided,
  rules: readonly string[],
): Asked {
  const weight = new Map<string, number>();
  const parameters = new Set<string>();
  for (const rule of new Set(rules)) {
    if (outcomes[rule] !== undefined && outcomes[rule] !== 'unknown') continue;
    const explained = explainRule(program, rule, facts, at);
    for (const fact of explained.missing)
      weight.set(fact, (weight.get(fact) ?? 0) + 1 / explained.missing.length);
    for (const parameter of explained.parameters) parameters.add(parameter);
  }
  const missing = [...weight].sort(([, a], [, b]) => b - a).map(([fact]) => fact);
  return { missing, parameters: [...parameters] };
}

/** Facts that would settle a reading which stopped at an unknown. */
export function askedByReading(pathway: Pathway, decided: Decided, { unknown }: Reading): Asked {
  return askedByRules(pathway, decided, rulesOf(unknown));
}

/** Rules of a reading that do not answer yes. */
export function notYes({ rules }: Reading, { outcomes }: Decided) {
  return outcomesOf(rules, outcomes).filter(({ outcome }) => outcome !== 'yes');
}

/** Facts that the event needs and required fields shown now of the steps that hear it themselves, as far as they are not known. */
export function unanswered(
  pathway: Pathway,
  decided: Decided,
  event: string,
  heard: readonly string[],
): Asked {
  const { pack } = pathway;
  const needed = pack.events[event]?.needs ?? [];
  const fields = heard.flatMap((id) => requiredFields(pathway, decided, id));
  const missing = [...new Set([...needed, ...fields])].filter((id) => !isKnown(pathway, decided, id));
  return {
    missing: missing.filter((id) => Object.hasOwn(pack.facts, id)),
    parameters: missing.filter((id) => !Object.hasOwn(pack.facts, id)),
  };
}

/** Rules of the required tasks of some steps that do not answer yes. */
export function unmetTasks(
  { pack }: Pathway,
  { outcomes }: Decided,
  steps: readonly string[],
): readonly string[] {
  const rules = steps.flatMap((id) => {
    const tasks = Object.values(stepOf(pack, id)?.tasks ?? {});
    return tasks.flatMap(({ required, met }) => (required && met !== undefined ? [met] : []));
  });
  return [...new Set(rules)].filter((rule) => outcomes[rule] !== 'yes');
}

function requiredFields({ pack }: Pathway, decided: Decided, id: string): readonly string[] {
  const name = stepOf(pack, id)?.form;
  const form = name !== undefined && Object.hasOwn(pack.forms, name) ? pack.forms[name] : undefined;
  if (!form) return [];
  return shownForm(form, decided).flatMap(({ fields }) =>
    fields.flatMap(({ fact, required }) => (required ? [fact] : [])),
  );
}

function rulesOf(candidates: readonly ReadCandidate[]): readonly string[] {
  return candidates.flatMap(({ candidate }) => guardRules(candidate.guard));
}
