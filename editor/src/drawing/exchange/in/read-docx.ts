import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { holdsSteps } from './plan-draft.ts';
import { readColumns, titleRows } from './read-columns.ts';
import { nothing, READ_LIMITS, type ReadBlock, type Reading, tidy, trouble } from './reading.ts';
import { isWide, leftOut, openPieces } from './word-parts.ts';

/** The parts that say what is written; pictures, macros and embedded files are never unpacked. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/[\w.]+\.rels)$/;
const BODY = 'word/document.xml';
const DEEPEST = 60;

/** A piece of mammoth's tree; what else it may be is not read. */
type Node = {
  readonly type?: string;
  readonly value?: string;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string | number } | null;
  readonly children?: readonly Node[];
  /** Of a run. */
  readonly isBold?: boolean;
  /** Of a cell: over how many columns and rows it reaches. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of the document: its footnotes; of a reference: which. */
  readonly notes?: { readonly resolve: (reference: Node) => { readonly body?: readonly Node[] } | null };
};

/**
 * A Word document (.docx) as blocks in reading order. Only its text parts are unpacked, to no more than they state; a document type
 * declaration is refused, so that no entity is ever opened. Never rejects.
 */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const found = textParts(bytes);
  if ('refused' in found) return found.refused;
  const slim = zipSync(openPieces(found.parts), { level: 0 });
  let tree: Node | undefined;
  try {
    // The browser's build takes `arrayBuffer`, Node's takes `buffer`.
    const buffer = slim.buffer.slice(slim.byteOffset, slim.byteOffset + slim.byteLength) as ArrayBuffer;
    const input = { arrayBuffer: buffer, buffer: slim } as unknown as Parameters<
      typeof mammoth.convertToHtml
    >[0];
    await mammoth.convertToHtml(input, {
      transformDocument: (found: Node) => {
        tree = found;
        return { ...found, children: [] };
      },
    });
  } catch {
    return nothing(broken());
  }
  if (!tree) return nothing(broken());
  const blocks = blocksOf(tree);
  if (blocks.length === 0) return nothing(trouble('empty', BODY, 'There is no text in this document.'));
  if (blocks.length > READ_LIMITS.blocks)
    return nothing(
      trouble(
        'long',
        BODY,
        `There are more than ${READ_LIMITS.blocks} paragraphs; split the document.`,
        'error',
        {
          limit: READ_LIMITS.blocks,
        },
      ),
    );
  const { title, rest } = titled(blocks);
  return { kind: 'document', title, blocks: rest, findings: leftOut(found.parts[BODY], cutTables(tree)) };
}

type Unpacked = { readonly parts: Record<string, Uint8Array> } | { readonly refused: Reading };

function textParts(bytes: Uint8Array): Unpacked {
  const wanted: UnzipFileInfo[] = [];
  try {
    let count = 0;
    unzipSync(bytes, {
      filter: (entry) => {
        count += 1;
        if (count < 5_000 && PARTS.test(entry.name)) wanted.push(entry);
        return false;
      },
    });
    const total = wanted.reduce((sum, { originalSize }) => sum + originalSize, 0);
    if (
      total > READ_LIMITS.partBytes ||
      wanted.some(({ size, originalSize }) => size > originalSize * 1.1 + 1_000)
    )
      return {
        refused: nothing(
          trouble('swollen', BODY, 'This document swells to more than it may; save it again.'),
        ),
      };
    const names = new Set(wanted.map(({ name }) => name));
    if (!names.has(BODY))
      return { refused: nothing(trouble('not_word', BODY, 'This is not a Word document (.docx).')) };
    const parts = unzipSync(bytes, { filter: ({ name }) => names.has(name) });
    if (Object.values(parts).some(declaresType))
      return {
        refused: nothing(
          trouble('declares', BODY, 'This document declares types of its own, which no Word document does.'),
        ),
      };
    return { parts };
  } catch {
    return { refused: nothing(broken()) };
  }
}

/** How many tables have more rows or columns than are read. */
function cutTables(node: Node, depth = 0): number {
  if (depth > DEEPEST) return 0;
  const rows = node.type === 'table' ? (node.children ?? []) : [];
  const isCut =
    rows.length > READ_LIMITS.rows || rows.some((row) => (row.children ?? []).length > READ_LIMITS.columns);
  return (node.children ?? []).reduce((sum, child) => sum + cutTables(child, depth + 1), isCut ? 1 : 0);
}

/** `<!DOCTYPE` or `<!ENTITY` anywhere, in UTF-8 or in UTF-16. */
function declaresType(part: Uint8Array): boolean {
  const text = new TextDecoder(isWide(part) ? (part[0] === 0xfe ? 'utf-16be' : 'utf-16le') : 'utf-8').decode(
    part,
  );
  return /<!(?:DOCTYPE|ENTITY)/i.test(text);
}

const broken = () => trouble('broken', BODY, 'This document cannot be opened: it is damaged or cut short.');

