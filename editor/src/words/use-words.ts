import { useDirection } from '@mantine/core';
import { inLanguage, type Text } from '@parcours/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from './isolated.ts';
import { LANGUAGE_IDS } from './languages.ts';

/** What a component needs to speak: its own words (`t`), the pack's words (`say`), and the language. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const { dir } = useDirection();
  const language = LANGUAGE_IDS.find((id) => id === i18n.language) ?? 'fr';
  return useMemo(
    () => ({
      t,
      i18n,
      language,
      dir,
      say: (text: Text | undefined, fallback = '') => {
        const said = inLanguage(text, [language, 'fr', 'en', 'es'], fallback);
        return dir === 'rtl' && text?.[language] === undefined ? isolated(said) : said;
      },
    }),
    [t, i18n, language, dir],
  );
}
