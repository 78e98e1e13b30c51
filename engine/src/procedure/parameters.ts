import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { confidenceSchema, grounds } from './element.ts';

const value = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

/** A typed constant of the pack. No `value` means unknown, and then `confidence` is `unknown`. */
export const parameterSchema = z.strictObject({
  label: textSchema,
  type: z.enum(['boolean', 'integer', 'number', 'string', 'duration', 'date', 'enum', 'enums']),
  values: z.record(idSchema, z.strictObject({ label: textSchema })).optional(),
  value: value.optional(),
  unit: z.string().optional(),
  confidence: confidenceSchema,
  note: textSchema.optional(),
  /** National law only: an overlay does not inherit the value, the base holds only a guideline for comparison. */
  national: z.boolean().optional(),
  guideline: z
    .strictObject({ value, note: textSchema.optional(), sources: z.array(idSchema).optional() })
    .optional(),
  order: z.number().optional(),
  ...grounds,
});
export type Parameter = z.infer<typeof parameterSchema>;
