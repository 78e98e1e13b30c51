import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { grounds } from './element.ts';

/** What somebody reports, or (with `when`) a signal that the engine reports when the rule turns to yes. */
export const eventSchema = z.strictObject({
  /** Names an outcome: "The plan is approved". */
  label: textSchema,
  /** Roles that may report it; the `who` of the steps that hear it when absent. */
  by: z.array(idSchema).optional(),
  /** Facts without which it is refused. */
  needs: z.array(idSchema).optional(),
  /** A written reason is required. */
  reasoned: z.boolean().optional(),
  /** A second person must confirm before it counts; never the same person. */
  secondPerson: z.boolean().optional(),
  /** The reporter must not be the person who last reported any of these events. */
  differsFrom: z.array(idSchema).optional(),
  /** Decides about the child: carries who decided, function, authority, number and date of the act. */
  decision: z.boolean().optional(),
  /** Never closed by an unknown, a missing parameter or paper, or an adult's refusal. */
  protective: z.boolean().optional(),
  /** Rule that makes it a signal. */
  when: idSchema.optional(),
  order: z.number().optional(),
  ...grounds,
});
export type EventDefinition = z.infer<typeof eventSchema>;
