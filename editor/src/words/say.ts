import { inLanguage, type Text } from '@parcours/engine';
import { isolated } from './isolated.ts';
import type { Language } from './languages.ts';

/** Says a text of a procedure; `fallback` where it has no words at all. */
export type Say = (text: Text | undefined, fallback?: string) => string;

/** Says texts in a language, what is not translated in French, English or Spanish. */
export function sayIn(language: Language, dir: 'ltr' | 'rtl'): Say {
  return (text, fallback = '') => {
    const said = inLanguage(text, [language, 'fr', 'en', 'es'], fallback);
    return dir === 'rtl' && text?.[language] === undefined ? isolated(said) : said;
  };
}
