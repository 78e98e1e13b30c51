import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { conditionsSchema } from './conditions.ts';
import { grounds } from './element.ts';

const values = z.record(
  idSchema,
  z.strictObject({ label: textSchema, help: textSchema.optional(), order: z.number().optional() }),
);

const common = {
  label: textSchema,
  help: textSchema.optional(),
  /** 0 aggregate, 1 workflow, 2 identity, 3 most sensitive, 4 sealed. */
  tier: z.number().int().min(0).max(4),
  order: z.number().optional(),
};

const plainValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

const SCALAR_TYPES = [
  'boolean',
  'integer',
  'number',
  'string',
  'text',
  'date',
  'instant',
  'enum',
  'enums',
  'person',
  'place',
  'service',
] as const;

/** Scalar types, and what bounds each. */
const scalar = {
  ...common,
  type: z.enum(SCALAR_TYPES),
  values: values.optional(),
  unit: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().int().positive().optional(),
};

/** A column of a `records` fact. */
export const fieldSchema = z.strictObject({ ...scalar, required: z.boolean().optional() });
export type Field = z.infer<typeof fieldSchema>;

/**
 * The closed list of derivations. `from`, `asOf` are date or instant facts; without `asOf` the instant of evaluation counts.
 * `where` reads the fields of the row first, then facts of the case. `latest` gives `field` of the row whose `by`
 * (a date or instant field; `field` itself when absent) is the greatest.
 */
export const deriveSchema = z.union([
  z.strictObject({
    years: z.strictObject({ from: idSchema, asOf: idSchema.optional() }),
    else: idSchema.optional(),
  }),
  z.strictObject({
    days: z.strictObject({ from: idSchema, asOf: idSchema.optional() }),
    else: idSchema.optional(),
  }),
  z.strictObject({
    hours: z.strictObject({ from: idSchema, asOf: idSchema.optional() }),
    else: idSchema.optional(),
  }),
  z.strictObject({ count: z.strictObject({ of: idSchema, where: conditionsSchema.optional() }) }),
  z.strictObject({ every: z.strictObject({ of: idSchema, where: conditionsSchema }) }),
  z.strictObject({ some: z.strictObject({ of: idSchema, where: conditionsSchema }) }),
  z.strictObject({
    latest: z.strictObject({
      of: idSchema,
      field: idSchema,
      by: idSchema.optional(),
      where: conditionsSchema.optional(),
    }),
  }),
]);
export type Derive = z.infer<typeof deriveSchema>;

/**
 * A recorded value about the case. Facts and parameters share one space of ids.
 * Types: `enums` is a list of enum values; `person`, `place`, `service` are references; `records` are rows with fields.
 */
export const factSchema = z.strictObject({
  ...scalar,
  type: z.enum([...SCALAR_TYPES, 'records']),
  fields: z.record(idSchema, fieldSchema).optional(),
  /** Only for acts of the procedure itself: no order sought, no interview held. */
  initial: plainValue.optional(),
  /** What the law presumes while the fact is unknown, with its source. */
  presume: z.strictObject({ value: plainValue, ...grounds }).optional(),
  derive: deriveSchema.optional(),
  /** The Primero field with the same meaning, if any. */
  primero: z.string().optional(),
  ...grounds,
});
export type Fact = z.infer<typeof factSchema>;
