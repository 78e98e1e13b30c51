import type { TFunction } from 'i18next';
import type { Labels } from '../pack/labels.ts';
import type { ArrowCause, MapGraph } from './map-graph.ts';

/** What leads along an arrow, in words; nothing for the way taken by itself. */
export type ArrowWords = (cause: ArrowCause) => string;

export function arrowWordsOf(labels: Labels, t: TFunction<'words'>): ArrowWords {
  return (cause) => {
    if (cause.kind === 'deadline') return t('map.whenPasses', { deadline: labels.deadline(cause.id) });
    return cause.kind === 'automatic' ? t('map.automatic') : labels.event(cause.id);
  };
}

/** The words on the lines that are drawn, by id of arrow. */
export function lineWords(graph: MapGraph, words: ArrowWords): Readonly<Record<string, string>> {
  const lines = graph.arrows.filter(({ kind }) => kind === 'line');
  return Object.fromEntries(lines.map(({ id, causes }) => [id, causes.map(words).join('\n')]));
}
