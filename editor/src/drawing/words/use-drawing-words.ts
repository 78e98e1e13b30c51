import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';
import { addDrawingWords } from './drawing-words.ts';

/** The words of the drawing table (`t`), beside what `useWords` gives (`say`, `language`, `dir`; its own `t` as `app`). */
export function useDrawingWords() {
  const { t: app, say, language, dir, i18n } = useWords();
  addDrawingWords(i18n);
  const { t } = useTranslation('drawing');
  return useMemo(() => ({ t, app, say, language, dir }), [t, app, say, language, dir]);
}
