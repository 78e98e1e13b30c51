import type { CaseFile, RecordedFact } from '../journal/case-file.ts';
import { checkFacts } from '../journal/check-facts.ts';
import type { IdMap } from '../journal/command.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { MigrationPlan } from './migration-plan.ts';

/**
 * The recorded facts of a case in another version: renamed where told, forgotten where the version does not have them or
 * not such a value (unknown is asked again; a guess would not be), and its own initial values added.
 */
export function carryFacts(
  to: Pathway,
  { facts }: CaseFile,
  map: IdMap['facts'] = {},
  by: { readonly at: Instant; readonly person: string },
): { readonly facts: CaseFile['facts'] } & { readonly told: MigrationPlan['facts'] } {
  const carried = new Map<string, RecordedFact>();
  const forgotten: string[] = [];
  const renamed: { from: string; to: string }[] = [];
  for (const [id, fact] of Object.entries(facts)) {
    const name = Object.hasOwn(map, id) ? (map[id] ?? id) : id;
    const value = checkFacts(to, { [name]: fact.value }).values[name];
    if (value === undefined) forgotten.push(id);
    else carried.set(name, { ...fact, value });
    if (value !== undefined && name !== id) renamed.push({ from: id, to: name });
  }
  const initial = Object.entries(to.pack.facts).flatMap(([id, fact]) => {
    if (fact.initial === undefined || carried.has(id)) return [];
    return Object.hasOwn(facts, id) && !forgotten.includes(id) ? [] : [[id, fact.initial] as const];
  });
  for (const [id, value] of initial) carried.set(id, { value, at: by.at, by: by.person });
  return {
    facts: Object.fromEntries(carried),
    told: { forgotten: forgotten.sort(), renamed, initial: initial.map(([id]) => id).sort() },
  };
}
