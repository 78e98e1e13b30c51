import { readColumns, titleRows } from './read-columns.ts';
import { READ_LIMITS, type ReadBlock, tidy } from './reading.ts';
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
    { kind: 'table', rows: cellsOf(below) },
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

/**
 * Each word in the column where a reader sees it: a cell that reaches over several rows is said in each of them, save what is to
 * be done, which is one step; a cell that reaches over the whole table stands behind the columns, under none of them.
 */
function cellsOf(table: readonly WordNode[]): readonly (readonly string[])[] {
  const read = table.map((row) => row.children ?? []);
  const width = Math.min(
    READ_LIMITS.columns,
    Math.max(0, ...read.map((cells) => cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0))),
  );
  const rows: string[][] = [];
  const reaching: { readonly left: number; readonly text: string }[] = [];
  for (const cells of read) {
    const [only] = cells;
    if (width > 1 && cells.length === 1 && only && (only.colSpan ?? 1) >= width && rows.length > 0) {
      rows.push([...Array<string>(width).fill(''), cellText(only)]);
      continue;
    }
    const columns = readColumns(rows[0] ?? []);
    const row: string[] = [];
    const waiting = [...cells];
    while (row.length < width && (waiting.length > 0 || reaching[row.length])) {
      const at = row.length;
      const above = reaching[at];
      if (above && above.left > 0) {
        reaching[at] = { ...above, left: above.left - 1 };
        row.push(columns && columns.get(at) !== 'what' ? above.text : '');
        continue;
      }
      const cell = waiting.shift();
      if (!cell) break;
      const text = cellText(cell);
      for (let index = 0; index < (cell.colSpan ?? 1) && row.length < width; index++) {
        reaching[row.length] = { left: (cell.rowSpan ?? 1) - 1, text: index === 0 ? text : '' };
        row.push(index === 0 ? text : '');
      }
    }
    rows.push(row);
  }
  return rows;
}

function cellText(cell: WordNode): string {
  return (cell.children ?? [])
    .map((child) => tidy(textOf(child)))
    .filter((text) => text !== '')
    .join('\n');
}
