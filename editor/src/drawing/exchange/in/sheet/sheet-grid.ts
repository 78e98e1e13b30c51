import { lines, READ_LIMITS } from '../reading.ts';
import type { SpreadCell } from '../spread-cells.ts';
import { attributeOf, xmlPieces } from '../xml-pieces.ts';
import { type NumberFormats, shownNumber } from './sheet-numbers.ts';

/** What every sheet of a workbook shares. */
export type SheetAbout = { readonly strings: readonly string[]; readonly formats: NumberFormats };

/** Rows of one sheet as they are drawn, empty ones and empty edges left out; `isCut` when there is more of it than is read. */
export type Grid = { readonly rows: readonly (readonly SpreadCell[])[]; readonly isCut: boolean };

const MOST_MERGES = 5_000;

/** Reads the cells of a sheet: shared and own texts, numbers as they are shown, what formulas gave when they were last computed. */
export function sheetGrid(xml: string, about: SheetAbout): Grid {
  const { cells, merges, isCut } = cellsOf(xml, about);
  const filled = [...cells.keys()].sort((a, b) => a - b);
  const columns = filled.flatMap((row) => [...(cells.get(row)?.keys() ?? [])]);
  const left = Math.min(...columns);
  const right = columns.reduce((most, column) => Math.max(most, column), 0);
  const { spans, covered } = reached(merges, filled, { left, right });
  const rows = filled.map((row, index) => {
    const drawn: SpreadCell[] = [];
    for (let column = left; column <= right; column++) {
      if (covered.has(key(index, column))) continue;
      const text = cells.get(row)?.get(column) ?? '';
      drawn.push({ text, ...spans.get(key(index, column)) });
    }
    return drawn;
  });
  return { rows, isCut };
}

type Cells = Map<number, Map<number, string>>;

function cellsOf(
  xml: string,
  about: SheetAbout,
): { readonly cells: Cells; readonly merges: readonly string[]; readonly isCut: boolean } {
  const cells: Cells = new Map();
  const merges: string[] = [];
  let isCut = false;
  let row = 0;
  let column = 0;
  let cell = { type: '', style: 0, value: '', text: '' };
  let inside: 'v' | 't' | undefined;
  let isPhonetic = false;
  const close = () => {
    const text = lines(cellText(cell, about)).join('\n');
    if (text === '') return;
    if (column >= FURTHEST || (!cells.has(row) && cells.size >= READ_LIMITS.rows)) {
      isCut = true;
      return;
    }
    const own = cells.get(row) ?? new Map<number, string>();
    cells.set(row, own.set(column, text));
  };
  for (const { kind, name, said, isEmpty } of xmlPieces(xml)) {
    if (kind === 'text') {
      if (inside === 'v') cell.value += said;
      else if (inside === 't' && !isPhonetic) cell.text += said;
    } else if (kind === 'close') {
      if (name === 'c') close();
      if (name === 'rPh') isPhonetic = false;
      if (name === 'v' || name === 't') inside = undefined;
    } else if (name === 'row') {
      row = Number(attributeOf(said, 'r') ?? row + 1) || row + 1;
      column = -1;
    } else if (name === 'c') {
      column = columnOf(attributeOf(said, 'r')) ?? column + 1;
      cell = {
        type: attributeOf(said, 't') ?? 'n',
        style: Number(attributeOf(said, 's') ?? 0),
        value: '',
        text: '',
      };
    } else if (name === 'mergeCell') {
      if (merges.length < MOST_MERGES) merges.push(attributeOf(said, 'ref') ?? '');
    } else if (!isEmpty) {
      if (name === 'v' || name === 't') inside = name;
      if (name === 'rPh') isPhonetic = true;
    }
  }
  return { cells, merges, isCut };
}

/** Columns further to the right than any table has: the empty ones before its first do not count against it. */
const FURTHEST = 200;

function cellText(
  { type, style, value, text }: { type: string; style: number; value: string; text: string },
  { strings, formats }: SheetAbout,
): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return text;
  if (type === 'b') return value.trim() === '1' ? '✓' : '✗';
  if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ');
  return type === 'n' ? shownNumber(value, style, formats) : value;
}

/** "AB12" is in column 27, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type Reach = { readonly colSpan: number; readonly rowSpan: number };
const key = (row: number, column: number): string => `${row} ${column}`;

/** Which drawn cell reaches how far over the rows and columns that hold something, and which cells it covers. */
function reached(
  merges: readonly string[],
  filled: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
): { readonly spans: ReadonlyMap<string, Reach>; readonly covered: ReadonlySet<string> } {
  const spans = new Map<string, Reach>();
  const covered = new Set<string>();
  for (const merge of merges) {
    const [, fromRow, toRow] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(merge) ?? [];
    const [from, to] = merge.split(':').map(columnOf);
    if (fromRow === undefined || toRow === undefined || from === undefined || to === undefined) continue;
    const first = filled.indexOf(Number(fromRow));
    if (first < 0 || from > right || to < left || covered.has(key(first, from)) || covered.size > 200_000)
      continue;
    const last = filled.findLastIndex((row) => row <= Number(toRow));
    const end = Math.min(to, right);
    spans.set(key(first, from), { colSpan: end - from + 1, rowSpan: last - first + 1 });
    for (let row = first; row <= last; row++)
      for (let column = from; column <= end; column++)
        if (row > first || column > from) covered.add(key(row, column));
  }
  return { spans, covered };
}
