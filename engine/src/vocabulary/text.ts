import * as z from 'zod';

/** Text shown to people, by language tag (`fr`, `en`, `es`, `ar`, `mg`, ...). */
export const textSchema = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as fr, en, es or ar'),
  z.string().min(1).max(20_000),
);
export type Text = z.infer<typeof textSchema>;

/** The text in the first of the wanted languages that has it, then any; `fallback` when the text is empty. */
export function inLanguage(text: Text | undefined, languages: readonly string[], fallback = ''): string {
  if (!text) return fallback;
  for (const language of languages) {
    const found = text[language];
    if (found !== undefined) return found;
  }
  return Object.values(text)[0] ?? fallback;
}
