import { isFrontMatter } from './front-matter.ts';
import { type Column, readColumns, withUnit } from './read-columns.ts';
import type { ReadBlock } from './reading.ts';

/** What a piece of the document becomes. */
export type As = 'stage' | 'step' | 'note' | 'nothing';

/** A step to be, with the document's own words. */
export type PlannedStep = {
  /** The block, and the row of it for a table. */
  readonly from: number;
  readonly row?: number;
  readonly words: string;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly notes: string[];
};
export type PlannedStage = {
  readonly from: number;
  readonly title: string;
  readonly level: number;
  readonly notes: string[];
  readonly inside: (PlannedStage | PlannedStep)[];
};

export type Plan = {
  readonly notes: readonly string[];
  readonly inside: readonly (PlannedStage | PlannedStep)[];
  /** What became of each block. */
  readonly became: readonly As[];
};

export const isStage = (planned: PlannedStage | PlannedStep): planned is PlannedStage => 'inside' in planned;

/** A number typed by hand at the head of a paragraph: "3.", "2)", "Étape n° 4 :", "الخطوة الأولى :", "٥ -". */
const TYPED =
  /^(?:(?:(?:étape|etape|step|paso|الخطوة|خطوة)\s+(?:n\s?[°ºo]\s*)?)?[\d٠-٩]{1,2}(?:[.)\-–—:]|\s*[-–—:])|(?:الخطوة|خطوة)\s+ال\p{L}+\s*[-–—:])\s+(?=\S)/iu;
/** A number below another: "1.2 Recevoir", "3.4. écrire". */
const TYPED_BELOW = /^[\d٠-٩]{1,2}\.[\d٠-٩]{1,2}(?:[.)\-–—:]\s*(?=\p{L})|\s+[-–—:]?\s*(?=[\p{Lu}\p{Lo}]))/u;
/** A line that numbers a part of the procedure: "Phase 2 : Suivi", "II. Signalement", "المرحلة الأولى: الاستقبال". */
const TYPED_STAGE =
  /^(?:(?:(?:phase|partie|volet|part|stage|fase|parte)|PHASE|PARTIE|VOLET|PART|STAGE|FASE|PARTE)\s+(?:n\s?[°ºo]\s*)?(?:[\d٠-٩]{1,2}|[IVX]{1,5})\s*[.):\-–—]|(?:المرحلة|مرحلة)\s+(?:[\d٠-٩]{1,2}|ال\p{L}+)\s*[.):\-–—]|[IVX]{1,5}\s*[.)\-–—])\s+(?=\S)/u;

/** How high a piece stands by what it looks like; the lower the number the higher. Undefined for what heads nothing. */
function heightOf(block: ReadBlock): number | undefined {
  if (block.kind === 'heading') return block.level;
  if (block.kind === 'item') return block.isCounted && block.level < 2 ? 12 + block.level : undefined;
  if (block.kind !== 'paragraph' || block.isOfNext || block.isOfPages) return undefined;
  if (block.isBold) return 10;
  if (TYPED_STAGE.test(sized(block.text))) return 11;
  if (TYPED_BELOW.test(block.text)) return 13;
  return TYPED.test(block.text) ? 12 : undefined;
}

/** Whatever the first letter's size: "Phase", "phase", "PHASE". */
const sized = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** Whether a block may become each thing, the first what it is taken for. */
export function choicesOf(block: ReadBlock): readonly As[] {
  if (block.kind === 'table')
    return readColumns(block.rows[0] ?? []) ? ['step', 'note', 'nothing'] : ['note', 'nothing'];
  return ['stage', 'step', 'note', 'nothing'];
}

/**
 * What each piece of a document becomes: headings with steps below are stages, a heading with none is a step itself, numbered
 * paragraphs of the first level and rows of a table that says who does what are steps, the rest are notes beside the step
 * before. `chosen` is what people decided otherwise, by block.
 */
