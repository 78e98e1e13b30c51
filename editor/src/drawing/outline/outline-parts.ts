import type { Text } from '@parcours/engine';
import type { Outline, OutlineNode } from './outline-of.ts';

/**
 * A part of the page: the heading of a track by itself, a stage with all that stands in it, a step, or the end of a
 * track, where one more step can be asked for. A part that says the same is the same object's, and is not drawn again.
 */
export type PagePart =
  | { readonly key: string; readonly node: OutlineNode; readonly isAlone: boolean }
  | { readonly key: string; readonly holder: string; readonly title: Text; readonly depth: number };

/** The parts of the page in reading order. */
export function partsOf({ chapters }: Outline): readonly PagePart[] {
  return chapters.flatMap((node): PagePart[] => [
    { key: node.row.id, node, isAlone: true },
    ...node.children.map((child) => ({ key: child.row.id, node: child, isAlone: false })),
    { key: `${node.row.id} end`, holder: node.row.id, title: node.row.title, depth: 0 },
  ]);
}
