import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';

/** What an element rests on: a national law, an international standard, or practice proposed for a committee to decide. */
export const basisSchema = z.enum(['law', 'standard', 'practice']);
export type Basis = z.infer<typeof basisSchema>;

/** How far an overlay may change an element: not at all, only towards more protection, or freely. */
export const adaptationSchema = z.enum(['locked', 'tighten', 'free']);
export type Adaptation = z.infer<typeof adaptationSchema>;

/** How a legal fact was learned: read in the instrument, in a second-hand text, remembered, or not found. */
export const confidenceSchema = z.enum(['read', 'secondary', 'memory', 'unknown']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** The fields every legal or procedural element shares. */
export const grounds = {
  sources: z.array(idSchema).optional(),
  basis: basisSchema.optional(),
  adaptation: adaptationSchema.optional(),
  /** Why an overlay differs from what it inherits. */
  reason: z.record(z.string(), z.string()).optional(),
};
