import * as z from 'zod';
import { readDuration } from '../calendar/duration.ts';
import { idSchema, referenceSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { grounds } from './element.ts';

/** ISO 8601; years, months, weeks, days, hours, minutes; at least one, 200 years at most. Never mixed signs. */
export const durationSchema = z
  .string()
  .regex(/^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/, {
    error: 'an ISO 8601 duration such as PT24H or P3M',
    abort: true,
  })
  .refine((text) => readDuration(text) !== undefined, 'a duration of 200 years at most');

/** A duration, a parameter, or one per value of an enum fact (unknown takes the shortest). */
export const spanSchema = z.union([
  durationSchema,
  z.strictObject({ parameter: idSchema }),
  z.strictObject({
    by: idSchema,
    values: z.record(idSchema, z.union([durationSchema, z.strictObject({ parameter: idSchema })])),
  }),
]);
export type Span = z.infer<typeof spanSchema>;

export type Anchor =
  | 'entry'
  | { readonly fact: string }
  | { readonly done: string }
  | { readonly event: string }
  | { readonly latest: readonly Anchor[] }
  | { readonly earliest: readonly Anchor[] }
  /** The first when it is known, else the second. */
  | { readonly first: readonly Anchor[] };

export const anchorSchema: z.ZodType<Anchor> = z.lazy(() =>
  z.union([
    z.literal('entry'),
    z.strictObject({ fact: idSchema }),
    z.strictObject({ done: idSchema }),
    z.strictObject({ event: idSchema }),
    z.strictObject({ latest: z.array(anchorSchema).min(1) }),
    z.strictObject({ earliest: z.array(anchorSchema).min(1) }),
    z.strictObject({ first: z.array(anchorSchema).min(1) }),
  ]),
);

/** Tells a function when a part of the span has run: `at` is a percentage of the span (100 = due). */
const rungSchema = z.strictObject({
  at: z.number().int().min(1).max(1_000),
  to: idSchema,
  template: textSchema.optional(),
});

export const deadlineSchema = z.strictObject({
  label: textSchema,
  within: spanSchema,
  calendar: z.enum(['elapsed', 'working']).default('elapsed'),
  /** Where counting starts; `entry` of the step that carries it when absent or while nothing named is known. */
  from: anchorSchema.default('entry'),
  /** Met by leaving the step (default), or when a rule answers yes. */
  met: z.union([z.literal('leaving'), z.strictObject({ rule: idSchema })]).default('leaving'),
  ends: z.enum(['any', 'next-working']).default('any'),
  /** Not counted while the case stands in one of these. */
  paused: z.array(referenceSchema).optional(),
  /** One row of the ledger for each row of a `records` fact; `fact` anchors and `met` then read the row's fields first. */
  each: idSchema.optional(),
  /** By rising `at`; the last names one function. */
  escalation: z.array(rungSchema).optional(),
  ...grounds,
});
export type Deadline = z.infer<typeof deadlineSchema>;
