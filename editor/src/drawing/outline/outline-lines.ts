import type { Text } from '@parcours/engine';
import type { Outline, OutlineNode, OutlineRow } from './outline-of.ts';

/** A line of the page: a row, or the end of a stage or a track, where one more step can be asked for. */
export type OutlineLine =
  | { readonly key: string; readonly row: OutlineRow }
  | { readonly key: string; readonly holder: string; readonly title: Text; readonly depth: number };

/** The lines of the page in reading order. A stage of parallel works has no end of its own: steps stand in its works. */
export function linesOf({ chapters }: Outline): readonly OutlineLine[] {
  const visit = ({ row, children }: OutlineNode): OutlineLine[] => {
    const lines: OutlineLine[] = [{ key: row.id, row }, ...children.flatMap(visit)];
    if (row.kind !== 'step' && !row.isParallel)
      lines.push({ key: `${row.id} end`, holder: row.id, title: row.title, depth: row.depth });
    return lines;
  };
  return chapters.flatMap(visit);
}
