import * as z from 'zod';
import { idSchema } from '../vocabulary/ids.ts';
import { textSchema } from '../vocabulary/text.ts';
import { grounds } from './element.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 08:00');

/** `fixed` MM-DD every year; `dates` named days; `easter` days after Easter Sunday (Gregorian). */
const holidaySchema = z.strictObject({
  label: textSchema,
  fixed: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .optional(),
  dates: z.array(z.iso.date()).optional(),
  easter: z.number().int().optional(),
  ...grounds,
});

/** Which hours count as working time. Weekdays are ISO: 1 Monday to 7 Sunday. */
export const calendarSchema = z.strictObject({
  weekend: z.array(z.number().int().min(1).max(7)).max(6),
  hours: z.array(z.strictObject({ from: clock, to: clock })).min(1),
  holidays: z.record(idSchema, holidaySchema).default({}),
  note: textSchema.optional(),
  ...grounds,
});
export type Calendar = z.infer<typeof calendarSchema>;
