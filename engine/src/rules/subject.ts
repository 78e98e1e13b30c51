import type { Fact, Field } from '../procedure/facts.ts';
import type { Parameter } from '../procedure/parameters.ts';
import type { RuleBook } from './rule-book.ts';

/** The types that facts, fields of records and parameters can have. */
export type ValueType = Fact['type'] | Parameter['type'];

/** What an id means where a rule names it: a fact of the case, a field of the row at hand, or a parameter. */
export type Subject =
  | { readonly kind: 'fact'; readonly id: string; readonly type: ValueType; readonly definition: Fact }
  | { readonly kind: 'field'; readonly id: string; readonly type: ValueType; readonly definition: Field }
  | {
      readonly kind: 'parameter';
      readonly id: string;
      readonly type: ValueType;
      readonly definition: Parameter;
    };

/** Finds what an id means; `of` is the records fact whose rows are at hand. Undefined for a name nobody declared. */
export function subjectOf(book: RuleBook, id: string, of?: string): Subject | undefined {
  const field = of === undefined ? undefined : own(own(book.facts, of)?.fields, id);
  if (field) return { kind: 'field', id, type: field.type, definition: field };
  const fact = own(book.facts, id);
  if (fact) return { kind: 'fact', id, type: fact.type, definition: fact };
  const parameter = own(book.parameters, id);
  if (parameter) return { kind: 'parameter', id, type: parameter.type, definition: parameter };
  return undefined;
}

/** Reads an own property and never the prototype's. */
export function own<T>(map: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
