import type { Pack } from '@parcours/engine';
import { useMemo } from 'react';
import { articleWords } from '../../pack/article-words.ts';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Named = 'roles' | 'forms' | 'deadlines' | 'sources' | 'facts' | 'rules' | 'events';
type Choice = { readonly value: string; readonly label: string };

/** Elements of a section to choose among, by their names; two of one name are told apart by their ids. */
export function useChoices(
  section: Named,
  isOffered?: (pack: Pack, id: string) => boolean,
): readonly Choice[] {
  const elements = useDrawingState(({ log }) => log.pack[section]);
  const pack = useDrawingState(({ log }) => (isOffered ? log.pack : undefined));
  const { say, language } = useDrawingWords();
  return useMemo(() => {
    const named = Object.entries(elements)
      .filter(([id]) => !pack || !isOffered || isOffered(pack, id))
      .map(([value, element]) => {
        const source = 'instrument' in element ? element : undefined;
        const text = source ? source.instrument : 'label' in element ? element.label : {};
        const article = source?.article === undefined ? '' : `, ${articleWords(source.article, language)}`;
        return { value, label: `${say(text, value)}${article}` };
      });
    const times = new Map<string, number>();
    for (const { label } of named) times.set(label, (times.get(label) ?? 0) + 1);
    return named.map(({ value, label }) => ({
      value,
      label: (times.get(label) ?? 0) > 1 ? `${label} (${value})` : label,
    }));
  }, [elements, pack, isOffered, say, language]);
}
