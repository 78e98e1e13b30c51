import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { conditionsSchema } from './conditions.ts';
import { grounds } from './element.ts';

/** A condition tree over facts. `also` and `or_also` are what overlays add under `tighten`. */
export const ruleSchema = z.strictObject({
  /** In the affirmative: "The child was heard". */
  label: textSchema,
  conditions: conditionsSchema,
  /** Must hold too, by name. */
  also: z.record(idSchema, conditionsSchema).optional(),
  /** Suffices too, by name; for rules of protective doors. */
  or_also: z.record(idSchema, conditionsSchema).optional(),
  overridable: z
    .strictObject({ by: z.array(idSchema).min(1), secondPerson: z.boolean().optional() })
    .optional(),
  ...grounds,
});
export type Rule = z.infer<typeof ruleSchema>;
