import { checkStructure, parsePack } from '@parcours/engine';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildDraft, keptOnce } from '../build-draft.ts';
import { isStage, type Plan, type PlannedStep, planDraft } from '../plan-draft.ts';
import { readDocx } from './read-docx.ts';

const ABOUT = { id: 'essai', title: 'Essai', jurisdiction: 'TN', timeZone: 'Africa/Tunis' } as const;
type Child = Paragraph | Table;

const heading = (text: string, level = 1) =>
  new Paragraph({ text, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
const numbered = (text: string, level = 0) => new Paragraph({ text, numbering: { reference: 'n', level } });
const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } });
const table = (rows: readonly (readonly string[])[]) =>
  new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            (text) => new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) }),
          ),
        }),
    ),
  });

async function word(children: readonly Child[]): Promise<Uint8Array> {
  const levels = [0, 1].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` }));
  const file = new Document({
    footnotes: { 1: { children: [new Paragraph('Article 12 de la Convention.')] } },
    numbering: { config: [{ reference: 'n', levels }] },
    sections: [{ children: [...children] }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

async function draftOf(children: readonly Child[], language: 'fr' | 'ar' = 'fr') {
  const reading = await readDocx(await word(children));
  if (reading.kind !== 'document') throw new Error(JSON.stringify(reading.findings));
  const plan = planDraft(reading.blocks);
  const draft = buildDraft(plan, { ...ABOUT, language });
  const { parsed, findings } = parsePack(draft.files);
  if (parsed?.kind !== 'procedure') throw new Error(JSON.stringify(findings));
  return { reading, plan, draft, pack: parsed.pack };
}

const FRENCH: readonly Child[] = [
  new Paragraph({ text: 'Prise en charge de l’enfant victime', heading: HeadingLevel.TITLE }),
  new Paragraph('Document de travail du comité.'),
  heading('Accueil'),
  new Paragraph('Accueillir sans enquêter.'),
  numbered('Recevoir le signalement'),
  numbered('dans un lieu calme', 1),
  new Paragraph('Selon l’article 20 du code, le signalement est obligatoire.'),
  numbered('Évaluer le danger'),
  bullet('Est-il en sécurité ce soir ?'),
  heading('Suivi'),
  table([
    ['N°', 'Quoi', 'Qui', 'Quand', 'Avec qui', 'Comment', 'Remarque'],
    [
      '1',
      'Visite à domicile',
      'Assistante sociale',
      '48 heures',
      'Police ; juge des enfants',
      'En parlant à l’enfant seul',
      'Voir annexe',
    ],
    ['2', 'Plan de protection', 'Le responsable désigné', '3 jours ouvrables', '', '', ''],
    ['3', 'Réunion', 'Assistante sociale', 'dans les meilleurs délais', '', '', ''],
  ]),
  heading('Clôture'),
  new Paragraph('Quand l’enfant est en sécurité.'),
];

const stepsOf = (inside: Plan['inside']): readonly PlannedStep[] =>
  inside.flatMap((each) => (isStage(each) ? stepsOf(each.inside) : [each]));

const cell = (text: string, about: { columnSpan?: number; verticalMerge?: 'restart' | 'continue' } = {}) =>
  new TableCell({
    ...(about.columnSpan !== undefined && { columnSpan: about.columnSpan }),
    ...(about.verticalMerge !== undefined && {
      verticalMerge:
        about.verticalMerge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
    }),
    children: [new Paragraph(text)],
  });

test('cells that Word has merged keep each word in its column, and a row across the table is a note', async () => {
  const merged = new Table({
    rows: [
      [cell('Quoi'), cell('Qui'), cell('Quand')],
      [cell('Ces visites se font sans prévenir l’auteur présumé.', { columnSpan: 3 })],
      [
        cell('Visiter la famille'),
        cell('Assistante sociale', { verticalMerge: 'restart' }),
        cell('48 heures'),
      ],
      [cell('Voir l’enfant seul'), cell('', { verticalMerge: 'continue' }), cell('3 jours ouvrables')],
    ].map((children) => new TableRow({ children })),
  });
  const { plan } = await draftOf([heading('Visite'), merged]);
  const steps = stepsOf(plan.inside);
  expect(steps.map(({ words }) => words)).toEqual(['Visiter la famille', 'Voir l’enfant seul']);
  expect(steps.map(({ cells }) => cells)).toEqual([
    { who: 'Assistante sociale', when: '48 heures' },
    { who: 'Assistante sociale', when: '3 jours ouvrables' },
  ]);
  expect(steps[0]?.notes).toEqual(['Ces visites se font sans prévenir l’auteur présumé.']);
});

describe('a table that begins with its title across it', () => {
  const ROWS = [
    [cell('Quoi'), cell('Qui'), cell('Quand')],
    [cell('Visiter la famille'), cell('Assistante sociale'), cell('48 heures')],
    [cell('Tenir la réunion'), cell('Police'), cell('3 jours ouvrables')],
  ];
  const across = (...said: Paragraph[]) => [new TableCell({ columnSpan: 3, children: said })];
  const titled = (...titles: TableCell[][]) =>
    new Table({ rows: [...titles, ...ROWS].map((children) => new TableRow({ children })) });

  test('keeps the title as a note, reads the header below it, and the steps come', async () => {
    const { plan } = await draftOf([
      heading('Suivi'),
      titled(across(new Paragraph('1. Suivi de l’enfant'))),
      titled(across(new Paragraph('Étape 2 : Clôture')), across(new Paragraph('Sans délai'))),
    ]);
    const steps = stepsOf(plan.inside);
    expect(steps.map(({ words, cells, notes }) => ({ words, ...cells, notes }))).toEqual([
      { words: 'Visiter la famille', who: 'Assistante sociale', when: '48 heures', notes: [] },
      { words: 'Tenir la réunion', who: 'Police', when: '3 jours ouvrables', notes: [] },
      // What is said at the head of a table is said of its own steps, not of the step before.
      {
        words: 'Visiter la famille',
        who: 'Assistante sociale',
        when: '48 heures',
        notes: ['Étape 2 : Clôture', 'Sans délai'],
      },
      { words: 'Tenir la réunion', who: 'Police', when: '3 jours ouvrables', notes: [] },
    ]);
    expect(plan.inside.filter(isStage)).toMatchObject([{ title: 'Suivi', notes: ['1. Suivi de l’enfant'] }]);
  });

  test('makes a stage of it where it is a heading', async () => {
    const title = new Paragraph({
      heading: HeadingLevel.HEADING_2,
      children: [new TextRun('Suivi'), new FootnoteReferenceRun(1)],
    });
    const { plan } = await draftOf([heading('Accueil'), titled(across(title)), heading('Clôture')]);
    expect(plan.inside.filter(isStage)).toMatchObject([
      {
        title: 'Accueil',
        inside: [
          {
            title: 'Suivi',
            notes: ['Article 12 de la Convention.'],
            inside: [{ words: 'Visiter la famille' }, { words: 'Tenir la réunion' }],
          },
        ],
      },
    ]);
  });

  test('loses no word where people make nothing of the steps', async () => {
    const { reading } = await draftOf([numbered('Recevoir'), titled(across(new Paragraph('Suivi')))]);
    const blocks = reading.kind === 'document' ? reading.blocks : [];
    const at = blocks.findIndex(({ kind }) => kind === 'table');
    for (const as of ['note', 'nothing'] as const)
      expect(stepsOf(planDraft(blocks, new Map([[at, as]])).inside)[0]?.notes[0]).toBe('Suivi');
  });

  test('stays as it is where no header follows', async () => {
    const { plan } = await draftOf([
      numbered('Recevoir'),
      table([
        ['Numéros utiles', ''],
        ['Police', '197'],
      ]),
    ]);
    expect(stepsOf(plan.inside)[0]?.notes).toEqual(['Numéros utiles', 'Police | 197']);
  });
});

describe('a document without styles, as many are typed', () => {
  const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
  const shape = (inside: Plan['inside']): unknown =>
    inside.map((each) => (isStage(each) ? [each.title, shape(each.inside)] : each.words));

  test('bold lines that have steps below are its stages, the one above all is its title', async () => {
    const { reading, plan } = await draftOf([
      bold('PROCÉDURE DE REPÉRAGE'),
      new Paragraph('Version de mars.'),
      bold('I. Repérage'),
      new Paragraph('1. Observer l’enfant.'),
      bold('ATTENTION : ne rien demander à l’enfant'),
      new Paragraph('a) sans l’interroger'),
      new Paragraph('2. Prévenir le directeur'),
      bold('Signalement'),
      new Paragraph('1. Transmettre la fiche'),
      bold('Les annexes'),
      new Paragraph('Une fiche vide.'),
    ]);
    expect(reading).toMatchObject({ title: 'PROCÉDURE DE REPÉRAGE' });
    expect(shape(plan.inside)).toEqual([
      ['Repérage', ['Observer l’enfant.', 'Prévenir le directeur']],
      ['Signalement', ['Transmettre la fiche']],
    ]);
    expect(stepsOf(plan.inside).map(({ notes }) => notes)).toEqual([
      ['ATTENTION : ne rien demander à l’enfant', 'a) sans l’interroger'],
      [],
      ['Les annexes', 'Une fiche vide.'],
    ]);
  });

  test('numbers typed by hand say what stands below what', async () => {
    const typed = [
      'Étape 1 : Accueil',
      '1.1 Recevoir l’enfant',
      '1.2. prévenir le référent',
      'Étape n° 2 – Décision',
      'environ 1.5 million d’enfants',
      'Phase 3 : Suivi',
      '1) Visiter la famille',
      'المرحلة الرابعة: الإغلاق',
      'الخطوة الأولى: كتابة التقرير',
    ];
    const { plan } = await draftOf(typed.map((text) => new Paragraph(text)));
    expect(shape(plan.inside)).toEqual([
      ['Accueil', ['Recevoir l’enfant', 'prévenir le référent']],
      'Décision',
      ['Suivi', ['Visiter la famille']],
      ['الإغلاق', ['كتابة التقرير']],
    ]);
  });

  test('phases said in a column, or across a table, are its stages', async () => {
    const { plan } = await draftOf([
      table([
        ['Phase', 'Activité', 'Qui'],
        ['Accueil', 'Recevoir', 'Police'],
        ['', 'Écouter', 'Police'],
        ['Suivi', 'Visiter', 'Police'],
      ]),
      new Table({
        rows: [
          [cell('Quoi'), cell('Qui')],
          [cell('PHASE 3 : CLÔTURE', { columnSpan: 2 })],
          [cell('Écrire le bilan'), cell('Police')],
        ].map((children) => new TableRow({ children })),
      }),
    ]);
    expect(shape(plan.inside)).toEqual([
      ['Accueil', ['Recevoir', 'Écouter']],
      ['Suivi', ['Visiter']],
      ['CLÔTURE', ['Écrire le bilan']],
    ]);
  });
});

test('a name too long to be one, and a heading too long for a title, are kept whole', async () => {
  const who = `Toute personne ${'qui a vu ou entendu '.repeat(8)}quelque chose`;
  const head = `Accueillir ${'et protéger '.repeat(14)}l’enfant`;
  const { draft } = await draftOf([
    heading(head),
    table([
      ['Quoi', 'Qui'],
      ['Signaler', who],
    ]),
  ]);
  const all = Object.values(draft.files).join('\n');
  expect(all).toContain(who);
  expect(all).toContain(head);
});

describe('what Word keeps beside the text', () => {
  const withBody = async (inside: string) => {
    const parts = unzipSync(await word([new Paragraph('Avant.')]));
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    const body = xml.replace('</w:body>', `${inside}</w:body>`);
    return readDocx(zipSync({ ...parts, 'word/document.xml': strToU8(body) }));
  };
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

  test('words in fields, in runs whose direction is said and in round boxes are read', async () => {
    const reading = await withBody(
      `<w:p><w:fldSimple w:instr="REF a">${run('étape 3')}</w:fldSimple><w:bdo w:val="rtl">${run('الطفل')}</w:bdo></w:p>` +
        `<w:p><w:r><w:pict><v:oval xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${run('Danger ?')}</w:p></w:txbxContent></v:textbox></v:oval></w:pict></w:r></w:p>`,
    );
    const all = JSON.stringify(reading);
    for (const said of ['étape 3', 'الطفل', 'Danger ?']) expect(all).toContain(said);
  });

  test('what is not taken over is told: comments, words struck out, pictures', async () => {
    const struck = '<w:r><w:delText>sous 48 heures</w:delText></w:r>';
    const reading = await withBody(
      `<w:p>${run('Prévenir ')}<w:del w:id="1" w:author="A">${struck}</w:del><w:ins w:id="2" w:author="A">${run('le jour même')}</w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>` +
        '<w:p><w:r><w:drawing><pic:pic xmlns:pic="urn:p"/></w:drawing></w:r></w:p>',
    );
    expect(JSON.stringify(reading)).toContain('Prévenir le jour même');
    expect(reading.findings.map(({ code, severity, parameters }) => [code, severity, parameters])).toEqual([
      ['exchange.pictures', 'warning', { count: 1 }],
      ['exchange.comments', 'warning', { count: 1 }],
      ['exchange.struck', 'warning', { count: 1 }],
    ]);
  });
});

test('a table whose rows name nothing to do loses no word', async () => {
  const { plan } = await draftOf([
    heading('Visite'),
    table([
      ['Quoi', 'Qui'],
      ['', 'Assistante sociale'],
    ]),
  ]);
  expect(JSON.stringify(plan)).toContain('Assistante sociale');
});

test('a footnote stands beside what it is a note of', async () => {
  const noted = new Paragraph({
    children: [new TextRun('Recevoir le signalement'), new FootnoteReferenceRun(1)],
    numbering: { reference: 'n', level: 0 },
  });
  const { plan } = await draftOf([heading('Accueil'), noted]);
  const [step] = stepsOf(plan.inside);
  expect(step).toMatchObject({
    words: 'Recevoir le signalement',
    notes: ['Article 12 de la Convention.'],
  });
});

describe('a procedure written in Word', () => {
  test('headings are stages, numbered paragraphs and rows are steps, in order', async () => {
    const { reading, pack, plan } = await draftOf(FRENCH);
    expect(reading.kind === 'document' && reading.title).toBe('Prise en charge de l’enfant victime');
    const titles = Object.values(pack.steps).map(({ kind, title }) => `${kind} ${title['fr']}`);
    expect(titles.sort()).toEqual(
      [
        'track Parcours',
        'stage Accueil',
        'work Recevoir le signalement',
        'work Évaluer le danger',
        'stage Suivi',
        'work Visite à domicile',
        'work Plan de protection',
        'work Réunion',
        'work Clôture',
        'end Fin',
      ].sort(),
    );
    expect(plan.became.filter((as) => as === 'note')).toHaveLength(6);
  });

  test('each step leads to the next by an outcome, the last to the end', async () => {
    const { pack } = await draftOf(FRENCH);
    const ways: string[] = [];
    const visit = (state: (typeof pack.machine.states)[string]) => {
      for (const candidates of Object.values(state.on ?? {}))
        ways.push(`${state.id} ${candidates[0]?.target}`);
      for (const child of Object.values(state.states ?? {})) visit(child);
    };
    for (const track of Object.values(pack.machine.states)) visit(track);
    expect(ways).toEqual([
      'recevoir_le_signalement #evaluer_le_danger',
      'evaluer_le_danger #visite_a_domicile',
      'visite_a_domicile #plan_de_protection',
      'plan_de_protection #reunion',
      'reunion #cloture',
      'cloture #fin',
    ]);
  });

  test('the rest stands beside its step, word for word', async () => {
    const { pack } = await draftOf(FRENCH);
    const first = pack.steps['recevoir_le_signalement'];
    expect(first && 'how' in first && first.how?.['fr']).toBe(
      '- dans un lieu calme\n\nSelon l’article 20 du code, le signalement est obligatoire.',
    );
    expect(pack.steps['accueil']).toMatchObject({ purpose: { fr: 'Accueillir sans enquêter.' } });
    expect(pack.pack.summary).toEqual({ fr: 'Document de travail du comité.' });
    const visit = pack.steps['visite_a_domicile'];
    expect(visit && 'how' in visit && visit.how?.['fr']).toBe(
      'En parlant à l’enfant seul\n\nRemarque : Voir annexe',
    );
  });

  test('functions and spans that are understood become so, the others stay in words', async () => {
    const { pack, draft } = await draftOf(FRENCH);
    expect(pack.steps['visite_a_domicile']).toMatchObject({
      who: ['assistante_sociale'],
      with: ['police', 'juge_des_enfants'],
    });
    expect(Object.values(pack.roles).map(({ sector }) => sector)).toEqual(['social', 'police', 'justice']);
    expect(Object.values(pack.deadlines).map(({ within, calendar }) => [within, calendar])).toEqual([
      ['PT48H', 'elapsed'],
      ['P3D', 'working'],
    ]);
    expect(pack.steps['plan_de_protection']).not.toHaveProperty('who');
    expect(draft.kept).toContainEqual({
      place: 'steps/plan_de_protection',
      what: 'who',
      words: 'Le responsable désigné',
    });
    expect(draft.kept).toContainEqual({
      place: 'steps/reunion',
      what: 'when',
      words: 'dans les meilleurs délais',
    });
    const meeting = pack.steps['reunion'];
    expect(meeting && 'how' in meeting && meeting.how?.['fr']).toContain('dans les meilleurs délais');
  });

  test('nothing is invented: no source, every element proposed, and what is missing is told', async () => {
    const { pack } = await draftOf(FRENCH);
    expect(pack.sources).toEqual({});
    expect(pack.safeguards).toEqual({});
    for (const section of [pack.events, pack.deadlines])
      for (const { basis } of Object.values(section)) expect(basis).toBe('practice');
    const codes = checkStructure(pack).map(({ code, path }) => `${code} ${path}`);
    expect(codes.filter((code) => code.startsWith('step.no_role')).length).toBeGreaterThan(0);
    expect(codes.filter((code) => code.startsWith('step.no_deadline')).length).toBeGreaterThan(0);
  });

  test('in Arabic', async () => {
    const { pack } = await draftOf(
      [
        heading('الاستقبال'),
        table([
          ['الخطوة', 'من', 'متى', 'كيف'],
          ['استقبال الإشعار', 'مندوب حماية الطفولة', '24 ساعة', 'في مكان هادئ'],
          ['زيارة المنزل', 'الشرطة', 'يومان', ''],
        ]),
        heading('المتابعة'),
        new Paragraph('٣. عقد اجتماع اللجنة'),
      ],
      'ar',
    );
    const steps = Object.values(pack.steps);
    expect(steps.filter(({ kind }) => kind === 'stage').map(({ title }) => title['ar'])).toEqual([
      'الاستقبال',
      'المتابعة',
    ]);
    expect(steps.filter(({ kind }) => kind === 'work').map(({ title }) => title['ar'])).toEqual([
      'استقبال الإشعار',
      'زيارة المنزل',
      'عقد اجتماع اللجنة',
    ]);
    expect(Object.values(pack.deadlines).map(({ within }) => within)).toEqual(['PT24H', 'P2D']);
    expect(Object.values(pack.roles).map(({ label, sector }) => [label['ar'], sector])).toEqual([
      ['مندوب حماية الطفولة', 'social'],
      ['الشرطة', 'police'],
    ]);
  });
});

describe('a hostile document is refused', () => {
  const codes = async (bytes: Uint8Array) => (await readDocx(bytes)).findings.map(({ code }) => code);
  const withBody = async (body: string | Uint8Array) =>
    zipSync({
      ...unzipSync(await word([new Paragraph('x')])),
      'word/document.xml': typeof body === 'string' ? strToU8(body) : body,
    });

  test('that declares entities, inside or outside', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document>&b;</w:document>`;
    expect(await codes(await withBody(laughs))).toEqual(['exchange.declares']);
    const wide = Uint8Array.from([0xff, 0xfe, ...[...laughs].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(await codes(await withBody(wide))).toEqual(['exchange.declares']);
  });

  test('that swells', async () => {
    expect(await codes(await withBody(new Uint8Array(60_000_000)))).toEqual(['exchange.swollen']);
  });

  test('nested a thousand levels deep', async () => {
    const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(1_000)}<w:p><w:r><w:t>x</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(1_000)}</w:body></w:document>`;
    const reading = await readDocx(await withBody(deep));
    expect(['nothing', 'document']).toContain(reading.kind);
  });

  test('cut short, or random bytes: findings, never an exception', async () => {
    const whole = await word(FRENCH);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
          fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
            const changed = whole.slice();
            changed[at] = byte;
            return changed;
          }),
        ),
        async (bytes) => {
          const reading = await readDocx(bytes);
          if (reading.kind === 'nothing') expect(reading.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('names on lines of their own that nobody placed stay apart in words; notes on the whole are counted', async () => {
  const { pack, draft } = await draftOf([
    new Paragraph('Document de travail.'),
    heading('Visite'),
    table([
      ['Quoi', 'Avec qui'],
      ['Visiter', 'Chef de quartier\nVoisine'],
    ]),
  ]);
  expect(JSON.stringify(pack.steps)).toContain('Avec qui, dans le document : Chef de quartier, Voisine');
  expect(draft.count).toMatchObject({ whole: 1, notes: 0 });
});

test('a function that many steps name is told once; a label is set as its language sets it', async () => {
  const { draft, pack } = await draftOf(
    [
      heading('Medidas'),
      table([
        ['Paso', 'Responsable'],
        ['Recibir', 'Comisaría de familia'],
        ['Cerrar', 'Comisaría de familia'],
      ]),
    ],
    'ar',
  );
  expect(draft.kept).toHaveLength(2);
  expect(keptOnce(draft.kept).map(({ words }) => words)).toEqual(['Comisaría de familia']);
  expect(JSON.stringify(pack.steps)).toContain('من، في الوثيقة: Comisaría de familia');
});
