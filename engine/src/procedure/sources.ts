import * as z from 'zod';
import { textSchema } from '../vocabulary/text.ts';
import { confidenceSchema } from './element.ts';

/** One article of one instrument, and how it was learned. */
export const sourceSchema = z.strictObject({
  instrument: textSchema,
  number: z.string().optional(),
  date: z.string().optional(),
  article: z.string().optional(),
  /** What it says, in our words. */
  says: textSchema.optional(),
  address: z.string().optional(),
  /** Where it was read about, when that is not the instrument itself. */
  readAbout: z.string().optional(),
  confidence: confidenceSchema,
  readOn: z.iso.date().optional(),
  note: textSchema.optional(),
});
