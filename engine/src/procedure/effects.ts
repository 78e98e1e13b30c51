import * as z from 'zod';
import { idSchema, packIdSchema, referenceSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { grounds } from './element.ts';

/** What the world must do next, as data. `on` is what sets it off: entering or leaving a step, an event, a deadline that passes. */
export const effectSchema = z.strictObject({
  on: z.union([
    z.strictObject({ enter: referenceSchema }),
    z.strictObject({ leave: referenceSchema }),
    z.strictObject({ event: idSchema }),
    z.strictObject({ deadline: idSchema }),
  ]),
  /** Only when this rule answers yes. */
  when: idSchema.optional(),
  kind: z.enum(['notify', 'refer', 'assign', 'issue_document', 'open_linked_case']),
  /** Role ids. */
  to: z.array(idSchema).optional(),
  label: textSchema,
  template: textSchema.optional(),
  acknowledge: z.boolean().optional(),
  /** For `assign`: the fact that names the person who takes the first role of `to`. */
  person: idSchema.optional(),
  /** For `open_linked_case`. */
  pack: packIdSchema.optional(),
  ...grounds,
});
export type Effect = z.infer<typeof effectSchema>;
