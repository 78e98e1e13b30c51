import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isStage, type Plan, type PlannedStep, planDraft } from '../plan-draft.ts';
import { readDocx } from './read-docx.ts';

const stepsOf = (inside: Plan['inside']): readonly PlannedStep[] =>
  inside.flatMap((each) => (isStage(each) ? stepsOf(each.inside) : [each]));
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const said = (text: string) => `<w:p>${run(text)}</w:p>`;
const content = (inside: string) => `<w:txbxContent>${inside}</w:txbxContent>`;
const SPACES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const drawn = (inside: string) =>
  `<w:drawing ${SPACES}><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content(inside)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const pair = (choice: string, fallback?: string) =>
  `<mc:AlternateContent ${SPACES}><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback === undefined ? '' : `<mc:Fallback>${fallback}</mc:Fallback>`}</mc:AlternateContent>`;
const older = (inside: string) =>
  `<w:pict ${SPACES}><v:shape><v:textbox>${content(inside)}</v:textbox></v:shape></w:pict>`;

async function parts(children: readonly Paragraph[] = [new Paragraph('Avant.')], around = {}) {
  const file = new Document({ sections: [{ ...around, children: [...children] }] });
  return unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
}

async function readBody(inside: string) {
  const whole = await parts();
  const xml = new TextDecoder().decode(whole['word/document.xml']);
  // The document's own end says what its pages are like, and stands last.
  const body = xml.replace('<w:sectPr', () => `${inside}<w:sectPr`);
  return readDocx(zipSync({ ...whole, 'word/document.xml': strToU8(body) }));
}

async function textsOf(inside: string): Promise<readonly unknown[]> {
  const reading = await readBody(inside);
  if (reading.kind !== 'document') throw new Error(JSON.stringify(reading.findings));
  return reading.blocks.map((block) => (block.kind === 'table' ? block.rows : block.text)).slice(1);
}

describe('words in a text box stand where the box does, once', () => {
  test('drawn as Word draws it today, with nothing for older Words', async () => {
    const lone = `<w:p>${run('Devant. ')}<w:r>${drawn(said('Danger immédiat : appeler la police'))}</w:r></w:p>${said('Derrière.')}`;
    expect(await textsOf(lone)).toEqual(['Devant.', 'Danger immédiat : appeler la police', 'Derrière.']);
    expect(await textsOf(`<w:p><w:r>${pair(drawn(said('Seul')))}</w:r></w:p>`)).toEqual(['Seul']);
  });

  test('drawn twice, for today’s and for older Words', async () => {
    const both = pair(drawn(said('Une fois')), older(said('Une fois')));
    expect(await textsOf(`<w:p><w:r>${both}</w:r></w:p>`)).toEqual(['Une fois']);
  });

  test('drawn with a picture of it for older Words', async () => {
    const pictured = pair(drawn(said('Lu') + said('Puis')), `<w:pict ${SPACES}><v:shape/></w:pict>`);
    expect(await textsOf(`<w:p><w:r>${pictured}</w:r></w:p>`)).toEqual(['Lu', 'Puis']);
  });

  test('a box inside a group, one inside a box, and one in a cell', async () => {
    const group = `<w:drawing ${SPACES}><wpg:wgp><wps:wsp><wps:txbx>${content(said('Un'))}</wps:txbx></wps:wsp><wps:wsp><wps:txbx>${content(said('Deux'))}</wps:txbx></wps:wsp></wpg:wgp></w:drawing>`;
    expect(await textsOf(`<w:p><w:r>${group}</w:r></w:p>`)).toEqual(['Un', 'Deux']);
    const nested = drawn(
      `<w:p>${run('Dehors')}<w:r>${pair(drawn(said('Dedans')), older(said('Dedans')))}</w:r></w:p>`,
    );
    expect(await textsOf(`<w:p><w:r>${pair(nested, '<w:pict/>')}</w:r></w:p>`)).toEqual(['Dehors', 'Dedans']);
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    expect(
      await textsOf(
        `<w:tbl><w:tr>${cell(said('Quoi'))}${cell(said('Qui'))}</w:tr><w:tr>${cell(said('Visiter'))}${cell(`<w:p><w:r>${drawn(said('Police'))}</w:r></w:p>`)}</w:tr></w:tbl>`,
      ),
    ).toEqual([
      [
        ['Quoi', 'Qui'],
        ['Visiter', 'Police'],
      ],
    ]);
  });
});

describe('words at the top and the foot of pages', () => {
  const edges = {
    headers: {
      default: new Header({
        children: [new Paragraph('Ministère de la Famille'), new Paragraph('Prise en charge de l’enfant')],
      }),
      first: new Header({
        children: [new Paragraph('Ministère de la Famille'), new Paragraph('1. CONFIDENTIEL')],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            children: [
              new TextRun('Version 2 – mars 2024 | Page '),
              new TextRun({ children: [PageNumber.CURRENT] }),
              new TextRun(' sur '),
              new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
            ],
          }),
        ],
      }),
      first: new Footer({
        children: [
          new Paragraph({
            children: [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
  };
  const document = async () =>
    zipSync(
      await parts(
        [
          new Paragraph({ text: 'Prise en charge de l’enfant', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Accueil', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('1. Recevoir l’enfant'),
        ],
        edges,
      ),
    );

  test('are notes of the document, each once; page numbers and the title said again are not', async () => {
    const reading = await readDocx(await document());
    if (reading.kind !== 'document') throw new Error(JSON.stringify(reading.findings));
    expect(reading.title).toBe('Prise en charge de l’enfant');
    const plan = planDraft(reading.blocks);
    expect(plan.notes).toEqual(['Ministère de la Famille', '1. CONFIDENTIEL', 'Version 2 – mars 2024']);
    expect(stepsOf(plan.inside).map(({ words }) => words)).toEqual(['Recevoir l’enfant']);
  });

  test('a page number as a field of its own, a watermark, and words typed before', async () => {
    const whole = await parts();
    const field = (name: string, value: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(value)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ${SPACES}><w:p><w:r><w:pict><v:shape><v:textpath style="x" string="PROJET"/></v:shape></w:pict></w:r></w:p><w:p>${run('Protocole &amp; annexes – ')}${run('page ')}${field('PAGE', '7')}${run('/')}${field('NUMPAGES', '12')}</w:p><w:p><w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple></w:p></w:hdr>`;
    const reading = await readDocx(zipSync({ ...whole, 'word/header1.xml': strToU8(header) }));
    expect(reading).toMatchObject({
      blocks: [
        { kind: 'paragraph', text: 'PROJET', isOfPages: true },
        { kind: 'paragraph', text: 'Protocole & annexes', isOfPages: true },
        { kind: 'paragraph', text: 'Avant.' },
      ],
    });
  });

  test('struck out there, or in a note at the foot, is told', async () => {
    const whole = await parts();
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:del w:id="1" w:author="A"><w:r><w:delText>Ancien nom</w:delText></w:r></w:del>${run('Nouveau nom')}</w:p></w:hdr>`;
    const reading = await readDocx(zipSync({ ...whole, 'word/header1.xml': strToU8(header) }));
    expect(reading).toMatchObject({ blocks: [{ text: 'Nouveau nom' }, { text: 'Avant.' }] });
    expect(reading.findings.map(({ code }) => code)).toEqual(['exchange.struck']);
  });
});

test('a table of contents is told and not taken for steps', async () => {
  const toc = (text: string) => `<w:p><w:pPr><w:pStyle w:val="TM1"/></w:pPr>${run(text)}</w:p>`;
  const whole = await parts();
  const styles = new TextDecoder()
    .decode(whole['word/styles.xml'])
    .replace(
      '</w:styles>',
      '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style></w:styles>',
    );
  const xml = new TextDecoder().decode(whole['word/document.xml']);
  const body = xml.replace(
    '<w:sectPr',
    () => `${toc('1. Accueil 2')}${toc('2. Suivi 5')}${said('Suite.')}<w:sectPr`,
  );
  const reading = await readDocx(
    zipSync({ ...whole, 'word/styles.xml': strToU8(styles), 'word/document.xml': strToU8(body) }),
  );
  expect(reading).toMatchObject({ blocks: [{ text: 'Avant.' }, { text: 'Suite.' }] });
  expect(reading.findings.map(({ code, parameters }) => [code, parameters])).toEqual([
    ['exchange.contents', { count: 1 }],
  ]);
});

describe('what Word wraps around words', () => {
  const control = (inside: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
  const row = (...texts: readonly string[]) =>
    `<w:tr>${texts.map((text) => `<w:tc>${said(text)}</w:tc>`).join('')}</w:tr>`;

  test('fields to fill, around a paragraph, a word, a row or a cell', async () => {
    expect(await textsOf(`${control(said('Tout'))}<w:p>${run('Une ')}${control(run('part'))}</w:p>`)).toEqual(
      ['Tout', 'Une part'],
    );
    const table = `<w:tbl>${row('Quoi', 'Qui')}${control(row('Visiter', 'Police'))}<w:tr>${control(`<w:tc>${said('Écrire')}</w:tc>`)}<w:tc>${control(said('Juge'))}</w:tc></w:tr></w:tbl>`;
    expect(await textsOf(table)).toEqual([
      [
        ['Quoi', 'Qui'],
        ['Visiter', 'Police'],
        ['Écrire', 'Juge'],
      ],
    ]);
  });

  test('a frame drawn as a table of one cell: the table inside is read as any other', async () => {
    const inner = `<w:tbl>${row('Quoi', 'Qui')}${row('Visiter', 'Police')}</w:tbl>`;
    expect(
      await textsOf(`<w:tbl><w:tr><w:tc>${said('Suivi')}${inner}${said('')}</w:tc></w:tr></w:tbl>`),
    ).toEqual([
      'Suivi',
      [
        ['Quoi', 'Qui'],
        ['Visiter', 'Police'],
      ],
    ]);
  });

  test('a table inside a cell of a table keeps its words', async () => {
    const inner = `<w:tbl>${row('Police', '197')}</w:tbl>`;
    const [table] = await textsOf(
      `<w:tbl>${row('Quoi', 'Comment')}<w:tr><w:tc>${said('Appeler')}</w:tc><w:tc>${said('Numéros :')}${inner}<w:p/></w:tc></w:tr></w:tbl>`,
    );
    expect(table).toEqual([
      ['Quoi', 'Comment'],
      ['Appeler', 'Numéros :\nPolice 197'],
    ]);
  });
});

test('a list numbered 1., 1.1, 1.2 is read as it reads: what holds others is a stage', async () => {
  const read = async (second: string) => {
    const level = (at: number, text: string) => ({ level: at, format: LevelFormat.DECIMAL, text });
    const levels = [level(0, '%1.'), level(1, second), level(2, '%1.%2.%3')];
    const item = (text: string, at: number) =>
      new Paragraph({ text, numbering: { reference: 'n', level: at } });
    const file = new Document({
      numbering: { config: [{ reference: 'n', levels }] },
      sections: [
        {
          children: [
            item('Accueil', 0),
            item('Recevoir', 1),
            item('sans témoin', 2),
            item('Écouter', 1),
            item('Décision', 0),
          ],
        },
      ],
    });
    const reading = await readDocx(new Uint8Array(await Packer.toArrayBuffer(file)));
    return planDraft(reading.kind === 'document' ? reading.blocks : []).inside;
  };
  expect(await read('%1.%2')).toMatchObject([
    {
      title: 'Accueil',
      inside: [{ words: 'Recevoir', notes: ['  - sans témoin'] }, { words: 'Écouter' }],
    },
    { words: 'Décision' },
  ]);
  expect(await read('%2)')).toMatchObject([
    { words: 'Accueil', notes: ['- Recevoir', '  - sans témoin', '- Écouter'] },
    { words: 'Décision' },
  ]);
});
