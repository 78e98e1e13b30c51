import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';

const WORLD = '001';

/** A country by its ISO 3166 code, in the reader's language; `001` is the base of all. */
export function useCountryName(): (code: string | undefined) => string {
  const { t, language } = useWords();
  return useCallback(
    (code) => {
      if (code === undefined || code === WORLD) return t('procedures.world');
      const country = code.slice(0, 2);
      const name = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? code;
      return code.length > 2 ? `${name} (${code})` : name;
    },
    [t, language],
  );
}
