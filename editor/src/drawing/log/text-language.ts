import type { Pack } from '@parcours/engine';

/** The language in which the texts of a pack are written by a reader of `language`: it, when the pack has it, else the pack's first. */
export function textLanguage(pack: Pack, language: string): string {
  const languages = Object.keys(pack.pack.languages);
  return languages.includes(language) ? language : (languages[0] ?? language);
}
