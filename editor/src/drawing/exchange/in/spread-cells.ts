import { readColumns } from './read-columns.ts';
import { READ_LIMITS } from './reading.ts';

/** A cell as it is drawn: over how many columns and rows it reaches. */
export type SpreadCell = { readonly text: string; readonly colSpan?: number; readonly rowSpan?: number };

/**
 * Each word in the column where a reader sees it: a cell that reaches over several rows is said in each of them, save what is to
 * be done, which is one step; a cell that reaches over the whole table stands behind the columns, under none of them.
 */
export function spreadCells(table: readonly (readonly SpreadCell[])[]): readonly (readonly string[])[] {
  const width = Math.min(
    READ_LIMITS.columns,
    Math.max(0, ...table.map((cells) => cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0))),
  );
  const rows: string[][] = [];
  const reaching: { readonly left: number; readonly text: string }[] = [];
  for (const cells of table) {
    const [only] = cells;
    if (width > 1 && cells.length === 1 && only && (only.colSpan ?? 1) >= width && rows.length > 0) {
      rows.push([...Array<string>(width).fill(''), only.text]);
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
      for (let index = 0; index < (cell.colSpan ?? 1) && row.length < width; index++) {
        reaching[row.length] = { left: (cell.rowSpan ?? 1) - 1, text: index === 0 ? cell.text : '' };
        row.push(index === 0 ? cell.text : '');
      }
    }
    rows.push(row);
  }
  return rows;
}
