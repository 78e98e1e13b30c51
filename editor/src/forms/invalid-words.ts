import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';

type Invalid = { readonly fact: string; readonly code: string; readonly message: string };

/** Wrong values as messages by fact: in the reader's language where the code is known, else as the server said it. */
export function useInvalidWords(): (invalid: readonly Invalid[]) => Readonly<Record<string, string>> {
  const { t, i18n } = useWords();
  return useCallback(
    (invalid) =>
      Object.fromEntries(
        invalid.map(({ fact, code, message }) => {
          const key = `invalid.${code.replaceAll('.', '_')}`;
          // The code comes from the server: an open set, checked before it is read.
          return [fact, i18n.exists(key) ? t(key as 'invalid.other') : message];
        }),
      ),
    [t, i18n],
  );
}
