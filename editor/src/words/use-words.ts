import { useDirection } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_IDS } from './languages.ts';
import { sayIn } from './say.ts';

/** What a component needs to speak: its own words (`t`), the pack's words (`say`), and the language. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const { dir } = useDirection();
  const language = LANGUAGE_IDS.find((id) => id === i18n.language) ?? 'fr';
  return useMemo(() => ({ t, i18n, language, dir, say: sayIn(language, dir) }), [t, i18n, language, dir]);
}
