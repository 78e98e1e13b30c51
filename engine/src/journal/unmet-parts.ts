import type { Atom, Conditions } from '../procedure/conditions.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Outcome } from './case-file.ts';

/**
 * The named rules inside a rule that is no yes and that are no yes either, from the outside in: which part stands in the
 * way, and not only the whole. What stands below a `not` is left out: there a yes is in the way, and its label misleads.
 */
export function unmetParts(
  rules: Pack['rules'],
  outcomes: Readonly<Record<string, Outcome>>,
  rule: string,
): readonly string[] {
  const found = new Set<string>();
  const visit = (id: string): void => {
    const definition = Object.hasOwn(rules, id) ? rules[id] : undefined;
    if (!definition || outcomes[id] === 'yes') return;
    for (const tree of [definition.conditions, ...Object.values(definition.also ?? {})]) {
      for (const part of namedIn(tree)) {
        if (outcomes[part] === 'yes' || part === rule || found.has(part)) continue;
        found.add(part);
        visit(part);
      }
    }
  };
  visit(rule);
  return [...found];
}

function namedIn(tree: Conditions | Atom): readonly string[] {
  if ('condition' in tree) return [tree.condition];
  if ('all' in tree) return tree.all.flatMap(namedIn);
  if ('any' in tree) return tree.any.flatMap(namedIn);
  return [];
}
