import type { Finding } from '@parcours/engine';
import { useCallback } from 'react';
import { articleWords } from '../pack/article-words.ts';
import { usePackIfAny } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';

/** A finding as a sentence in the reader's language, the names of the procedure in it instead of ids. */
export function useFindingWords(): (finding: Finding) => string {
  const { t, say, i18n, language } = useWords();
  const pack = usePackIfAny();
  return useCallback(
    (finding) => {
      const code = finding.code.replaceAll('.', '_');
      // A value in a story is told as in a form; checks that have no words here yet, in the engine's own.
      const key = [`finding.${code}`, `invalid.${code}`].find((each) => i18n.exists(each));
      if (!key) return finding.message;
      const called = (id: string) => {
        const label =
          pack?.parameters[id]?.label ??
          pack?.facts[id]?.label ??
          pack?.steps[id]?.title ??
          pack?.events[id]?.label ??
          pack?.deadlines[id]?.label ??
          pack?.rules[id]?.label ??
          pack?.roles[id]?.label ??
          pack?.forms[id]?.label ??
          pack?.effects[id]?.label ??
          pack?.safeguards[id]?.label ??
          pack?.scenarios[id]?.title;
        const source = pack?.sources[id];
        if (!label && source) {
          const cited = [say(source.instrument, id), articleWords(source.article ?? '', language)]
            .filter(Boolean)
            .join(', ');
          return language === 'ar' ? `\u2068${cited}\u2069` : cited;
        }
        return label ? say(label) : id;
      };
      const languageName = (id: string) =>
        new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(id) ?? id;
      // A story is told in each language where it is found.
      const inLanguage = (name: string, value: unknown) => finding.parameters[`${name}_${language}`] ?? value;
      const named = Object.entries(finding.parameters).map(([name, told]) => {
        const value = inLanguage(name, told);
        return [
          name,
          typeof value === 'string'
            ? value
                .split(', ')
                .map(name === 'languages' ? languageName : called)
                .join(', ')
            : value,
        ];
      });
      return t(key as 'app.failed', Object.fromEntries(named));
    },
    [t, say, i18n, language, pack],
  );
}
