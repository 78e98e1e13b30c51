import * as z from 'zod';

/** Text shown to people, by language tag (`fr`, `en`, `es`, `ar`, `mg`, ...). */
export const textSchema = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as fr, en, es or ar'),
  z.string().min(1).max(20_000),
);
export type Text = z.infer<typeof textSchema>;
