import { titleRows } from '../read-columns.ts';
import { READ_LIMITS, type ReadBlock, tidy } from '../reading.ts';
import { type SpreadCell, spreadCells } from '../spread-cells.ts';
import { DEEPEST, textOf, type WordNode } from './word-node.ts';
import { footnotesOf, paragraphOf } from './word-paragraphs.ts';

/** How many tables have more rows or columns than are read. */
export function cutTables(node: WordNode, depth = 0): number {
  if (depth > DEEPEST) return 0;
  const rows = node.type === 'table' ? (node.children ?? []) : [];
  const isCut =
    rows.length > READ_LIMITS.rows || rows.some((row) => (row.children ?? []).length > READ_LIMITS.columns);
  return (node.children ?? []).reduce((sum, child) => sum + cutTables(child, depth + 1), isCut ? 1 : 0);
}

/** A table, after what stands across its top: a header below its title is still its header. */
export function tableOf(table: WordNode, document: WordNode): readonly ReadBlock[] {
  const rows = (table.children ?? []).slice(0, READ_LIMITS.rows);
  const head = titleRows(rows.map((row) => (row.children ?? []).map(cellText)));
  const titles = rows
    .slice(0, head)
    .flatMap((row) => (row.children ?? []).flatMap((cell) => cell.children ?? []))
    .flatMap((said) => [titleOf(said), ...footnotesOf(said, document)])
    .map((block) =>
      block?.kind === 'paragraph'
        ? ({ kind: 'paragraph', text: block.text, isOfNext: true } as const)
        : block,
    )
    .filter((block) => block !== undefined);
  const below = rows.slice(head);
  return [
    ...titles,
    { kind: 'table', rows: spreadCells(below.map((row) => (row.children ?? []).map(drawnCell))) },
    ...below.flatMap((row) => footnotesOf(row, document)),
  ];
}

/** A heading where it is one; anything else is words, whatever number it bears. */
function titleOf(node: WordNode): ReadBlock | undefined {
  const block = node.type === 'paragraph' ? paragraphOf(node) : undefined;
  if (block?.kind === 'heading') return block;
  const text = tidy(textOf(node));
  return text === '' ? undefined : { kind: 'paragraph', text };
}

function cellText(cell: WordNode): string {
  return (cell.children ?? [])
    .map((child) => tidy(textOf(child)))
    .filter((text) => text !== '')
    .join('\n');
}

function drawnCell(cell: WordNode): SpreadCell {
  return { text: cellText(cell), colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 };
}
