import { useCallback } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** A language by its code, in the reader's language; a code that nobody knows is shown as it is. */
export function useLanguageName(): (code: string) => string {
  const { language } = useDrawingWords();
  return useCallback(
    (code) => new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code,
    [language],
  );
}
