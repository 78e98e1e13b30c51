import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isStage, planDraft } from '../plan-draft.ts';
import { readFile } from '../read-file.ts';
import { readXlsx } from './read-xlsx.ts';

type Sheet = { readonly name: string; readonly xml: string; readonly state?: string };
type Around = { readonly strings?: string; readonly styles?: string; readonly book?: string };

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (rows: string, after = '') =>
  `<worksheet ${NS}><sheetData>${rows}</sheetData>${after}</worksheet>`;
/** Rows of texts from A1 on; an empty text is no cell. */
const rowsOf = (rows: readonly (readonly string[])[], from = 1) =>
  rows
    .map(
      (row, index) =>
        `<row r="${index + from}">${row.map((text, column) => (text === '' ? '' : cell(`${'ABCDEFGH'[column]}${index + from}`, text))).join('')}</row>`,
    )
    .join('');

function workbook(sheets: readonly Sheet[], { strings, styles, book = '' }: Around = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="http://r">${book}<sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${index % 2 === 0 ? '' : '/xl/'}worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `<sst ${NS}>${strings}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `<styleSheet ${NS}>${styles}</styleSheet>` }),
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const HEAD = ['Qué', 'Quién', 'Plazo'];
const VISIT = ['Visitar', 'Policía', '48 horas'];
const blocksOf = (bytes: Uint8Array) => {
  const reading = readXlsx(bytes);
  if (reading.kind !== 'document') throw new Error(JSON.stringify(reading.findings));
  return reading.blocks;
};
const codes = (bytes: Uint8Array) =>
  readXlsx(bytes).findings.map(({ code, parameters }) => [code, ...Object.values(parameters)]);

test('a sheet that says who does what is a table, read where it stands', async () => {
  const xml = sheetOf(rowsOf([['', ...HEAD], [], ['', ...VISIT]], 3));
  const bytes = workbook([{ name: 'Hoja1', xml }]);
  expect(await readFile({ kind: 'file', name: 'x.xlsx', bytes }, 'es')).toEqual({
    kind: 'document',
    title: '',
    blocks: [{ kind: 'table', rows: [HEAD, VISIT] }],
    findings: [],
  });
});

test('texts that cells share, in several pieces, without how they are spoken', () => {
  const strings =
    '<si><t>Quoi</t></si><si><r><t>Qui</t></r></si><si><r><t xml:space="preserve">Écouter &amp; </t></r><r><t>rassurer</t></r><rPh sb="0" eb="1"><t>xx</t></rPh></si><si/><si><t>Police</t></si>';
  const shared = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
  const xml = sheetOf(
    `<row r="1">${shared('A1', 0)}${shared('B1', 1)}</row><row r="2">${shared('A2', 2)}${shared('B2', 4)}${shared('C2', 3)}${shared('D2', 99)}</row>`,
  );
  expect(blocksOf(workbook([{ name: 'F', xml }], { strings }))).toEqual([
    {
      kind: 'table',
      rows: [
        ['Quoi', 'Qui'],
        ['Écouter & rassurer', 'Police'],
      ],
    },
  ]);
});

test('numbers as they are shown: days, hours, words around, what a formula gave', () => {
  const formats = [
    '0" h"',
    '&quot;J+&quot;0',
    'dd/mm/yyyy',
    '[h]:mm',
    '0.0%',
    'General" jours"',
    '[$-40C]d\\ mmmm\\ yyyy;@',
    '#,##0.00',
  ];
  const styles = `<numFmts>${formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll('"', '&quot;').replaceAll('&quot;J', '&quot;J')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}<xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>`;
  const figures: readonly (readonly [number, string])[] = [
    [0, '0.30000000000000004'],
    [1, '48'],
    [2, '3'],
    [3, '45363'],
    [4, '2'],
    [5, '0.125'],
    [6, '3'],
    [7, '45363'],
    [8, '1234.5'],
    [9, '45363.5'],
    [10, '45363.5'],
    [11, '0.5'],
  ];
  const row = figures.map(
    ([style, value], index) => `<c r="${'ABCDEFGHIJKL'[index]}2" s="${style}"><v>${value}</v></c>`,
  );
  const more =
    '<c r="M2" t="b"><v>1</v></c><c r="N2" t="str"><f>A1&amp;"x"</f><v>gave</v></c><c r="O2" t="e"><v>#REF!</v></c><c r="P2" t="d"><v>2024-03-12T00:00:00</v></c>';
  const xml = sheetOf(
    `<row r="1">${cell('A1', 'Quoi')}${cell('B1', 'Qui')}</row><row r="2">${row.join('')}${more}</row>`,
  );
  expect(blocksOf(workbook([{ name: 'F', xml }], { styles }))).toMatchObject([
    {
      rows: [
        {},
        [
          '0.3',
          '48 h',
          'J+3',
          '2024-03-12',
          '48:00',
          '12.5 %',
          '3 jours',
          '2024-03-12',
          '1234.50',
          '2024-03-12',
          '2024-03-12 12:00',
          '12:00',
          '✓',
          'gave',
          '#REF!',
          '2024-03-12',
        ],
      ],
    },
  ]);
});

test('days counted from 1904', () => {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const xml = sheetOf(`${rowsOf([HEAD])}<row r="2">${cell('A2', 'x')}<c r="C2" s="1"><v>43901</v></c></row>`);
  const book = '<workbookPr date1904="1"/>';
  expect(blocksOf(workbook([{ name: 'F', xml }], { styles, book }))).toMatchObject([
    { rows: [{}, ['x', '', '2024-03-12']] },
  ]);
});

test('merged cells: who does several steps is said of each; a line across the table is a note; titles stand above', () => {
  const xml = sheetOf(
    rowsOf([
      ['Ruta de atención'],
      ['País', 'Perú'],
      HEAD,
      ['Visitar', 'Policía', '48 horas'],
      ['Escribir', '', '3 días hábiles'],
      ['Siempre con el niño'],
      ['Cerrar', 'Juez', ''],
    ]),
    '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B4:B5"/><mergeCell ref="A6:C6"/></mergeCells>',
  );
  const blocks = blocksOf(workbook([{ name: 'F', xml }]));
  expect(blocks).toMatchObject([{ text: 'Ruta de atención' }, { text: 'País | Perú' }, { kind: 'table' }]);
  expect(planDraft(blocks).inside).toMatchObject([
    { words: 'Visitar', cells: { who: 'Policía', when: '48 horas' } },
    {
      words: 'Escribir',
      cells: { who: 'Policía', when: '3 días hábiles' },
      notes: ['Siempre con el niño'],
    },
    { words: 'Cerrar', cells: { who: 'Juez' } },
  ]);
});

describe('several sheets', () => {
  const table = sheetOf(rowsOf([HEAD, VISIT]));

  test('each with such a table is a stage by the name of its tab; the others are told', () => {
    const bytes = workbook([
      { name: 'Recepción', xml: table },
      {
        name: 'Contactos &amp; más',
        xml: sheetOf(
          rowsOf([
            ['Nombre', 'Teléfono'],
            ['Ana', '1'],
          ]),
        ),
      },
      { name: 'Vacía', xml: sheetOf('') },
      { name: 'Cierre', xml: table },
      { name: 'Listas', xml: table, state: 'hidden' },
    ]);
    const { inside } = planDraft(blocksOf(bytes));
    expect(inside.filter(isStage).map(({ title }) => title)).toEqual(['Recepción', 'Cierre']);
    expect(codes(bytes)).toEqual([
      ['exchange.sheet_hidden', 'Listas'],
      ['exchange.sheet', 'Contactos & más'],
    ]);
  });

  test('none with such a table says which headings are missing', () => {
    const xml = sheetOf(
      rowsOf([
        ['Nombre', 'Teléfono'],
        ['Ana', '1'],
      ]),
    );
    expect(codes(workbook([{ name: 'F', xml }]))).toEqual([['exchange.no_columns']]);
    expect(codes(workbook([{ name: 'F', xml: sheetOf('') }]))).toEqual([['exchange.empty']]);
  });

  test('two tables below each other in one sheet are two', () => {
    const xml = sheetOf(
      rowsOf([
        ['Fase 1: Recepción'],
        HEAD,
        VISIT,
        HEAD,
        VISIT,
        ['Segunda parte'],
        ['Paso', 'Responsable'],
        ['Cerrar', 'Juez'],
      ]),
    );
    const blocks = blocksOf(workbook([{ name: 'F', xml }]));
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows.length : block.text))).toEqual([
      'Fase 1: Recepción',
      4,
      'Segunda parte',
      2,
    ]);
    // Headings said again are no step.
    expect(planDraft(blocks).inside).toMatchObject([
      { words: 'Visitar' },
      { words: 'Visitar' },
      { words: 'Cerrar' },
    ]);
  });
});

test('comments and drawings are told', () => {
  const parts = unzipSync(workbook([{ name: 'F', xml: sheetOf(rowsOf([HEAD, VISIT])) }]));
  const bytes = zipSync({
    ...parts,
    'xl/comments1.xml': strToU8('<comments><commentList><comment ref="A1"/></commentList></comments>'),
    'xl/drawings/drawing1.xml': strToU8('<xdr:wsDr><xdr:sp macro=""/><xdr:pic/></xdr:wsDr>'),
  });
  expect(codes(bytes)).toEqual([
    ['exchange.pictures', 2],
    ['exchange.comments', 1],
  ]);
});

describe('a hostile workbook', () => {
  const good = () => workbook([{ name: 'F', xml: sheetOf(rowsOf([HEAD, VISIT])) }]);
  const withSheet = (xml: string | Uint8Array) =>
    zipSync({
      ...unzipSync(good()),
      'xl/worksheets/sheet1.xml': typeof xml === 'string' ? strToU8(xml) : xml,
    });

  test('that declares entities, or swells, is refused', () => {
    expect(
      codes(withSheet('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><worksheet>&a;</worksheet>')),
    ).toEqual([['exchange.declares']]);
    expect(codes(withSheet(new Uint8Array(60_000_000)))).toEqual([['exchange.swollen']]);
  });

  test('with more rows than are read, cells at its very end or merges over all of it, is read in part', () => {
    const many = rowsOf([HEAD, ...Array.from({ length: 2_500 }, () => VISIT)]);
    expect(codes(withSheet(sheetOf(many)))).toEqual([['exchange.cut_tables', 1]]);
    const far = `${rowsOf([HEAD, VISIT])}<row r="1048576">${cell('XFD1048576', 'x')}</row>`;
    const merges = `<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(9_000)}</mergeCells>`;
    expect(codes(withSheet(sheetOf(far, merges)))).toEqual([['exchange.cut_tables', 1]]);
  });

  test('cut short, or with any byte changed, gives findings or a table, never an exception', () => {
    const whole = good();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
          fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
            const changed = whole.slice();
            changed[at] = byte;
            return changed;
          }),
          fc.string().map((xml) => withSheet(xml)),
        ),
        (bytes) => {
          const reading = readXlsx(bytes);
          if (reading.kind === 'nothing') expect(reading.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});
