import type { Pack, Text } from '@parcours/engine';
import { nameOf } from '../commands/elements.ts';

/** Sections whose elements can be gone to by their words. */
export const FOUND = [
  'steps',
  'rules',
  'events',
  'facts',
  'forms',
  'deadlines',
  'roles',
  'sources',
  'safeguards',
  'parameters',
] as const satisfies readonly (keyof Pack)[];

export type FoundSection = (typeof FOUND)[number];

export type Found = {
  readonly section: FoundSection;
  readonly id: string;
  readonly name: Text;
  /** Of a source, as its pack writes it. */
  readonly article: string;
};

const MARKS = /\p{M}/gu;

/** Letters without their marks, so that "ecole" finds "école". */
export const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(MARKS, '');

/** Every word of a query is in a text, in any order. */
export function hasWords(text: string, query: string): boolean {
  const read = plain(text);
  return plain(query)
    .split(/\s+/)
    .every((word) => read.includes(word));
}

/** Every element of a pack that can be gone to. */
export function elementsToFind(pack: Pack): readonly Found[] {
  return FOUND.flatMap((section) =>
    Object.entries(pack[section]).map(([id, element]) => ({
      section,
      id,
      name: nameOf(pack, section, id),
      article: section === 'sources' ? ((element as { article?: string }).article ?? '') : '',
    })),
  );
}
