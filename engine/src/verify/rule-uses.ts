import type { Atom, Conditions } from '../procedure/conditions.ts';
import type { Derive, Fact } from '../procedure/facts.ts';
import type { Pack } from '../procedure/pack.ts';
import { each, one, sources, type Use } from './use.ts';

/** Names in rules.json. */
export function* inRules(pack: Pack): Generator<Use> {
  for (const [id, rule] of Object.entries(pack.rules)) {
    const path = `rules/${id}`;
    yield* inConditions(rule.conditions, `${path}/conditions`);
    for (const key of ['also', 'or_also'] as const) {
      for (const [name, tree] of Object.entries(rule[key] ?? {}))
        yield* inConditions(tree, `${path}/${key}/${name}`);
    }
    yield* each('role', rule.overridable?.by, `${path}/overridable/by`);
    yield* sources(rule, path);
  }
}

/** Names in facts.json: what is derived, and from what. */
export function* inFacts(pack: Pack): Generator<Use> {
  for (const [id, fact] of Object.entries(pack.facts)) {
    const path = `facts/${id}`;
    if (fact.derive) yield* inDerive(pack, fact.derive, `${path}/derive`);
    yield* sources(fact, path);
    if (fact.presume) yield* sources(fact.presume, `${path}/presume`);
  }
}

function* inDerive(pack: Pack, derive: Derive, path: string): Generator<Use> {
  if ('count' in derive) yield* overRows(pack, derive.count, `${path}/count`);
  else if ('every' in derive) yield* overRows(pack, derive.every, `${path}/every`);
  else if ('some' in derive) yield* overRows(pack, derive.some, `${path}/some`);
  else if ('latest' in derive) yield* overRows(pack, derive.latest, `${path}/latest`);
  else {
    const [unit, span] =
      'years' in derive
        ? (['years', derive.years] as const)
        : 'days' in derive
          ? (['days', derive.days] as const)
          : (['hours', derive.hours] as const);
    yield* one('fact', span.from, `${path}/${unit}/from`);
    yield* one('fact', span.asOf, `${path}/${unit}/asOf`);
    yield* one('fact', derive.else, `${path}/else`);
  }
}

type OverRows = {
  readonly of: string;
  readonly where?: Conditions | undefined;
  readonly field?: string | undefined;
  readonly by?: string | undefined;
};

function* overRows(pack: Pack, { of, where, field, by }: OverRows, path: string): Generator<Use> {
  yield* one('fact', of, `${path}/of`);
  if (field !== undefined) yield { kind: 'field', name: field, of, path: `${path}/field` };
  if (by !== undefined) yield { kind: 'field', name: by, of, path: `${path}/by` };
  const fact = Object.hasOwn(pack.facts, of) ? pack.facts[of] : undefined;
  if (where) yield* inConditions(where, `${path}/where`, fact && { id: of, fact });
}

/** Names in a condition tree; over records, a name may be a field of their rows. */
function* inConditions(
  tree: Conditions | Atom,
  path: string,
  records?: { id: string; fact: Fact },
): Generator<Use> {
  if ('all' in tree)
    for (const [i, part] of tree.all.entries()) yield* inConditions(part, `${path}/all/${i}`, records);
  else if ('any' in tree)
    for (const [i, part] of tree.any.entries()) yield* inConditions(part, `${path}/any/${i}`, records);
  else if ('not' in tree) yield* inConditions(tree.not, `${path}/not`, records);
  else if ('condition' in tree) yield { kind: 'rule', name: tree.condition, path: `${path}/condition` };
  else {
    yield* inValue(tree.fact, `${path}/fact`, records);
    if (typeof tree.value === 'object' && 'fact' in tree.value)
      yield* inValue(tree.value.fact, `${path}/value/fact`, records);
  }
}

function* inValue(name: string, path: string, records?: { id: string; fact: Fact }): Generator<Use> {
  const isField = records !== undefined && Object.hasOwn(records.fact.fields ?? {}, name);
  yield isField ? { kind: 'field', name, path, of: records.id } : { kind: 'value', name, path };
}
