import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { DICTIONARIES } from './dictionaries.ts';
import { isolated } from './isolated.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Words } from './words.ts';

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
