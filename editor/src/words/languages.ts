/** Languages of the screens. To add one, write its dictionary beside `fr.ts` and give it a line here and in `dictionaries.ts`. */
export type Language = 'fr' | 'en' | 'es' | 'ar';

type Said = {
  readonly name: string;
  /** For a narrow button, in its own letters. */
  readonly short: string;
  readonly dir: 'ltr' | 'rtl';
};

export const LANGUAGES: Readonly<Record<Language, Said>> = {
  fr: { name: 'Français', short: 'FR', dir: 'ltr' },
  en: { name: 'English', short: 'EN', dir: 'ltr' },
  es: { name: 'Español', short: 'ES', dir: 'ltr' },
  ar: { name: 'العربية', short: 'ع', dir: 'rtl' },
};

/** The locale of dates and numbers: in the Arabic of the Maghreb, Western digits. */
export const LOCALES: Readonly<Record<Language, string>> = {
  fr: 'fr',
  en: 'en',
  es: 'es',
  ar: 'ar-TN-u-nu-latn',
};

export const LANGUAGE_IDS: readonly Language[] = ['fr', 'en', 'es', 'ar'];

/** Where the browser keeps the language that was chosen. */
export const LANGUAGE_KEY = 'parcours.language';

/** The language that was chosen, else the browser's first that we speak, else French. */
export function firstLanguage(
  chosen: string | null = localStorage.getItem(LANGUAGE_KEY),
  wanted: readonly string[] = navigator.languages,
): Language {
  const tags = [chosen ?? '', ...wanted].map((tag) => tag.slice(0, 2));
  return (
    LANGUAGE_IDS.find((id) => id === tags.find((tag) => LANGUAGE_IDS.some((known) => known === tag))) ?? 'fr'
  );
}