export function planDraft(blocks: readonly ReadBlock[], chosen: ReadonlyMap<number, As> = new Map()): Plan {
  const front = frontOf(blocks);
  const became: As[] = blocks.map((block, index) => {
    const wanted = chosen.get(index);
    if (wanted !== undefined && choicesOf(block).includes(wanted)) return wanted;
    return front.has(index) ? 'note' : taken(blocks, index);
  });
  const notes: string[] = [];
  const top: (PlannedStage | PlannedStep)[] = [];
  const open: PlannedStage[] = [];
  let step: PlannedStep | undefined;
  const put = (planned: PlannedStage | PlannedStep) => (open.at(-1)?.inside ?? top).push(planned);
  const note = (text: string) => (step?.notes ?? open.at(-1)?.notes ?? notes).push(text);
  // Said of the table that comes, where it would stand beside a step before it.
  let early: string[] = [];
  for (const [from, block] of blocks.entries()) {
    const as = became[from];
    // What a procedure says before or behind its steps is said of all of it, not of the step before.
    if (as === 'note' && front.get(from) === 'head') {
      const height = heightOf(block) ?? 99;
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= height) open.pop();
      step = undefined;
    }
    if (as === 'note' && block.kind === 'paragraph' && block.isOfNext && step) {
      early.push(block.text);
      continue;
    }
    const columns = as === 'step' && block.kind === 'table' ? readColumns(block.rows[0] ?? []) : undefined;
    if (!columns) for (const text of early.splice(0)) note(text);
    if (as === 'nothing') continue;
    if (block.kind === 'table') {
      if (columns) {
        step = putRows(block.rows, { columns, from, put, note, early }) ?? step;
        early = [];
      } else for (const row of block.rows) note(row.filter((cell) => cell !== '').join(' | '));
    } else if (as === 'stage') {
      const level = heightOf(block) ?? 11;
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
      const stage: PlannedStage = { from, title: untyped(block.text), level, notes: [], inside: [] };
      put(stage);
      open.push(stage);
      step = undefined;
    } else if (as === 'step') {
      const height = heightOf(block) ?? 99;
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= height) open.pop();
      step = { from, words: untyped(block.text), cells: {}, notes: [] };
      put(step);
    } else
      note(
        block.kind === 'item' ? `${'  '.repeat(Math.max(0, block.level - 1))}- ${block.text}` : block.text,
      );
  }
  for (const text of early) note(text);
  return { notes, inside: top.flatMap(pruned), became };
}

/** The blocks of parts that say what the procedure is about or what is attached to it, `head` for their headings. */
function frontOf(blocks: readonly ReadBlock[]): ReadonlyMap<number, 'head' | 'part'> {
  const front = new Map<number, 'head' | 'part'>();
  for (const [from, block] of blocks.entries()) {
    const height = heightOf(block);
    if (block.kind === 'table' || height === undefined || front.has(from) || !isFrontMatter(block.text))
      continue;
    const next = blocks.findIndex((other, index) => index > from && (heightOf(other) ?? 99) <= height);
    const part = blocks.slice(from, next < 0 ? undefined : next);
    if (part.some((each) => each.kind === 'table' && readColumns(each.rows[0] ?? []))) continue;
    for (const index of part.keys()) front.set(from + index, index === 0 ? 'head' : 'part');
  }
  return front;
}

/** A stage that people left without a step is a step itself. */
function pruned(planned: PlannedStage | PlannedStep): readonly (PlannedStage | PlannedStep)[] {
  if (!isStage(planned)) return [planned];
  const inside = planned.inside.flatMap(pruned);
  if (inside.length > 0) return [{ ...planned, inside }];
  return [{ from: planned.from, words: planned.title, cells: {}, notes: planned.notes }];
}

