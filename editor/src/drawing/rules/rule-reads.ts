import type { Atom, Conditions, Pack } from '@parcours/engine';

type Rule = Pack['rules'][string];

/** Every condition tree of a rule: its own, then those an adaptation added. */
export function treesOf(rule: Rule): readonly Conditions[] {
  return [rule.conditions, ...Object.values(rule.also ?? {}), ...Object.values(rule.or_also ?? {})];
}

/** The recorded facts that a rule stands on, through other rules and derivations, in reading order. */
export function factsAsked(pack: Pack, rules: readonly string[]): readonly string[] {
  const asked = new Set<string>();
  const seen = new Set<string>();
  const visitRule = (id: string) => {
    const rule = Object.hasOwn(pack.rules, id) ? pack.rules[id] : undefined;
    if (!rule || seen.has(`rule:${id}`)) return;
    seen.add(`rule:${id}`);
    for (const tree of treesOf(rule)) visitNode(tree);
  };
  const visitFact = (id: string, rows?: string) => {
    if (rows !== undefined && Object.hasOwn(pack.facts[rows]?.fields ?? {}, id)) return;
    const fact = Object.hasOwn(pack.facts, id) ? pack.facts[id] : undefined;
    if (!fact || seen.has(`fact:${id}`)) return;
    seen.add(`fact:${id}`);
    if (!fact.derive) {
      asked.add(id);
      return;
    }
    const from = Object.values(fact.derive)[0] as Readonly<Record<string, unknown>>;
    for (const key of ['from', 'asOf', 'of']) if (typeof from[key] === 'string') visitFact(from[key]);
    if ('else' in fact.derive && fact.derive.else !== undefined) visitFact(fact.derive.else);
    if (from['where']) visitNode(from['where'] as Conditions, from['of'] as string);
  };
  const visitNode = (node: Conditions | Atom, rows?: string): void => {
    if ('fact' in node) {
      visitFact(node.fact, rows);
      if (typeof node.value === 'object' && 'fact' in node.value) visitFact(node.value.fact, rows);
    } else if ('condition' in node) visitRule(node.condition);
    else if ('not' in node) visitNode(node.not, rows);
    else for (const part of 'all' in node ? node.all : node.any) visitNode(part, rows);
  };
  for (const rule of rules) visitRule(rule);
  return [...asked];
}
