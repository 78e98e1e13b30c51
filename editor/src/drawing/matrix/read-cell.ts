import type { Pack, Text } from '@parcours/engine';
import type { FieldSet } from '../commands/elements.ts';
import { type ReadSpan, readSpan } from '../spans/read-span.ts';
import { type Column, sourceName } from './project-matrix.ts';

/** What a cell's words mean for a step. Nothing is invented: what nobody named before stays `unknown`, for a person to decide. */
export type ReadCell = {
  readonly set: FieldSet | undefined;
  /** Names that are there no more among the ids: spans in words, each a deadline to be made. */
  readonly spans: readonly { readonly words: string; readonly span: ReadSpan }[];
  readonly unknown: readonly string[];
};

const TEXTS = { what: 'title', how: 'how', child: 'child' } as const;
const LISTS = { who: 'who', with: 'with', when: 'deadlines', article: 'sources' } as const;

export const isTextColumn = (column: Column): column is keyof typeof TEXTS => Object.hasOwn(TEXTS, column);

/** The field of a step in which a column is kept. */
export function fieldOf(column: Column): string {
  return isTextColumn(column) ? TEXTS[column] : LISTS[column];
}

/** Reads what was typed or pasted into a cell. */
export function readCell(
  pack: Pack,
  language: string,
  step: string,
  column: Column,
  words: string,
): ReadCell {
  if (isTextColumn(column)) {
    const value = words.trim();
    const path = [TEXTS[column], language] as const;
    return {
      set: { section: 'steps', id: step, path, ...(value !== '' && { value }) },
      spans: [],
      unknown: [],
    };
  }
  const { ids, spans, unknown } = readNames(pack, column, words);
  const set: FieldSet = {
    section: 'steps',
    id: step,
    path: [LISTS[column]],
    ...(ids.length > 0 && { value: ids }),
  };
  // Words of which nothing was understood change nothing.
  return { set: ids.length > 0 || words.trim() === '' ? set : undefined, spans, unknown };
}

type Names = {
  readonly ids: string[];
  readonly spans: readonly { readonly words: string; readonly span: ReadSpan }[];
  readonly unknown: readonly string[];
};

function readNames(pack: Pack, column: keyof typeof LISTS, words: string): Names {
  const known = knownNames(pack, column);
  const ids: string[] = [];
  const spans: { words: string; span: ReadSpan }[] = [];
  const unknown: string[] = [];
  const take = (part: string): boolean => {
    const id = known.get(plain(part));
    if (id !== undefined) {
      if (!ids.includes(id)) ids.push(id);
      return true;
    }
    const span = column === 'when' ? readSpan(part) : undefined;
    if (span) spans.push({ words: part.trim(), span });
    return span !== undefined;
  };
  for (const part of words.split(/[;\n\r•]+/).filter((each) => each.trim() !== '')) {
    if (take(part)) continue;
    // A name may hold a comma itself, so commas part names only when the whole is none.
    const smaller = part
      .split(column === 'article' ? /\n/ : /,|\/|\s\+\s/)
      .filter((each) => each.trim() !== '');
    if (smaller.length === 1) unknown.push(part.trim());
    else for (const each of smaller) if (!take(each)) unknown.push(each.trim());
  }
  return { ids, spans, unknown };
}

/** Every name by which elements of a column can be called, in every language; one that means two is none. */
function knownNames(pack: Pack, column: keyof typeof LISTS): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const doubtful = new Set<string>();
  const name = (words: string, id: string) => {
    const key = plain(words);
    if (key === '') return;
    if (found.has(key) && found.get(key) !== id) doubtful.add(key);
    found.set(key, id);
  };
  if (column === 'article') {
    for (const [id, { instrument, article }] of Object.entries(pack.sources))
      for (const [language, called] of Object.entries(instrument)) {
        name(
          sourceName(pack, id, (text: Text | undefined) => text?.[language] ?? '', language),
          id,
        );
        if (article !== undefined) name(`${called}, ${article}`, id);
      }
  } else {
    const section: Readonly<Record<string, { readonly label: Text }>> =
      column === 'when' ? pack.deadlines : pack.roles;
    for (const [id, { label }] of Object.entries(section))
      for (const words of Object.values(label)) name(words, id);
  }
  for (const key of doubtful) found.delete(key);
  return found;
}

/** Before the number of an article, in whichever words. */
const ARTICLE = /(?<![\p{L}\p{N}])(?:art\.?|articles?|articulos?|الفصل|المادة)\s*(?=\d)/gu;

/** Words without what people type in different ways: capitals, accents, spaces, apostrophes, "art." and "article". */
export function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u2066-\u2069]/g, '')
    .replace(ARTICLE, '')
    .replace(/[’']/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[.]$/, '');
}