function blocksOf(document: Node): readonly ReadBlock[] {
  const found: ReadBlock[] = [];
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST || found.length > READ_LIMITS.blocks) return;
    if (node.type === 'paragraph') {
      const block = paragraphOf(node);
      if (block) found.push(block);
      found.push(...footnotesOf(node, document));
    } else if (node.type === 'table') found.push(...tableOf(node, document));
    else for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(document, 0);
  return found;
}

function paragraphOf(node: Node): ReadBlock | undefined {
  const text = tidy(textOf(node));
  if (text === '') return undefined;
  const style = `${node.styleName ?? ''} ${node.styleId ?? ''}`;
  if (/^(?:title|titre|t[ií]tulo)(?:\s|$)/i.test(style)) return { kind: 'heading', level: 0, text };
  const level = /(?:heading|titre|t[ií]tulo|überschrift)\s*([1-9])/i.exec(style)?.[1];
  if (level !== undefined) return { kind: 'heading', level: Number(level), text };
  if (node.numbering)
    return {
      kind: 'item',
      level: Math.min(8, Math.max(0, Number(node.numbering.level) || 0)),
      isOrdered: node.numbering.isOrdered,
      text,
    };
  return { kind: 'paragraph', text, ...(isHeadingByHand(node, text) && { isBold: true }) };
}

/** A short line all in bold that ends no sentence. */
function isHeadingByHand(node: Node, text: string): boolean {
  return (
    text.length <= LONGEST_HEADING && !/[.!?؟;؛,،…]$/u.test(text) && !WARNING.test(text) && isAllBold(node)
  );
}

/** Words that warn, and head nothing. */
const WARNING =
  /^(?:attention|n\.?\s?b\.?|important|note|remarque|rappel|warning|caution|reminder|nota|atención|importante|aviso|تنبيه|ملاحظة|هام|تحذير)(?![\p{L}])/iu;

const LONGEST_HEADING = 120;

function isAllBold(node: Node, isBold = false): boolean {
  if (node.type === 'text') return isBold || (node.value ?? '').trim() === '';
  const inside = isBold || node.isBold === true;
  return (node.children ?? []).every((child) => isAllBold(child, inside));
}

/** What is said at the foot of the page stands behind what it is said of. */
function footnotesOf(node: Node, document: Node, depth = 0): readonly ReadBlock[] {
  if (depth > DEEPEST) return [];
  if (node.type === 'noteReference') {
    const text = tidy((document.notes?.resolve(node)?.body ?? []).map((each) => textOf(each)).join(''));
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  }
  return (node.children ?? []).flatMap((child) => footnotesOf(child, document, depth + 1));
}

/** A table, after what stands across its top: a header below its title is still its header. */
function tableOf(table: Node, document: Node): readonly ReadBlock[] {
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
function titleOf(node: Node): ReadBlock | undefined {
  const block = node.type === 'paragraph' ? paragraphOf(node) : undefined;
  if (block?.kind === 'heading') return block;
  const text = tidy(textOf(node));
  return text === '' ? undefined : { kind: 'paragraph', text };
}

/**
 * Each word in the column where a reader sees it: a cell that reaches over several rows is said in each of them, save what is to
 * be done, which is one step; a cell that reaches over the whole table stands behind the columns, under none of them.
 */
function cellsOf(table: readonly Node[]): readonly (readonly string[])[] {
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

function cellText(cell: Node): string {
  return (cell.children ?? [])
    .map((child) => tidy(textOf(child)))
    .filter((text) => text !== '')
    .join('\n');
}

/** Every text inside, tables of tables too. */
function textOf(node: Node, depth = 0): string {
  if (depth > DEEPEST) return '';
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return ' ';
  if (node.type === 'break') return '\n';
  const inner = (node.children ?? []).map((child) => textOf(child, depth + 1)).join('');
  return node.type === 'paragraph' || node.type === 'tableCell' ? `${inner}\n` : inner;
}

/** The title of a document: its Title, else its one first-level heading when that stands first, else a bold line above all others. */
function titled(blocks: readonly ReadBlock[]): {
  readonly title: string;
  readonly rest: readonly ReadBlock[];
} {
  const [first] = blocks;
  const tops = blocks.filter((block) => block.kind === 'heading' && block.level <= 1);
  const isTitle =
    first?.kind === 'heading' &&
    (first.level === 0 ||
      (first.level === 1 &&
        tops.length === 1 &&
        blocks.some((block) => block.kind === 'heading' && block.level > 1)));
  const isByHand =
    first?.kind === 'paragraph' &&
    first.isBold &&
    !holdsSteps(blocks, 0) &&
    blocks.slice(1).some((block) => block.kind === 'heading' || (block.kind === 'paragraph' && block.isBold));
  return isTitle || isByHand ? { title: first.text, rest: blocks.slice(1) } : { title: '', rest: blocks };
}
