import type { Atom, Conditions } from '../procedure/conditions.ts';
import { LIMITS } from '../procedure/limits.ts';
import type { Rule } from '../procedure/rules.ts';
import { resolveAtom } from '../rules/resolve-atom.ts';
import { otherParts, ownParts, type RuleBook } from '../rules/rule-book.ts';
import { own } from '../rules/subject.ts';
import { familyOf } from '../rules/value-shape.ts';
import type { Json } from '../vocabulary/json.ts';

/**
 * Three values for an engine that knows two: a tree that holds when the rule is surely yes, and one that holds when it is
 * surely no. Unknown is neither. Negations are pushed down to atoms, and an atom speaks only when all it reads is there.
 * Names in them: a fact; `known:<fact>`, true or false; `rule:<rule>`, an outcome. Operators of their own: `there`,
 * `before`, `after`, `withinLastDate`, `withinLastInstant`.
 */
export type SureConditions = { readonly yes: Json; readonly no: Json };

type Wanted = 'yes' | 'no';
type Place = { readonly book: RuleBook; readonly of?: string | undefined };

/** Holds never: for what is unsound, and so unknown for ever. */
const NEVER: Json = { fact: 'nothing:', operator: 'there', value: true };

/** The two trees of a rule, what overlays added included. */
export function sureRule(rule: Rule, book: RuleBook): SureConditions {
  const tree = (wanted: Wanted): Json => {
    const together = join(
      wanted,
      'all',
      ownParts(rule).map((part) => sure(part.conditions, wanted, { book })),
    );
    const others = otherParts(rule).map((part) => sure(part.conditions, wanted, { book }));
    return { all: [join(wanted, 'any', [together, ...others])] };
  };
  return { yes: tree('yes'), no: tree('no') };
}

/** The two trees of a condition on rows of a records fact, whose fields are read first. */
export function sureWhere(conditions: Conditions, book: RuleBook, of: string): SureConditions {
  const tree = (wanted: Wanted): Json => ({ all: [sure(conditions, wanted, { book, of })] });
  return { yes: tree('yes'), no: tree('no') };
}

/** The two trees of a rule that rests on itself: unknown for ever. */
export const NEVER_SURE: SureConditions = { yes: { all: [NEVER] }, no: { all: [NEVER] } };

function sure(node: Conditions | Atom, wanted: Wanted, place: Place, depth = 1): Json {
  if ('fact' in node) return sureAtom(node, wanted, place);
  if ('condition' in node) {
    if (!own(place.book.rules, node.condition)) return NEVER;
    return { fact: `rule:${node.condition}`, operator: 'equal', value: wanted };
  }
  if (depth > LIMITS.ruleDepth) return NEVER;
  if ('not' in node) return sure(node.not, wanted === 'yes' ? 'no' : 'yes', place, depth + 1);
  const [kind, parts] = 'all' in node ? (['all', node.all] as const) : (['any', node.any] as const);
  if (parts.length === 0) return NEVER;
  return join(
    wanted,
    kind,
    parts.map((part) => sure(part, wanted, place, depth + 1)),
  );
}

/** `all` is surely no as soon as one part is, `any` only when every part is. */
function join(wanted: Wanted, kind: 'all' | 'any', parts: readonly Json[]): Json {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (kind === 'all') === (wanted === 'yes') ? { all: parts } : { any: parts };
}

function sureAtom(atom: Atom, wanted: Wanted, { book, of }: Place): Json {
  const resolved = resolveAtom(book, atom, of);
  if ('flaw' in resolved) return NEVER;
  const { fact, value } = atom;
  if (resolved.kind.aboutIgnorance)
    return { fact: `known:${fact}`, operator: 'equal', value: (value === true) === (wanted === 'yes') };
  const read = 'subject' in resolved.right ? [fact, resolved.right.subject.id] : [fact];
  const test: Json = { fact, operator: operatorOf(atom, familyOf(resolved.left.type)), value: value as Json };
  return {
    all: [
      ...read.map((id) => ({ fact: id, operator: 'there', value: true })),
      wanted === 'yes' ? test : { not: test },
    ],
  };
}

function operatorOf({ operator }: Atom, family: string): string {
  if (operator !== 'withinLast') return operator;
  return family === 'date' ? 'withinLastDate' : 'withinLastInstant';
}
