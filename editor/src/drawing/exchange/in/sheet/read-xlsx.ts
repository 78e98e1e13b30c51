import type { Finding } from '@parcours/engine';
import { titleRows } from '../read-columns.ts';
import { nothing, type ReadBlock, type Reading, trouble } from '../reading.ts';
import { type SpreadCell, spreadCells } from '../spread-cells.ts';
import { tableBlocks } from '../table-blocks.ts';
import { partText, unpackParts } from '../unpack-parts.ts';
import { attributeOf, xmlPieces } from '../xml-pieces.ts';
import { type SheetAbout, sheetGrid } from './sheet-grid.ts';

/** The parts that hold words and numbers; macros, links and pictures are never unpacked, drawings and comments only counted. */
const PARTS =
  /^xl\/(?:workbook|sharedStrings|styles|comments\d*|worksheets\/[\w -]+|drawings\/drawing\d*|_rels\/workbook)\.xml(?:\.rels)?$/;
const BOOK = 'xl/workbook.xml';

/**
 * A workbook (.xlsx): every sheet that holds a table of who does what comes in, in the order of its tabs; the others are told.
 * Nothing is computed: a formula says what it gave when it was saved. Never throws.
 */
export function readXlsx(bytes: Uint8Array): Reading {
  const found = unpackParts(bytes, PARTS, {
    part: BOOK,
    otherwise: nothing(trouble('excel', BOOK, 'This is no workbook that can be read; save it as .xlsx.')),
  });
  if ('refused' in found) return found.refused;
  const { parts } = found;
  const text = (name: string) => partText(parts[name] ?? new Uint8Array());
  const book = text(BOOK);
  const about: SheetAbout = {
    strings: sharedStrings(text('xl/sharedStrings.xml')),
    formats: {
      ...cellFormats(text('xl/styles.xml')),
      isFrom1904: /\sdate1904\s*=\s*"(?:1|true)"/.test(book),
    },
  };
  const targets = sheetTargets(text('xl/_rels/workbook.xml.rels'));
  const findings: Finding[] = [];
  const read: { readonly name: string; readonly blocks: readonly ReadBlock[] }[] = [];
  const others: { readonly name: string; readonly why: Finding }[] = [];
  for (const { name, id, isHidden } of sheetsOf(book)) {
    const target = targets.get(id);
    const { rows, isCut } = sheetGrid(target === undefined ? '' : text(target), about);
    if (rows.length === 0) continue;
    if (isHidden) {
      findings.push(told('sheet_hidden', name));
      continue;
    }
    if (isCut)
      findings.push(trouble('cut_tables', BOOK, 'A table was read in part.', 'warning', { count: 1 }));
    const head = titleRows(rows.map(textsOf));
    const made = tableBlocks([...rows.slice(0, head).map(textsOf), ...spreadCells(rows.slice(head))]);
    if ('blocks' in made) read.push({ name, blocks: made.blocks });
    else others.push({ name, why: made.why });
  }
  if (read.length === 0)
    return others[0]
      ? { kind: 'nothing', findings: [others[0].why, ...findings] }
      : {
          kind: 'nothing',
          findings: [trouble('empty', BOOK, 'There is no text in this workbook.'), ...findings],
        };
  const blocks = read.flatMap(({ name, blocks: own }): readonly ReadBlock[] =>
    read.length > 1 ? [{ kind: 'heading', level: 1, text: name }, ...own] : own,
  );
  findings.push(...others.map(({ name }) => told('sheet', name)), ...beside(parts));
  return { kind: 'document', title: '', blocks, findings };
}

const textsOf = (row: readonly SpreadCell[]): readonly string[] => row.map(({ text }) => text);

const told = (code: string, name: string): Finding =>
  trouble(code, BOOK, `A sheet was left out: ${code}.`, 'warning', { name: name.slice(0, 100) });

/** Comments and drawings, which are not read. */
function beside(parts: Record<string, Uint8Array>): readonly Finding[] {
  const many = (part: RegExp, piece: RegExp) =>
    Object.entries(parts)
      .filter(([name]) => part.test(name))
      .reduce((sum, [, bytes]) => sum + (partText(bytes).match(piece)?.length ?? 0), 0);
  const counts = [
    ['pictures', many(/\/drawing\d*\.xml$/, /<xdr:(?:pic|sp|graphicFrame)[\s/>]/g)],
    ['comments', many(/\/comments\d*\.xml$/, /<(?:\w+:)?comment\s/g)],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([code, count]) => trouble(code, BOOK, `Left out: ${code} (${count}).`, 'warning', { count }));
}

type Sheet = { readonly name: string; readonly id: string; readonly isHidden: boolean };

function sheetsOf(book: string): readonly Sheet[] {
  const sheets: Sheet[] = [];
  for (const { kind, name, said } of xmlPieces(book))
    if (kind === 'open' && name === 'sheet' && sheets.length < 200)
      sheets.push({
        name: attributeOf(said, 'name') ?? '',
        id: attributeOf(said, 'id') ?? '',
        isHidden: /hidden/i.test(attributeOf(said, 'state') ?? ''),
      });
  return sheets;
}

/** The part of each sheet by the id it has in the workbook. */
function sheetTargets(relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const { kind, name, said } of xmlPieces(relations)) {
    const target = kind === 'open' && name === 'Relationship' ? attributeOf(said, 'Target') : undefined;
    if (target !== undefined && /worksheet$/.test(attributeOf(said, 'Type') ?? ''))
      targets.set(attributeOf(said, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

/** Texts that cells share, without the signs that say how they are spoken. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let said = '';
  let isText = false;
  let isPhonetic = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (isText && !isPhonetic) said += piece.said;
    } else if (piece.name === 't') isText = piece.kind === 'open' && !piece.isEmpty;
    else if (piece.name === 'rPh') isPhonetic = piece.kind === 'open';
    else if (piece.name === 'si') {
      if (piece.kind === 'close' || piece.isEmpty) strings.push(said);
      said = '';
    }
  }
  return strings;
}

function cellFormats(xml: string): {
  readonly ofStyles: readonly number[];
  readonly own: ReadonlyMap<number, string>;
} {
  const ofStyles: number[] = [];
  const own = new Map<number, string>();
  let isOfCells = false;
  for (const { kind, name, said } of xmlPieces(xml)) {
    if (name === 'cellXfs') isOfCells = kind === 'open';
    if (kind !== 'open') continue;
    if (name === 'xf' && isOfCells) ofStyles.push(Number(attributeOf(said, 'numFmtId') ?? 0));
    if (name === 'numFmt')
      own.set(Number(attributeOf(said, 'numFmtId')), attributeOf(said, 'formatCode') ?? '');
  }
  return { ofStyles, own };
}
