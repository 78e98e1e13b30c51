/**
 * What an account may read inside a case it may open: each fact has a tier (0 aggregate, 1 workflow, 2 identity,
 * 3 most sensitive, 4 sealed), each sector a clearance. People also read what their own open steps ask them, and what
 * they wrote themselves. A safeguard `access` raises the tier of the facts it names; nothing lowers one.
 */
import type { CaseFile, FactRow, FactValue, Pack } from '@parcours/engine';
import type { StoredCase } from '../store/store.ts';

type SectorId = Pack['roles'][string]['sector'];

const CLEARANCE: Readonly<Record<SectorId, number>> = {
  social: 3,
  health: 3,
  police: 2,
  justice: 2,
  oversight: 2,
  education: 1,
  community: 1,
  family: 0,
  child: 0,
};
const SEALED_CLEARANCE = 4;
/** What people write freely may tell all that the narrative of the case tells: it is read by who reads that. */
const WORDS_TIER = 3;
const WORKFLOW_TIER = 1;

/** Answers whether a fact (or a field of its records) may be read. */
export type Sight = {
  /** What a rule answers: only with every fact it stands on. */
  readonly rule: (id: string) => boolean;
  /** Words somebody wrote, a reason for example: only their author and who reads the most sensitive facts. */
  readonly words: (by: string) => boolean;
  readonly fact: (id: string, by?: string) => boolean;
  readonly field: (fact: string, field: string) => boolean;
  /** Names and functions of those who decide: what a case needs to be carried on, and nothing about the child. */
  readonly officials: (by?: string) => boolean;
};

function tierOf(pack: Pack, id: string): number {
  const fact = Object.hasOwn(pack.facts, id) ? pack.facts[id] : undefined;
  const raised = Object.values(pack.safeguards).flatMap(({ property }) =>
    'access' in property && property.access.facts.includes(id) ? [property.access.tier] : [],
  );
  return Math.max(fact?.tier ?? SEALED_CLEARANCE, ...raised);
}

/** Facts on the forms of the open steps that these roles carry. */
function askedOf(pack: Pack, file: CaseFile, roles: readonly string[]): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const state of Object.keys(file.open)) {
    const step = pack.steps[state];
    if (!step || !('who' in step) || !step.form || !step.who) continue;
    const who = Array.isArray(step.who) ? step.who : Object.values(step.who.values).flat();
    if (!who.some((role) => roles.includes(role))) continue;
    for (const section of Object.values(pack.forms[step.form]?.sections ?? {})) {
      for (const field of section.fields) asked.add(field.fact);
    }
  }
  return asked;
}

/** The highest tier that somebody in these roles reads. */
export function clearanceOf(pack: Pack, roles: readonly string[]): number {
  return Math.max(0, ...roles.map((role) => (pack.roles[role] ? CLEARANCE[pack.roles[role].sector] : 0)));
}

/** True for who reads the whole narrative of a case in these roles. */
export function mayReadWords(pack: Pack, stored: StoredCase, roles: readonly string[]): boolean {
  return stored.sealed || clearanceOf(pack, roles) >= WORDS_TIER;
}

/** Every fact that a rule names, in its conditions, through other rules and through what its facts are derived from. */
function factsUnder(pack: Pack, rule: string): readonly string[] {
  const facts = new Set<string>();
  const rules = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') name(value);
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) visit(inner);
  };
  const name = (id: string): void => {
    if (Object.hasOwn(pack.facts, id) && !facts.has(id)) {
      facts.add(id);
      visit(pack.facts[id]?.derive);
    }
    if (Object.hasOwn(pack.rules, id) && !rules.has(id)) {
      rules.add(id);
      visit([pack.rules[id]?.conditions, pack.rules[id]?.also, pack.rules[id]?.or_also]);
    }
  };
  name(rule);
  return [...facts];
}

/** What an account that acts in these roles sees of a case. */
export function sightOf(pack: Pack, stored: StoredCase, account: string, roles: readonly string[]): Sight {
  const clearance = stored.sealed ? SEALED_CLEARANCE : clearanceOf(pack, roles);
  const asked = askedOf(pack, stored.file, roles);
  const fact = (id: string, by?: string) => tierOf(pack, id) <= clearance || asked.has(id) || by === account;
  const rules = new Map<string, boolean>();
  return {
    fact,
    rule: (id) => {
      const known = rules.get(id) ?? factsUnder(pack, id).every((each) => fact(each));
      rules.set(id, known);
      return known;
    },
    words: (by) => clearance >= WORDS_TIER || by === account,
    field: (id, field) => {
      const tier = pack.facts[id]?.fields?.[field]?.tier;
      return field === 'id' || asked.has(id) || (tier ?? tierOf(pack, id)) <= clearance;
    },
    officials: (by) => clearance >= WORKFLOW_TIER || by === account,
  };
}

const isRow = (item: unknown): item is FactRow => typeof item === 'object' && item !== null;

/** A value with the fields of its rows that may not be read taken out. */
export function seenValue(sight: Sight, fact: string, value: FactValue): FactValue {
  if (!Array.isArray(value)) return value;
  const items: readonly unknown[] = value;
  if (!items.some(isRow)) return value;
  return items.filter(isRow).map((row) => ({
    ...Object.fromEntries(Object.entries(row).filter(([field]) => sight.field(fact, field))),
    id: row.id,
  }));
}

/** The facts of a case that may be read, and the ids of those that may not. */
export function seenFacts(
  sight: Sight,
  file: CaseFile,
): { readonly facts: CaseFile['facts']; readonly hidden: readonly string[] } {
  const facts: Record<string, CaseFile['facts'][string]> = {};
  const hidden: string[] = [];
  for (const [id, recorded] of Object.entries(file.facts)) {
    if (sight.fact(id, recorded.by)) {
      facts[id] = { ...recorded, value: seenValue(sight, id, recorded.value) };
    } else hidden.push(id);
  }
  return { facts, hidden };
}
