import * as z from 'zod';
import { textSchema } from '../vocabulary/text.ts';

export const SECTORS = [
  'social',
  'police',
  'justice',
  'health',
  'education',
  'community',
  'oversight',
  'family',
  'child',
] as const;

export const roleSchema = z.strictObject({
  label: textSchema,
  sector: z.enum(SECTORS),
  /** A function that commands may be reported by; family and child roles take part but do not report. */
  reports: z.boolean().optional(),
  competencies: z.array(textSchema).optional(),
  order: z.number().optional(),
});
export type Role = z.infer<typeof roleSchema>;
