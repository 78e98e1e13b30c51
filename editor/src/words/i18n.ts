import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Language } from './languages.ts';
import type { Words } from './words.ts';

const dictionaries = { fr: { words: fr }, en: { words: en }, es: { words: es } } satisfies Record<
  Language,
  { words: Words }
>;

/** One instance of the words in a language. French is the reference: its keys are the type of the others. */
export function createWords(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    defaultNS: 'words',
    ns: ['words'],
    resources: dictionaries,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
