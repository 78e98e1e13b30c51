import type { Pack } from '@parcours/engine';
import { useMemo } from 'react';
import { articleWords } from '../../pack/article-words.ts';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useEventNames } from './use-event-names.ts';

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

type Words = ReturnType<typeof useDrawingWords>;
type Elements = Pack[PickedSection];

/** Sorted once for each language, however many fields offer the same section. */
const known = new WeakMap<Elements, Map<string, readonly Pick[]>>();

/** What can be chosen of a section, by its name in the reader's language; sources with their article. */
export function usePicks(section: PickedSection, keep?: (element: never, id: string) => boolean): Pick[] {
  const elements = useDrawingState(({ log }) => log.pack[section]);
  const words = useDrawingWords();
  const called = useEventNames();
  const byLanguage = known.get(elements) ?? new Map<string, readonly Pick[]>();
  known.set(elements, byLanguage);
  const own = byLanguage.get(words.language) ?? picksOf(elements, section, words);
  byLanguage.set(words.language, own);
  const picks = useMemo(
    () => (section === 'events' ? own.map(({ value }) => ({ value, label: called(value) })) : own),
    [own, section, called],
  );
  return keep ? picks.filter(({ value }) => keep(elements[value] as never, value)) : (picks as Pick[]);
}

function picksOf(elements: Elements, section: PickedSection, { say, language }: Words): readonly Pick[] {
  const article = (element: unknown) => {
    const of = (element as Pack['sources'][string]).article;
    return section === 'sources' && of !== undefined ? `, ${articleWords(of, language)}` : '';
  };
  const collator = new Intl.Collator(language, { numeric: true });
  return Object.entries(elements)
    .map(([id, element]) => ({ value: id, label: `${say(nameIn(element), id)}${article(element)}` }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

function nameIn(element: unknown) {
  const { label, title, instrument } = element as Partial<
    Record<'label' | 'title' | 'instrument', Pack['pack']['title']>
  >;
  const text = label ?? title ?? instrument;
  return text && Object.keys(text).length > 0 ? text : undefined;
}
