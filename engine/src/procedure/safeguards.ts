import * as z from 'zod';
import { idSchema, referenceSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { durationSchema } from './deadlines.ts';
import { grounds } from './element.ts';

/** `step:x`, `stage:x`, `tag:x` mean entering it from elsewhere; `leave:x` leaving it; `event:x` the event; `rule:x` the rule turning to yes. */
export const momentSchema = z.union([
  referenceSchema,
  z.string().regex(/^leave:[a-z][a-z0-9_]{0,63}$/, 'leave: and the id of a step or stage'),
]);

const since = { since: momentSchema.optional() };
const states = z.array(referenceSchema).min(1);

/** The sentence patterns of design section 5; exactly one key. */
export const propertySchema = z.union([
  z.strictObject({ precedes: z.strictObject({ a: momentSchema, b: momentSchema, ...since }) }),
  z.strictObject({ happens: z.strictObject({ a: momentSchema }) }),
  z.strictObject({ responds: z.strictObject({ a: momentSchema, b: momentSchema, ...since }) }),
  z.strictObject({
    responds_within: z.strictObject({
      a: momentSchema,
      b: momentSchema,
      within: z.union([durationSchema, z.strictObject({ parameter: idSchema })]),
      ...since,
    }),
  }),
  z.strictObject({
    never: z.union([
      z.strictObject({ a: momentSchema, while: idSchema, ...since }),
      z.strictObject({ a: momentSchema, unless: idSchema, ...since }),
    ]),
  }),
  z.strictObject({ always_possible: z.strictObject({ event: idSchema, in: states }) }),
  z.strictObject({ at_most: z.strictObject({ n: z.number().int().min(0), a: momentSchema, ...since }) }),
  z.strictObject({ has_deadline: z.strictObject({ states }) }),
  /** Each of the steps carries the deadline, and its length is never more. */
  z.strictObject({
    lasts_at_most: z.strictObject({
      deadline: idSchema,
      within: z.union([durationSchema, z.strictObject({ parameter: idSchema })]),
      states,
    }),
  }),
  z.strictObject({
    performed_by: z.strictObject({
      states,
      roles: z.array(idSchema).optional(),
      sector: z.string().optional(),
    }),
  }),
  z.strictObject({ different_people: z.strictObject({ a: momentSchema, b: momentSchema }) }),
  /** Nobody reports the event alone: a second person confirms it. */
  z.strictObject({ two_people: z.strictObject({ event: idSchema }) }),
  z.strictObject({ exclusive: z.strictObject({ a: momentSchema, b: momentSchema }) }),
  z.strictObject({
    parameter: z.strictObject({
      parameter: idSchema,
      operator: z.enum(['equal', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']),
      value: z.union([z.boolean(), z.number(), z.string()]),
    }),
  }),
  /** Who reads what: shown as checked by access rules, and tested there. */
  z.strictObject({
    access: z.strictObject({ facts: z.array(idSchema).min(1), tier: z.number().int().min(0).max(4) }),
  }),
]);
export type Property = z.infer<typeof propertySchema>;

export const safeguardSchema = z.strictObject({
  /** The sentence a committee reads. */
  label: textSchema,
  property: propertySchema,
  severity: z.enum(['critical', 'major']).default('critical'),
  /** Id in the catalogue of safeguards it answers to, for example `CRC-12-HEARD`. */
  catalogue: z.string().optional(),
  order: z.number().optional(),
  /** The national law that breaks it, by article; told wherever it is used. A safeguard is never removed or narrowed instead. */
  broken_by: z.strictObject({ sources: z.array(idSchema).min(1), note: textSchema }).optional(),
  ...grounds,
});
export type Safeguard = z.infer<typeof safeguardSchema>;
