import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolated } from './isolated.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Words } from './words.ts';

/** Each dictionary is fetched when its language is first spoken. */
const DICTIONARIES: { readonly [language in Language]: () => Promise<Words> } = {
  fr: async () => (await import('./fr.ts')).fr,
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  ar: async () => (await import('./ar.ts')).ar,
};

/** One instance of the words in a language. French is the reference: its keys are the type of the others. */
export function createWords(language: Language, words: Words): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'words',
    ns: ['words'],
    resources: { [language]: { words } },
    initAsync: false,
    interpolation: {
      escape: (value: string) =>
        LANGUAGES[instance.language as Language]?.dir === 'rtl' ? isolated(value) : value,
    },
    returnNull: false,
  });
  return instance;
}

/** The words in a language, its dictionary fetched. */
export async function loadWords(language: Language): Promise<i18n> {
  return createWords(language, await DICTIONARIES[language]());
}

/** Speaks another language from now on, once its dictionary is there. */
export async function speak(words: i18n, language: Language): Promise<void> {
  if (!words.hasResourceBundle(language, 'words'))
    words.addResourceBundle(language, 'words', await DICTIONARIES[language]());
  await words.changeLanguage(language);
}
