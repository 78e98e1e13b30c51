import type { Language } from './languages.ts';
import type { Words } from './words.ts';

/** Each dictionary is fetched when its language is first spoken. */
export const DICTIONARIES: { readonly [language in Language]: () => Promise<Words> } = {
  fr: async () => (await import('./fr.ts')).fr,
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  ar: async () => (await import('./ar.ts')).ar,
};
