import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { durationSchema } from './deadlines.ts';

const instant = z.iso.datetime({ offset: true });
const factValues = z.record(idSchema, z.unknown());

/** What must hold at a point of the story. Only what is named is compared. */
const expectSchema = z.strictObject({
  /** Every open step that is not idle, in any order. */
  steps: z.array(idSchema).optional(),
  /** The event is refused, with this refusal code when given. */
  refused: z.union([z.boolean(), z.string()]).optional(),
  /** Facts the refusal must name as missing. */
  missing: z.array(idSchema).optional(),
  /** Signals that ran with this act. */
  signals: z.array(idSchema).optional(),
  /** Deadline ids and the state (and due instant) of their newest row. */
  deadlines: z
    .record(
      idSchema,
      z.strictObject({
        due: instant.optional(),
        state: z.enum(['running', 'paused', 'kept', 'missed', 'passed', 'dropped']).optional(),
      }),
    )
    .optional(),
  facts: factValues.optional(),
  /** Facts that must be unknown. */
  unknown: z.array(idSchema).optional(),
  reconsider: z.boolean().optional(),
  status: z.enum(['open', 'closed']).optional(),
});

/** One act of the story: `at` is after the start of the scenario (or an instant). Exactly one of event, record, correct, override, wait. */
const actSchema = z.strictObject({
  at: z.union([durationSchema, instant]),
  by: z.strictObject({ person: z.string(), role: idSchema }).optional(),
  second: z.strictObject({ person: z.string(), role: idSchema }).optional(),
  event: idSchema.optional(),
  /** Facts recorded with the event, or alone when there is no event. */
  facts: factValues.optional(),
  correct: factValues.optional(),
  forget: z.array(idSchema).optional(),
  override: z.array(idSchema).optional(),
  /** Only time passes until `at`. */
  wait: z.boolean().optional(),
  happened: z.union([durationSchema, instant]).optional(),
  reason: z.string().optional(),
  /** Recorded as done although the door is closed. */
  done: z.boolean().optional(),
  decision: z
    .strictObject({
      decidedBy: z.string(),
      function: z.string(),
      authority: z.string(),
      number: z.string().optional(),
      on: z.iso.date(),
    })
    .optional(),
  story: textSchema.optional(),
  hint: textSchema.optional(),
  expect: expectSchema.optional(),
});
export type Act = z.infer<typeof actSchema>;

/** A named situation with the route expected. Everybody in it is invented. */
export const scenarioSchema = z.strictObject({
  title: textSchema,
  story: textSchema,
  start: instant,
  acts: z.array(actSchema).min(1).max(500),
  expect: expectSchema.extend({
    /** Every non-idle step entered, in order of entering. */
    route: z.array(idSchema).optional(),
    /** The end step of main. */
    outcome: idSchema.optional(),
  }),
  marks: z.record(idSchema, z.strictObject({ label: textSchema, points: z.number() })).optional(),
  order: z.number().optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
