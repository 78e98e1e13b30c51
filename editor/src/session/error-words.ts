import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';
import { ApiError } from './api-error.ts';

/** An error of the service in the reader's language; what we have no words for is shown as the service said it. */
export function useErrorWords(): (error: unknown) => string {
  const { t, i18n } = useWords();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('app.failed');
      if (error.code === 'offline') return t('trouble.offlineExplain');
      const key = `error.${error.code.replaceAll('.', '_')}`;
      // The code comes from the service: an open set, checked before it is read.
      return i18n.exists(key)
        ? t(key as 'error.other', { message: error.message })
        : t('error.other', { message: error.message });
    },
    [t, i18n],
  );
}
