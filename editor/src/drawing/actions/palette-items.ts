import type { Pack, Text } from '@parcours/engine';
import { nameOf } from '../commands/elements.ts';
import type { ViewId } from '../views.ts';

/** Sections whose elements can be gone to by their words, and the view in which each is at home. */
export const FOUND_IN = {
  steps: 'outline',
  rules: 'rules',
  events: 'sections',
  facts: 'sections',
  forms: 'sections',
  deadlines: 'sections',
  roles: 'sections',
  sources: 'sections',
  safeguards: 'sections',
  parameters: 'sections',
} as const satisfies Partial<Record<keyof Pack, ViewId>>;

export type FoundSection = keyof typeof FOUND_IN;

export type Found = {
  readonly section: FoundSection;
  readonly id: string;
  readonly name: Text;
  /** What else tells it apart: the article of a source. */
  readonly more: string;
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
  return (Object.keys(FOUND_IN) as FoundSection[]).flatMap((section) =>
    Object.entries(pack[section]).map(([id, element]) => ({
      section,
      id,
      name: nameOf(pack, section, id),
      more: section === 'sources' ? ((element as { article?: string }).article ?? '') : '',
    })),
  );
}
