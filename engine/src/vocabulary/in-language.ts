import type { Text } from './text.ts';

/** The text in the first of the wanted languages that has it, then any; `fallback` when the text is empty. */
export function inLanguage(text: Text | undefined, languages: readonly string[], fallback = ''): string {
  if (!text) return fallback;
  for (const language of languages) {
    const found = text[language];
    if (found !== undefined) return found;
  }
  return Object.values(text)[0] ?? fallback;
}
