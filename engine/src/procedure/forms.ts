import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';

const formFieldSchema = z.strictObject({
  fact: idSchema,
  required: z.boolean().optional(),
  /** Shown when this rule answers yes. */
  when: idSchema.optional(),
  help: textSchema.optional(),
  order: z.number().optional(),
});
export type FormField = z.infer<typeof formFieldSchema>;

const formSectionSchema = z.strictObject({
  label: textSchema,
  when: idSchema.optional(),
  order: z.number().optional(),
  /** By identity of `fact`. */
  fields: z.array(formFieldSchema).min(1),
});

export const formSchema = z.strictObject({
  label: textSchema,
  help: textSchema.optional(),
  sections: z.record(idSchema, formSectionSchema),
});
export type Form = z.infer<typeof formSchema>;
