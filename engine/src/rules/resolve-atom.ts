import type { Atom } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import { OPERATOR_KINDS, type OperatorKind, operatorsFor } from './operators.ts';
import type { RuleBook } from './rule-book.ts';
import { own, type Subject, subjectOf } from './subject.ts';
import { familyOf } from './value-shape.ts';

/** An atom whose names and types are sound, ready to be compiled. */
export type ResolvedAtom = {
  readonly atom: Atom;
  readonly kind: OperatorKind;
  readonly left: Subject;
  readonly right: { readonly literal: FactValue } | { readonly subject: Subject };
};

/** Why an atom cannot be compared: it is then unknown for ever, and `checkRules` says so. `at` is the key to mend. */
export type AtomFlaw = {
  readonly code: string;
  readonly at: 'fact' | 'operator' | 'value';
  readonly parameters: Readonly<Record<string, string>>;
  readonly message: string;
};

const ATOM_KEYS: ReadonlySet<string> = new Set(['fact', 'operator', 'value']);

/** Finds what an atom compares and whether it may; the one place that tells, for evaluating and for checking alike. */
export function resolveAtom(
  book: RuleBook,
  atom: Atom,
  of?: string,
): ResolvedAtom | { readonly flaw: AtomFlaw } {
  const extra = Object.keys(atom).find((key) => !ATOM_KEYS.has(key));
  if (extra !== undefined) return notPlain(extra, 'fact');
  const left = subjectOf(book, atom.fact, of);
  if (!left) return unknownName(atom.fact, 'fact');
  const kind = own(OPERATOR_KINDS, atom.operator);
  if (!kind)
    return flaw(
      'operator.unknown',
      'operator',
      { operator: String(atom.operator) },
      `"${atom.operator}" is not an operator.`,
    );
  const family = familyOf(left.type);
  if (!kind.asks.includes(family)) {
    const fitting = operatorsFor(family).join(', ');
    return flaw(
      'operator.type',
      'operator',
      { operator: atom.operator, fact: left.id, type: left.type, fitting },
      `${atom.operator} cannot be asked of ${left.id}, which is of type ${left.type}: use one of ${fitting}.`,
    );
  }
  return resolveRight(book, atom, kind, left, of);
}

function resolveRight(
  book: RuleBook,
  atom: Atom,
  kind: OperatorKind,
  left: Subject,
  of?: string,
): ResolvedAtom | { readonly flaw: AtomFlaw } {
  const { value } = atom;
  if (!namesFact(value)) {
    const wrong = kind.literal(left, value);
    return wrong === undefined
      ? { atom, kind, left, right: { literal: value as FactValue } }
      : badLiteral(atom, left, wrong);
  }
  const extra = Object.keys(value).find((key) => key !== 'fact');
  if (extra !== undefined) return notPlain(extra, 'value');
  const subject = subjectOf(book, value.fact, of);
  if (!subject) return unknownName(value.fact, 'value');
  if (!kind.other(left, subject)) {
    return flaw(
      'operator.compare',
      'value',
      { operator: atom.operator, fact: left.id, type: left.type, other: subject.id, otherType: subject.type },
      `${atom.operator} cannot compare ${left.id} (${left.type}) with ${subject.id} (${subject.type}): compare values of one type.`,
    );
  }
  const constant = subject.kind === 'parameter' ? subject.definition.value : undefined;
  const wrong = constant === undefined ? undefined : kind.literal(left, constant);
  return wrong === undefined ? { atom, kind, left, right: { subject } } : badLiteral(atom, left, wrong);
}

function namesFact(value: Atom['value']): value is { readonly fact: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact');
}

function badLiteral(atom: Atom, left: Subject, cure: string): { readonly flaw: AtomFlaw } {
  const value = JSON.stringify(atom.value) ?? '';
  return flaw(
    'operator.value',
    'value',
    { operator: atom.operator, fact: left.id, type: left.type, value: value.slice(0, 100) },
    `${atom.operator} of ${left.id} (${left.type}) cannot read ${value.slice(0, 100)}: ${cure}`,
  );
}

function unknownName(name: string, at: 'fact' | 'value'): { readonly flaw: AtomFlaw } {
  const path = /[$.[\]]/.test(name);
  if (path) return notPlain(name, at);
  return flaw(
    'name.unknown',
    at,
    { name },
    `"${name}" is neither a fact nor a parameter: declare it, or mend the name.`,
  );
}

function notPlain(what: string, at: 'fact' | 'value'): { readonly flaw: AtomFlaw } {
  return flaw(
    'rule.jsonpath',
    at,
    { key: what },
    `"${what}" is refused: an atom holds fact, operator and value, and never a path; derive a fact instead.`,
  );
}

function flaw(
  code: string,
  at: AtomFlaw['at'],
  parameters: AtomFlaw['parameters'],
  message: string,
): { readonly flaw: AtomFlaw } {
  return { flaw: { code, at, parameters, message } };
}
