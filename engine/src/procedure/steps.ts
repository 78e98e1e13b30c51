import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { grounds } from './element.ts';

/** One role of several, or one that a recorded enum fact chooses. */
export const whoSchema = z.union([
  z.array(idSchema).min(1),
  z.strictObject({ by: idSchema, values: z.record(idSchema, z.array(idSchema).min(1)) }),
]);
export type Who = z.infer<typeof whoSchema>;

const taskSchema = z.strictObject({
  title: textSchema,
  who: whoSchema.optional(),
  deadline: idSchema.optional(),
  /** Rule that tells the task is done. */
  met: idSchema.optional(),
  required: z.boolean().optional(),
  order: z.number().optional(),
  ...grounds,
});

/** A compound or parallel state of the machine: a stage, or a whole track. */
export const stageSchema = z.strictObject({
  kind: z.enum(['stage', 'track']),
  title: textSchema,
  sector: z.string().optional(),
  purpose: textSchema.optional(),
  deadlines: z.array(idSchema).optional(),
  order: z.number().optional(),
  ...grounds,
});
export type Stage = z.infer<typeof stageSchema>;

/** A leaf state of the machine. */
export const stepSchema = z.strictObject({
  kind: z.enum(['work', 'idle', 'wait', 'choice', 'end']),
  title: textSchema,
  who: whoSchema.optional(),
  with: z.array(idSchema).optional(),
  /** Must be there. */
  present: z.array(idSchema).optional(),
  informed: z.array(idSchema).optional(),
  purpose: textSchema.optional(),
  how: textSchema.optional(),
  /** How the child is told, heard and told back. */
  child: textSchema.optional(),
  form: idSchema.optional(),
  /** Facts asked again each time the step opens: on entry they become unknown. */
  fresh: z.array(idSchema).optional(),
  /** Signals (event ids) that must be answered before leaving: their rule's facts must be known. */
  settles: z.array(idSchema).optional(),
  tasks: z.record(idSchema, taskSchema).optional(),
  deadlines: z.array(idSchema).optional(),
  documents: z.array(textSchema).optional(),
  competencies: z.array(textSchema).optional(),
  order: z.number().optional(),
  ...grounds,
});
export type Step = z.infer<typeof stepSchema>;

/** `steps.json`: one entry for every state of the machine that people see. */
export const stepsSchema = z.record(idSchema, z.discriminatedUnion('kind', [stageSchema, stepSchema]));
