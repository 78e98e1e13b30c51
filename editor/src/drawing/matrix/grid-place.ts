import { COLUMNS, type Column, type MatrixRow } from './project-matrix.ts';

/** A cell, and the one from which a range was begun. */
export type GridPlace = {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
};

export const START: GridPlace = { row: 0, column: 0, anchorRow: 0, anchorColumn: 0 };

/** The place after a key; undefined for a key that moves nothing. Rows a screen apart are `page`. */
export function placeAfterKey(
  place: GridPlace,
  { key, ctrlKey, shiftKey }: { readonly key: string; readonly ctrlKey: boolean; readonly shiftKey: boolean },
  rows: number,
  isRtl: boolean,
  page = 8,
): GridPlace | undefined {
  const on = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const last = COLUMNS.length - 1;
  const { row, column } = place;
  const moved = (() => {
    if (key === 'ArrowDown') return { row: ctrlKey ? rows - 1 : row + 1, column };
    if (key === 'ArrowUp') return { row: ctrlKey ? 0 : row - 1, column };
    if (key === on) return { row, column: ctrlKey ? last : column + 1 };
    if (key === back) return { row, column: ctrlKey ? 0 : column - 1 };
    if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 };
    if (key === 'End') return { row: ctrlKey ? rows - 1 : row, column: last };
    if (key === 'PageDown') return { row: row + page, column };
    if (key === 'PageUp') return { row: row - page, column };
    return undefined;
  })();
  if (!moved) return undefined;
  const at = {
    row: Math.max(0, Math.min(rows - 1, moved.row)),
    column: Math.max(0, Math.min(last, moved.column)),
  };
  return shiftKey
    ? { ...at, anchorRow: place.anchorRow, anchorColumn: place.anchorColumn }
    : { ...at, anchorRow: at.row, anchorColumn: at.column };
}

/** True for a cell inside the range. */
export function isInRange(
  { row, column, anchorRow, anchorColumn }: GridPlace,
  atRow: number,
  atColumn: number,
): boolean {
  return (
    atRow >= Math.min(row, anchorRow) &&
    atRow <= Math.max(row, anchorRow) &&
    atColumn >= Math.min(column, anchorColumn) &&
    atColumn <= Math.max(column, anchorColumn)
  );
}

/** The steps and the columns of a range. */
export function rangeOf(
  place: GridPlace,
  rows: readonly MatrixRow[],
): { readonly steps: readonly Extract<MatrixRow, { kind: 'step' }>[]; readonly columns: readonly Column[] } {
  return {
    steps: rows
      .filter((_, index) => isInRange(place, index, place.column))
      .filter((row) => row.kind === 'step'),
    columns: COLUMNS.filter((_, index) => isInRange(place, place.row, index)),
  };
}

/** A range as a spreadsheet takes it: lines and tabs, and a table. */
export function copied(
  place: GridPlace,
  rows: readonly MatrixRow[],
): { readonly text: string; readonly html: string } {
  const { steps, columns } = rangeOf(place, rows);
  const table = steps.map(({ cells }) => columns.map((column) => cells[column]));
  const quoted = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const escaped = (cell: string) =>
    cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  return {
    text: table.map((line) => line.map(quoted).join('\t')).join('\n'),
    html: `<table>${table.map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
  };
}
