import type { Atom, Conditions } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Moment } from '../rules/operators.ts';
import { type ResolvedAtom, resolveAtom } from '../rules/resolve-atom.ts';
import { otherParts, ownParts, type RuleBook } from '../rules/rule-book.ts';
import type { Subject } from '../rules/subject.ts';
import { familyOf, shapeOf } from '../rules/value-shape.ts';
import { MOST_LISTED } from './sample-values.ts';

/**
 * What an atom compares, parameters put in as the constants they are: nothing that can change (`outcome`), one fact with
 * constants, or facts with each other, with the clock, or with a parameter whose value was not found.
 */
export type SortedAtom =
  | { readonly kind: 'constant'; readonly outcome: boolean | undefined }
  | { readonly kind: 'known'; readonly fact: string; readonly wanted: boolean }
  | {
      readonly kind: 'single';
      readonly fact: string;
      readonly compared: FactValue;
      readonly resolved: ResolvedAtom;
      readonly test: (value: FactValue) => boolean;
    }
  | { readonly kind: 'relation'; readonly facts: readonly string[]; readonly resolved: ResolvedAtom };

/** Every atom of every rule. */
export function atomsOf(book: RuleBook): readonly Atom[] {
  const atoms: Atom[] = [];
  const walk = (node: Conditions | Atom): void => {
    if ('fact' in node) atoms.push(node);
    else if ('all' in node) node.all.forEach(walk);
    else if ('any' in node) node.any.forEach(walk);
    else if ('not' in node) walk(node.not);
  };
  for (const rule of Object.values(book.rules)) {
    for (const { conditions } of [...ownParts(rule), ...otherParts(rule)]) walk(conditions);
  }
  return atoms;
}

/** Tells what an atom compares; an atom that reads as unknown for ever is a constant without outcome. */
export function sortAtom(book: RuleBook, atom: Atom, moment: Moment): SortedAtom {
  const resolved = resolveAtom(book, atom);
  if ('flaw' in resolved) return { kind: 'constant', outcome: undefined };
  const { left, kind } = resolved;
  const right = 'literal' in resolved.right ? undefined : resolved.right.subject;
  const family = familyOf(left.type);
  if (kind.aboutIgnorance) {
    const wanted = 'literal' in resolved.right && resolved.right.literal === true;
    if (left.kind === 'fact') return { kind: 'known', fact: left.id, wanted };
    return { kind: 'constant', outcome: (constantOf(left) !== undefined) === wanted };
  }
  const facts = [left, right].flatMap((subject) => (subject?.kind === 'fact' ? [subject.id] : []));
  const leftValue = constantOf(left);
  const rightValue =
    'literal' in resolved.right ? resolved.right.literal : constantOf(resolved.right.subject);
  const isMissing =
    (left.kind === 'parameter' && leftValue === undefined) ||
    (right?.kind === 'parameter' && rightValue === undefined);
  if (facts.length === 0 && atom.operator === 'withinLast') return { kind: 'constant', outcome: undefined };
  if (isMissing) return { kind: 'relation', facts: [], resolved };
  if (facts.length > 1 || atom.operator === 'withinLast' || isWideList(left)) {
    return { kind: 'relation', facts: [...new Set(facts)], resolved };
  }
  const [fact] = facts;
  if (fact === undefined) {
    return {
      kind: 'constant',
      outcome: kind.test(leftValue as FactValue, rightValue as FactValue, moment, family),
    };
  }
  const test = (value: FactValue) =>
    left.kind === 'fact'
      ? kind.test(value, rightValue as FactValue, moment, family)
      : kind.test(leftValue as FactValue, value, moment, family);
  const compared = (left.kind === 'fact' ? rightValue : leftValue) as FactValue;
  return { kind: 'single', fact, compared, resolved, test };
}

function isWideList(subject: Subject): boolean {
  return subject.type === 'enums' && Object.keys(subject.definition.values ?? {}).length > MOST_LISTED;
}

/** The value of a parameter, when it has one of its type. */
function constantOf(subject: Subject): FactValue | undefined {
  if (subject.kind !== 'parameter') return undefined;
  const { value } = subject.definition;
  return shapeOf(subject.type)(value) ? value : undefined;
}
