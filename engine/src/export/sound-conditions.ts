import type { Atom, Conditions } from '../procedure/conditions.ts';
import { LIMITS } from '../procedure/limits.ts';
import type { Rule } from '../procedure/rules.ts';
import { resolveAtom } from '../rules/resolve-atom.ts';
import { otherParts, ownParts, type RuleBook } from '../rules/rule-book.ts';
import { own } from '../rules/subject.ts';
import { familyOf } from '../rules/value-shape.ts';
import type { Json } from '../vocabulary/json.ts';

/** What is unsound, and so unknown for ever. */
export const UNKNOWN: Json = { unknown: true };

/**
 * The conditions of a rule as the exported module reads them, what overlays added included: as they stand in the pack, with
 * `{ unknown: true }` where the engine too finds no meaning, and `withinLast` split by what it is asked of.
 */
export function soundRule(rule: Rule, book: RuleBook): Json {
  const together = join(
    'all',
    ownParts(rule).map((part) => sound(part.conditions, { book })),
  );
  return join('any', [together, ...otherParts(rule).map((part) => sound(part.conditions, { book }))]);
}

/** The same for conditions on rows of a records fact, whose fields are read first. */
export function soundWhere(conditions: Conditions, book: RuleBook, of: string): Json {
  return sound(conditions, { book, of });
}

type Place = { readonly book: RuleBook; readonly of?: string };

function sound(node: Conditions | Atom, place: Place, depth = 1): Json {
  if ('fact' in node) return soundAtom(node, place);
  if ('condition' in node)
    return own(place.book.rules, node.condition) ? { condition: node.condition } : UNKNOWN;
  if (depth > LIMITS.ruleDepth) return UNKNOWN;
  if ('not' in node) return { not: sound(node.not, place, depth + 1) };
  const [kind, parts] = 'all' in node ? (['all', node.all] as const) : (['any', node.any] as const);
  return parts.length === 0 ? UNKNOWN : { [kind]: parts.map((part) => sound(part, place, depth + 1)) };
}

function soundAtom(atom: Atom, { book, of }: Place): Json {
  const resolved = resolveAtom(book, atom, of);
  if ('flaw' in resolved) return UNKNOWN;
  const { fact, operator, value } = atom;
  const family = familyOf(resolved.left.type) === 'date' ? 'Date' : 'Instant';
  return {
    fact,
    operator: operator === 'withinLast' ? `${operator}${family}` : operator,
    value: value as Json,
  };
}

function join(kind: 'all' | 'any', parts: readonly Json[]): Json {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { [kind]: parts };
}
