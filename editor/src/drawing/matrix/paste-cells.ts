import type { Text } from '@parcours/engine';
import { stepDefinition } from '../../pack/step-of-pack.ts';
import { addStep } from '../commands/add-step.ts';
import type { FieldSet } from '../commands/elements.ts';
import { setFields } from '../commands/fields.ts';
import type { DrawingStore } from '../drawing-store.ts';
import { spanDeadline } from '../panel/add-span.ts';
import type { ReadSpan } from '../spans/read-span.ts';
import type { Column, MatrixRow } from './project-matrix.ts';
import { readCell } from './read-cell.ts';

/** Words for one cell of one step. */
export type CellWords = { readonly step: string; readonly column: Column; readonly words: string };

/** Words that name nothing there is, and the steps where they stood. */
export type Unknown = { readonly column: Column; readonly words: string; readonly steps: readonly string[] };

export type WriteOptions = {
  readonly language: string;
  /** How a deadline made of a span is called. */
  readonly labelOf: (span: ReadSpan) => Text;
  /** All that is written is one entry of the log. */
  readonly burst: string;
};

/**
 * Writes words into cells, all of them as one entry. Spans become deadlines; what names nothing is given back. Who does a
 * step where a fact decides is left to the panel. False when it was refused; then nothing of the fields has changed.
 */
export function writeCells(
  drawing: DrawingStore,
  cells: readonly CellWords[],
  { language, labelOf, burst }: WriteOptions,
): { readonly isDone: boolean; readonly unknown: readonly Unknown[] } {
  // Refused with its reason, before a deadline is made for nothing.
  if (drawing.get().isReadOnly) return { isDone: drawing.perform(setFields, { sets: [] }), unknown: [] };
  const unknown = new Map<string, Unknown>();
  const sets: FieldSet[] = [];
  for (const { step, column, words } of cells) {
    const { pack } = drawing.get().log;
    const definition = stepDefinition(pack, step);
    const isWhoByFact = definition?.who !== undefined && !Array.isArray(definition.who);
    if (column === 'who' && isWhoByFact) continue;
    if (!definition && column !== 'what') continue;
    const read = readCell(pack, language, step, column, words);
    for (const each of read.unknown) {
      const key = `${column}\n${each}`;
      unknown.set(key, { column, words: each, steps: [...(unknown.get(key)?.steps ?? []), step] });
    }
    const made = read.spans.flatMap(({ span }) => spanDeadline(drawing, span, labelOf(span), burst) ?? []);
    const known = (read.set?.value ?? []) as readonly string[];
    if (made.length > 0)
      sets.push({
        section: 'steps',
        id: step,
        path: ['deadlines'],
        value: [...new Set([...known, ...made])],
      });
    else if (read.set) sets.push(read.set);
  }
  const isDone = sets.length === 0 || drawing.perform(setFields, { sets }, burst);
  return { isDone, unknown: [...unknown.values()] };
}

export type Pasting = {
  readonly table: readonly (readonly string[])[];
  /** The column of each member of a row; undefined is left out. */
  readonly columns: readonly (Column | undefined)[];
};

/** The cells that a table fills from a row downwards; headings are stepped over, what has no row left is left out. */
export function cellsFrom(
  rows: readonly MatrixRow[],
  at: number,
  { table, columns }: Pasting,
): readonly CellWords[] {
  const steps = rows.slice(at).filter((row) => row.kind === 'step');
  return table.flatMap((line, index) => {
    const step = steps[index]?.id;
    if (step === undefined) return [];
    return columns.flatMap((column, place) =>
      column === undefined ? [] : [{ step, column, words: line[place] ?? '' }],
    );
  });
}

/**
 * Makes a step of each row that has a title, behind `after`, in one line, and fills its other cells.
 * Rows without a title are left out: nothing is made up.
 */
export function addRows(
  drawing: DrawingStore,
  place: { readonly into: string; readonly after?: string },
  { table, columns }: Pasting,
  options: WriteOptions & { readonly outcome: Text },
): { readonly isDone: boolean; readonly unknown: readonly Unknown[] } {
  const title = columns.indexOf('what');
  const cells: CellWords[] = [];
  let after = place.after;
  for (const line of table) {
    const words = line[title]?.trim() ?? '';
    if (title < 0 || words === '') continue;
    const isDone = drawing.perform(
      addStep,
      {
        title: { [options.language]: words },
        into: place.into,
        ...(after !== undefined && { after }),
        outcome: options.outcome,
      },
      options.burst,
    );
    if (!isDone) return { isDone: false, unknown: [] };
    const step = drawing.get().log.past.at(-1)?.places[0].split('/')[1];
    if (step === undefined) continue;
    after = step;
    for (const [index, column] of columns.entries())
      if (column !== undefined && column !== 'what' && (line[index] ?? '').trim() !== '')
        cells.push({ step, column, words: line[index] ?? '' });
  }
  return writeCells(drawing, cells, options);
}
