import { durationParts } from '../calendar/duration.ts';
import type { Operator } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Instant, LocalDate } from '../vocabulary/instant.ts';
import { checkScalar } from './check-scalar.ts';
import type { Subject } from './subject.ts';
import { type Family, familyOf } from './value-shape.ts';

/** The instant of evaluation, and what is counted back from it. */
export interface Moment {
  readonly at: Instant;
  /** The date it is at `at` in the pack's zone. */
  today(): LocalDate;
  /** `at` less a duration: a date for dates, an instant for instants. */
  earliest(duration: string, family: 'date' | 'instant'): string;
}

/** What an operator answers about itself; the values that `test` is given have passed the other three. */
export interface OperatorKind {
  /** Families of the facts it can be asked of. */
  readonly asks: readonly Family[];
  /** What is wrong with a literal on its right hand, in words that say the cure. */
  literal(subject: Subject, value: unknown): string | undefined;
  /** True when the other fact may stand on its right hand. */
  other(subject: Subject, other: Subject): boolean;
  test(left: FactValue, right: FactValue, moment: Moment, family: Family): boolean;
  /** It answers about ignorance: `test` is given whether the fact is known, and the answer is never unknown. */
  readonly aboutIgnorance?: true;
}

const SCALARS: readonly Family[] = [
  'boolean',
  'number',
  'text',
  'enum',
  'date',
  'instant',
  'duration',
  'person',
  'place',
  'service',
];
const LISTED: readonly Family[] = ['number', 'text', 'enum', 'date', 'person', 'place', 'service'];
const TIMES: readonly Family[] = ['date', 'instant'];
const EVERYTHING: readonly Family[] = [...SCALARS, 'enums', 'records'];

/** A test of values of one type. The guarantee: `asks`, `literal`, `other` and the shapes read let no other type through. */
const onlyOf = <L, R>(test: (left: L, right: R) => boolean): OperatorKind['test'] =>
  test as OperatorKind['test'];

const equality = (test: OperatorKind['test']): OperatorKind => ({
  asks: SCALARS,
  literal: scalar,
  other: sameFamily,
  test,
});
const order = (test: (left: number, right: number) => boolean): OperatorKind => ({
  asks: ['number'],
  literal: scalar,
  other: sameFamily,
  test: onlyOf(test),
});
const membership = (test: (item: FactValue, items: readonly unknown[]) => boolean): OperatorKind => ({
  asks: LISTED,
  literal: list,
  other: (subject, other) => familyOf(subject.type) === 'enum' && familyOf(other.type) === 'enums',
  test: onlyOf(test),
});
const containment = (test: (items: readonly unknown[], item: FactValue) => boolean): OperatorKind => ({
  asks: ['enums'],
  literal: (subject, value) => scalarOf({ ...subject, type: 'enum' } as Subject, value),
  other: (_, other) => familyOf(other.type) === 'enum',
  test: onlyOf(test),
});
const time = (test: (left: string, right: string) => boolean): OperatorKind => ({
  asks: TIMES,
  literal: scalar,
  other: sameFamily,
  test: onlyOf(test),
});

/** The closed list of operators: json-rules-engine's ten, typed, and our four. */
export const OPERATOR_KINDS: Readonly<Record<Operator, OperatorKind>> = {
  equal: equality((left, right) => left === right),
  notEqual: equality((left, right) => left !== right),
  lessThan: order((left, right) => left < right),
  lessThanInclusive: order((left, right) => left <= right),
  greaterThan: order((left, right) => left > right),
  greaterThanInclusive: order((left, right) => left >= right),
  in: membership((item, items) => items.includes(item)),
  notIn: membership((item, items) => !items.includes(item)),
  contains: containment((items, item) => items.includes(item)),
  doesNotContain: containment((items, item) => !items.includes(item)),
  before: time((left, right) => left < right),
  after: time((left, right) => left > right),
  withinLast: {
    asks: TIMES,
    literal: span,
    other: (_, other) => familyOf(other.type) === 'duration',
    test: isWithinLast,
  },
  known: {
    asks: EVERYTHING,
    literal: (_, value) => (typeof value === 'boolean' ? undefined : 'write true or false'),
    other: () => false,
    test: (left, right) => left === right,
    aboutIgnorance: true,
  },
};

/** The operators that can be asked of a family, for the cure of a finding. */
export function operatorsFor(family: Family): readonly string[] {
  return Object.entries(OPERATOR_KINDS)
    .filter(([, kind]) => kind.asks.includes(family))
    .map(([operator]) => operator);
}

function isWithinLast(left: FactValue, right: FactValue, moment: Moment, family: Family): boolean {
  const of = family === 'date' ? 'date' : 'instant';
  const latest = of === 'date' ? moment.today() : moment.at;
  return (left as string) <= latest && (left as string) >= moment.earliest(right as string, of);
}

function scalar(subject: Subject, value: unknown): string | undefined {
  return scalarOf(subject, value);
}

function scalarOf(subject: Subject, value: unknown): string | undefined {
  if (subject.type === 'records') return 'records have no literal';
  const checked = checkScalar(value, { type: subject.type, values: subject.definition.values });
  if ('flaw' in checked) return checked.flaw.message;
  if (checked.value !== value && !Array.isArray(value)) return `write it as ${String(checked.value)}`;
  return undefined;
}

function list(subject: Subject, value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'write a list, even of one value';
  if (value.length === 0) return 'name at least one value';
  return value.map((item) => scalarOf(subject, item)).find((flaw) => flaw !== undefined);
}

function span(subject: Subject, value: unknown): string | undefined {
  const checked = checkScalar(value, { type: 'duration' });
  if ('flaw' in checked) return checked.flaw.message;
  const hours = durationParts(String(value)).minutes > 0;
  return hours && familyOf(subject.type) === 'date'
    ? 'a date has no hours: write whole days, as P3D'
    : undefined;
}

function sameFamily(subject: Subject, other: Subject): boolean {
  return familyOf(subject.type) === familyOf(other.type) && shareValues(subject, other);
}

/** Two enums that have no value in common can never be equal: a slip of the author. */
function shareValues(subject: Subject, other: Subject): boolean {
  if (familyOf(subject.type) !== 'enum') return true;
  const { values } = subject.definition;
  const others = other.definition.values;
  if (!values || !others) return true;
  return Object.keys(values).some((value) => Object.hasOwn(others, value));
}
