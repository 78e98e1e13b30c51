import type { Finding } from '@parcours/engine';
import { readColumns, titleRows } from './read-columns.ts';
import { type ReadBlock, trouble } from './reading.ts';

type Rows = readonly (readonly string[])[];

/**
 * The rows of a table as blocks, what stands above its headings as words of the table; or why it is none. Headings that come again
 * with other words begin another table.
 */
export function tableBlocks(
  whole: Rows,
): { readonly blocks: readonly ReadBlock[] } | { readonly why: Finding } {
  const head = titleRows(whole);
  const rows = whole.slice(head);
  if (rows.length < 2 || !rows.some((row) => row.length > 1))
    return { why: trouble('no_table', 'table', 'A table has a row of headings, and rows below.') };
  if (!readColumns(rows[0] ?? []))
    return {
      why: trouble(
        'no_columns',
        'table',
        'No heading of the table says what is done; name the columns what, who, when.',
      ),
    };
  const next = rows.findIndex((row, index) => index > 0 && readColumns(row) && !isSame(row, rows[0] ?? []));
  if (next < 0) return { blocks: [...saidAbove(whole.slice(0, head)), { kind: 'table', rows }] };
  const ends = rows.findLastIndex((row, index) => index < next && row.filter(isSaid).length > 1) + 1;
  const rest = tableBlocks(rows.slice(ends));
  return {
    blocks: [
      ...saidAbove(whole.slice(0, head)),
      { kind: 'table', rows: rows.slice(0, ends) },
      ...('blocks' in rest ? rest.blocks : saidAbove(rows.slice(ends))),
    ],
  };
}

const isSaid = (cell: string): boolean => cell !== '';
const isSame = (row: readonly string[], other: readonly string[]): boolean =>
  row.filter(isSaid).join('\n') === other.filter(isSaid).join('\n');

function saidAbove(rows: Rows): readonly ReadBlock[] {
  return rows
    .map((row) => row.filter(isSaid).join(' | '))
    .filter(isSaid)
    .map((text): ReadBlock => ({ kind: 'paragraph', text, isOfNext: true }));
}
