import * as z from 'zod';
import { idSchema, packIdSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { confidenceSchema, grounds } from './element.ts';

const dateSchema = z.iso.date();
export const semverSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'a semantic version such as 1.0.0');

/** Whom a person may call: a helpline, a duty officer. The number is a fact with a source, never invented. */
const contactSchema = z.strictObject({
  label: textSchema,
  /** Absent while it is not known; the screen then says whom to look for. */
  number: z.string().max(60).optional(),
  hours: textSchema.optional(),
  confidence: confidenceSchema.optional(),
  order: z.number().optional(),
  ...grounds,
});

/** A track that cannot be run, and why. Its idle step keeps, its events answer with whom to call. */
const withheldSchema = z.strictObject({
  why: textSchema,
  /** Parameters whose value was not found. */
  parameters: z.array(idSchema).optional(),
  /** Ids of `contacts`. */
  call: z.array(idSchema).optional(),
});

const validationSchema = z.strictObject({
  body: z.string(),
  sector: z.string(),
  person: z.string(),
  function: z.string(),
  on: dateSchema,
  act: z.string(),
});

export const packJsonSchema = z.strictObject({
  id: packIdSchema,
  version: semverSchema,
  kind: z.enum(['procedure', 'overlay']),
  extends: z.strictObject({ id: packIdSchema, version: semverSchema }).optional(),
  title: textSchema,
  summary: textSchema.optional(),
  /** ISO 3166-1 alpha-2, ISO 3166-2, or `001` for the world. */
  jurisdiction: z
    .string()
    .regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|001)$/, 'an ISO 3166 code, or 001 for the world'),
  languages: z.record(z.string(), z.enum(['reviewed', 'unreviewed'])),
  /** Renamed terms of the vocabulary, by term. */
  terms: z.record(idSchema, textSchema).optional(),
  timeZone: z.string(),
  effective: z.strictObject({ from: dateSchema.optional(), until: dateSchema.optional() }).optional(),
  review: z.strictObject({
    state: z.enum(['unvalidated', 'in-review', 'validated']),
    validations: z.array(validationSchema).default([]),
  }),
  withheld: z.record(idSchema, withheldSchema).optional(),
  contacts: z.record(idSchema, contactSchema).optional(),
  /** The deadline by which a decision whose grounds were corrected is looked at again. */
  reconsider: idSchema.optional(),
  /** Pack opened through the complaint door of every step. */
  complaint: packIdSchema.optional(),
  licence: z.string(),
  authors: z.array(z.string()),
});