/** What a block is taken for before anybody decides. */
function taken(blocks: readonly ReadBlock[], index: number): As {
  const block = blocks[index];
  if (!block) return 'nothing';
  switch (block.kind) {
    case 'heading':
      return holdsSteps(blocks, index) ? 'stage' : 'step';
    case 'item':
      if (block.isCounted && block.level === 0 && holdsSteps(blocks, index)) return 'stage';
      return block.isOrdered && (block.level === 0 || (block.isCounted && block.level === 1))
        ? 'step'
        : 'note';
    case 'paragraph':
      if (heightOf(block) === undefined) return 'note';
      if (holdsSteps(blocks, index)) return 'stage';
      return isNumbered(block.text) ? 'step' : 'note';
    case 'table':
      return readColumns(block.rows[0] ?? []) ? 'step' : 'note';
  }
}

const isNumbered = (text: string): boolean =>
  [TYPED, TYPED_BELOW, TYPED_STAGE].some((number) => number.test(sized(text)));

/** True when something below the piece, before the next that stands as high, is a step or heads one. */
export function holdsSteps(blocks: readonly ReadBlock[], from: number): boolean {
  const own = blocks[from];
  const height = own && heightOf(own);
  if (height === undefined) return false;
  for (const block of blocks.slice(from + 1, from + 1 + FURTHEST)) {
    const other = heightOf(block);
    if (other !== undefined && other <= height) return false;
    if (block.kind === 'heading') return true;
    if (block.kind === 'table' && height < 12 && readColumns(block.rows[0] ?? [])) return true;
    if (block.kind === 'item' && height < 12 && block.isOrdered && block.level === 0) return true;
    if (block.kind === 'item' && other === 13) return true;
    if (block.kind === 'paragraph' && other !== undefined && isNumbered(block.text)) return true;
  }
  return false;
}

/** How far below a heading its first step is looked for. */
const FURTHEST = 400;

function untyped(text: string): string {
  for (const number of [TYPED, TYPED_BELOW, TYPED_STAGE])
    if (number.test(sized(text))) return sized(text).replace(number, '') || text;
  return text;
}

type Putting = {
  readonly columns: ReadonlyMap<number, Column>;
  readonly from: number;
  readonly put: (planned: PlannedStage | PlannedStep) => void;
  readonly note: (words: string) => void;
  /** Said before there is a step to say it of: kept for the first; without one, a note beside. */
  readonly early: readonly string[];
};

/**
 * Each row a step; a row that names nothing to do goes on with the one before. What the column of phases says, and a row that
 * only numbers a phase, are stages of the steps below. The last step, for what follows.
 */
function putRows(
  rows: readonly (readonly string[])[],
  { columns, from, put, note, early: before }: Putting,
): PlannedStep | undefined {
  let last: PlannedStep | undefined;
  let stage: PlannedStage | undefined;
  const early = [...before];
  const openStage = (said: string) => {
    if (stage?.title === untyped(said)) return;
    stage = { from, title: untyped(said), level: 11, notes: early.splice(0), inside: [] };
    put(stage);
    last = undefined;
  };
  for (const [row, cells] of rows.entries()) {
    // Headings that every page says again are no step.
    if (row === 0 || cells.join('\n') === rows[0]?.join('\n')) continue;
    const [only, more] = cells.filter((cell) => cell !== '');
    if (only !== undefined && more === undefined && TYPED_STAGE.test(sized(only))) {
      openStage(only);
      continue;
    }
    const named: Partial<Record<Column, string>> = {};
    const others: string[] = [];
    for (const [index, cell] of cells.entries()) {
      if (cell === '') continue;
      const column = columns.get(index);
      const heading = rows[0]?.[index] ?? '';
      if (column) named[column] = column === 'when' ? withUnit(cell, heading) : cell;
      else others.push(heading === '' ? cell : `${heading} : ${cell}`);
    }
    const { what, stage: phase, ...fields } = named;
    if (phase !== undefined) openStage(phase);
    if (what === undefined) {
      (last?.notes ?? stage?.notes ?? early).push(...Object.values(fields), ...others);
      continue;
    }
    last = { from, row, words: what, cells: fields, notes: [...early.splice(0), ...others] };
    if (stage) stage.inside.push(last);
    else put(last);
  }
  for (const words of early) note(words);
  return last;
}
