import type { Pack, Text } from '@parcours/engine';
import { plain } from '../actions/palette-items.ts';
import { addElement, idFor } from '../commands/elements.ts';
import type { DrawingStore } from '../drawing-store.ts';

type Source = Pack['sources'][string];

/** A text that another procedure of the service cites and this one does not yet. */
export type KnownText = {
  /** Tells it apart from every other text of any procedure. */
  readonly key: string;
  /** As the procedure that cites it calls it. */
  readonly id: string;
  readonly source: Source;
  /** The title of that procedure. */
  readonly of: Text;
};

/** What others cite and `own` sources do not, each text once, in the order of `others`. */
export function knownTexts(own: Pack['sources'], others: readonly Pack[]): readonly KnownText[] {
  if (others.length === 0) return [];
  const seen = new Set(Object.values(own).flatMap(namesOf));
  return others.flatMap(({ pack, sources }) =>
    Object.entries(sources).flatMap(([id, source]) => {
      const names = namesOf(source);
      if (names.some((name) => seen.has(name))) return [];
      for (const name of names) seen.add(name);
      return [{ key: `${pack.id}/${id}`, id, source, of: pack.title }];
    }),
  );
}

/** The text is cited here too, with how surely it is known; the id it has here, or undefined where that is refused. */
export function bringText(
  drawing: DrawingStore,
  { id, source }: KnownText,
  burst?: string,
): string | undefined {
  const { pack } = drawing.get().log;
  const own = Object.hasOwn(pack.sources, id) ? idFor(pack, 'sources', id) : id;
  const isAdded = drawing.perform(addElement, { section: 'sources', id: own, value: source }, burst);
  return isAdded ? own : undefined;
}

/** In each of its languages, for somebody may have typed it in one. */
const namesOf = ({ instrument, article = '' }: Source): readonly string[] =>
  Object.values(instrument).map((words) => `${plain(words).trim()} ${plain(article).trim()}`);
