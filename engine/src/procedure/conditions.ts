import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';

/** json-rules-engine's own ten operators. */
export const BUILT_IN_OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
] as const;

/**
 * Ours, registered with json-rules-engine too.
 * `known` (value true or false) is the one operator that answers about ignorance.
 * `before` and `after` compare dates or instants strictly; the value is a literal or another fact.
 * `withinLast` holds when the fact lies at most the given ISO duration before the instant of evaluation, and not after it.
 */
export const OWN_OPERATORS = ['known', 'before', 'after', 'withinLast'] as const;
export const OPERATORS = [...BUILT_IN_OPERATORS, ...OWN_OPERATORS] as const;
export type Operator = (typeof OPERATORS)[number];

const literal = z.union([
  z.boolean(),
  z.number(),
  z.string().max(1_000),
  z.array(z.union([z.string().max(1_000), z.number()])).max(500),
]);

/** Compares a fact with a literal, or with another fact or parameter: `{ "fact": id }`. JSONPath is refused. */
export const atomSchema = z.strictObject({
  fact: idSchema,
  operator: z.enum(OPERATORS),
  value: z.union([literal, z.strictObject({ fact: idSchema })]),
});
export type Atom = z.infer<typeof atomSchema>;

export type Conditions =
  | { readonly all: readonly (Conditions | Atom)[] }
  | { readonly any: readonly (Conditions | Atom)[] }
  | { readonly not: Conditions | Atom }
  /** Another rule, by id, as json-rules-engine's shared conditions. */
  | { readonly condition: string };

const node: z.ZodType<Conditions | Atom> = z.lazy(() => z.union([atomSchema, conditionsSchema]));

/** A json-rules-engine condition tree; an empty `all` or `any` is refused because json-rules-engine reads both as true. */
export const conditionsSchema: z.ZodType<Conditions> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(node).min(1).max(200) }),
    z.strictObject({ any: z.array(node).min(1).max(200) }),
    z.strictObject({ not: node }),
    z.strictObject({ condition: idSchema }),
  ]),
);
