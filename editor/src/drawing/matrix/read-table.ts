import Papa from 'papaparse';
import { COLUMNS, type Column } from './project-matrix.ts';
import { plain } from './read-cell.ts';

/** Beyond this much a table is no procedure; the rest is left out. */
const MOST = { rows: 2_000, columns: 40 } as const;

type Clipboard = { readonly html?: string | undefined; readonly text: string };

/** The cells of a table from the clipboard: of its HTML when a spreadsheet gave one, else of lines and tabs. */
export function readTable({ html, text }: Clipboard): readonly (readonly string[])[] {
  const rows = (html === undefined ? undefined : htmlRows(html)) ?? textRows(text);
  return rows.slice(0, MOST.rows).map((row) => row.slice(0, MOST.columns).map((cell) => cell.trim()));
}

function textRows(text: string): string[][] {
  if (!/[\t\n\r]/.test(text.trim())) return [[text]];
  const delimiter = text.includes('\t') ? '\t' : '\u0000';
  return Papa.parse<string[]>(text.replace(/\r\n?$|\n$/, ''), { delimiter, skipEmptyLines: 'greedy' }).data;
}

function htmlRows(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return undefined;
  return [...table.rows]
    .map((row) => [...row.cells].map(textOf))
    .filter((row) => row.some((cell) => cell.trim() !== ''));
}

/** A line break or a list stays several lines. */
function textOf(cell: HTMLTableCellElement): string {
  for (const end of cell.querySelectorAll('br, li, p')) end.append('\n');
  return (cell.textContent ?? '').replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n');
}

/** What people write above their columns. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  what: [
    'quoi',
    'etape',
    'action',
    'activite',
    'tache',
    'what',
    'step',
    'activity',
    'que',
    'etapa',
    'accion',
    'ماذا',
    'المرحلة',
  ],
  who: ['qui', 'responsable', 'acteur', 'who', 'responsible', 'quien', 'actor', 'من', 'المسؤول'],
  with: ['avec qui', 'avec', 'partenaires', 'with whom', 'with', 'con quien', 'مع من'],
  when: ['quand', 'delai', 'delais', 'when', 'deadline', 'cuando', 'plazo', 'متى', 'الاجل', 'الأجل'],
  how: ['comment', 'modalites', 'how', 'como', 'كيف'],
  child: ['enfant', "l'enfant", "pour l'enfant", 'child', 'the child', 'nino', 'nina', 'الطفل'],
  article: [
    'article',
    'articles',
    'base legale',
    'source',
    'legal basis',
    'articulo',
    'base legal',
    'الفصل',
    'الفصول',
  ],
};

/** The columns that a first row names; undefined when it is no heading. Columns of other names are left out. */
export function headingsOf(row: readonly string[]): readonly (Column | undefined)[] | undefined {
  const found = row.map((cell) =>
    COLUMNS.find((column) => HEADINGS[column].includes(plain(cell).replace(/\s*[?:]$/, ''))),
  );
  const named = found.filter((column) => column !== undefined);
  return named.length >= 2 && named.length >= row.length / 2 && new Set(named).size === named.length
    ? found
    : undefined;
}
