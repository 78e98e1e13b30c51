import type { Pack } from '@parcours/engine';
import { useMemo } from 'react';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type PickedSection =
  | 'facts'
  | 'rules'
  | 'roles'
  | 'events'
  | 'deadlines'
  | 'parameters'
  | 'sources'
  | 'steps'
  | 'forms';

export type Pick = { readonly value: string; readonly label: string };

/** What can be chosen of a section, by its name in the reader's language; sources with their article. */
export function usePicks(section: PickedSection, keep?: (element: never, id: string) => boolean): Pick[] {
  const pack = useDrawnPack();
  const { say, language, t } = useDrawingWords();
  const elements = pack[section];
  return useMemo(() => {
    const article = (element: unknown) => {
      const of = (element as Pack['sources'][string]).article;
      return section === 'sources' && of !== undefined
        ? `, ${/^\d/.test(of) ? t('sections.sources.article', { article: of }) : of}`
        : '';
    };
    return Object.entries(elements)
      .filter(([id, element]) => keep?.(element as never, id) ?? true)
      .map(([id, element]) => ({ value: id, label: `${say(nameIn(element), id)}${article(element)}` }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
  }, [elements, section, keep, say, language, t]);
}

function nameIn(element: unknown) {
  const { label, title, instrument } = element as Partial<
    Record<'label' | 'title' | 'instrument', Pack['pack']['title']>
  >;
  const text = label ?? title ?? instrument;
  return text && Object.keys(text).length > 0 ? text : undefined;
}
