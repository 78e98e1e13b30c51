import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../procedure/pack.ts';
import { parsePack } from '../../procedure/parse-pack.ts';
import { samplePack } from '../../procedure/sample-pack.ts';
import type { Block, Item, Line, ProcedureDocument } from './document.ts';
import { documentHtml } from './document-html.ts';
import { type DocumentOptions, exportDocument } from './export-document.ts';
import { unbroken } from './unbroken.ts';

const said = (line: Line): string => line.map(({ text }) => text).join('');
const itemTexts = ({ line, items }: Item): readonly string[] => [
  said(line),
  ...(items ?? []).flatMap(itemTexts),
];

function texts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'pairs')
      return block.rows.flatMap(({ label, blocks: inner }) => [label, ...texts(inner)]);
    if (block.kind === 'list') return block.items.flatMap(itemTexts);
    if (block.kind === 'table') return [...block.head, ...block.rows.flatMap((row) => row.map(said))];
    if (block.kind === 'question') return [block.label, JSON.stringify(block.answer)];
    return [said(block.line)];
  });
}

const chapter = (document: ProcedureDocument, kind: string) =>
  document.chapters.filter((each) => each.kind === kind).flatMap(({ blocks }) => texts(blocks));

const FINDINGS = [
  { code: 'x.y', severity: 'error', path: 'pack', parameters: {}, message: 'Something is missing.' },
] as const;

/** The skeleton: headings and what stands between them, by kind. */
const shape = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'heading'
      ? `h${block.level} ${said(block.line)}`
      : block.kind === 'pairs'
        ? block.rows.map(({ label }) => label).join(' | ')
        : block.kind,
  );

describe('the procedure as a document', () => {
  const document = exportDocument(samplePack(), 'fr', {
    hash: 'abc123'.repeat(10),
    verdicts: [{ id: 'heard_first', verdict: 'proved' }],
  });

  test('has a title page with version, hash, review state and languages', () => {
    const words = texts(document.titlePage);
    expect(words).toContain('1.0.0');
    expect(words).toContain('abc123'.repeat(10));
    expect(words).toContain('Aucune autorité ne l’a validée');
    expect(words).toContain('English (non relue), français (non relue)');
  });

  test('keeps its structure', () => {
    expect(
      document.chapters.map(({ kind, title, blocks }) => ({ kind, title, shape: shape(blocks) })),
    ).toMatchSnapshot();
  });

  test('says of a safeguard that says nothing that it does, and for want of which values', () => {
    const told = (verdict: NonNullable<DocumentOptions['verdicts']>[number]) =>
      chapter(exportDocument(samplePack(), 'fr', { verdicts: [verdict] }), 'safeguards');
    const id = 'heard_before_placement';
    expect(told({ id, verdict: 'proved' })).toContain('vérifiée sur tous les chemins');
    // A sign stays with the word before it.
    const like = (said: RegExp) => expect.stringMatching(said);
    expect(told({ id, verdict: 'proved', vacuous: 'it never happens' })).toContainEqual(
      like(
        /^vérifiée sur tous les chemins, mais elle ne dit rien ici\s: ce dont elle parle n’arrive jamais$/,
      ),
    );
    const awaits = ['order_length', 'majority_age'];
    expect(told({ id, verdict: 'proved', vacuous: 'it never happens', awaits })).toContainEqual(
      like(/rien encore\s: .* tant que manque\s: Durée d’une ordonnance, Âge de la majorité$/),
    );
    expect(told({ id, verdict: 'unchecked', awaits })).toContainEqual(
      like(/^non vérifiée, tant que manque\s: Durée d’une ordonnance, Âge de la majorité$/),
    );
  });

  test('says every value that rules and deadlines take, and that one was not found', () => {
    const rows = (breaks: Parameters<typeof samplePack>[0]) =>
      chapter(exportDocument(samplePack(breaks), 'en'), 'parameters');
    const known = { type: 'integer', unit: 'years', confidence: 'secondary', sources: ['crc_12'] };
    const breaks = { label: { en: 'Least age' }, ...known, basis: 'law' };
    const told = rows({ 'parameters/least_age': { ...breaks, value: 13, note: { en: 'Read again.' } } });
    expect(told.slice(0, 3)).toEqual(['What is set', 'Value', 'Rests on']);
    expect(told.slice(told.indexOf('Least age'))[1]).toBe('13 years; Read again.');
    const bare = rows({
      'parameters/least_age': {
        label: { en: 'Least age' },
        type: 'integer',
        value: 13,
        confidence: 'memory',
      },
    });
    expect(bare.slice(bare.indexOf('Least age'))[2]).toBe('From memory, to be checked');
    const asked = rows({
      'parameters/least_age': { ...breaks, confidence: 'unknown', guideline: { value: 14 } },
    });
    expect(asked.slice(asked.indexOf('Least age'))[1]).toMatch(/^national law not found \(.*14 years.*\)$/);
  });

  test('says why an adaptation does otherwise, and what its base is called', () => {
    const pack = samplePack({
      'deadlines/decide_by/reason': { fr: 'Chez nous, les distances sont longues.' },
      'pack/kind': 'overlay',
      'pack/extends': { id: 'child-protection', version: '0.1.0' },
    });
    const adapted = exportDocument(pack, 'fr', { base: 'Protéger un enfant' });
    expect(chapter(adapted, 'deadlines').join(' ')).toMatch(
      /Autrement que dans la base\s: Chez nous, les distances sont longues\./,
    );
    expect(texts(adapted.titlePage)).toContain('Protéger un enfant, version 0.1.0');
  });

  test('asks for a known answer, and for a yes, in a sentence', () => {
    const pack = samplePack({
      'rules/risk_is_low/conditions': {
        all: [
          { fact: 'safe_at_home', operator: 'known', value: true },
          { fact: 'safe_at_home', operator: 'equal', value: true },
        ],
      },
    });
    const fact = pack.facts['safe_at_home']?.label['en'];
    const told = chapter(exportDocument(pack, 'en'), 'rules');
    expect(told).toEqual(expect.arrayContaining([`“${fact}” is known`, `“${fact}”: yes`]));
  });

  test('marks every element that rests on practice', () => {
    const pack = samplePack();
    const proposed = Object.values(pack.deadlines).filter(({ basis }) => basis === 'practice');
    const told = chapter(document, 'deadlines').filter((text) => text.includes('Proposé, sans base légale'));
    expect(told.length).toBe(proposed.length);
    const steps = Object.values(pack.steps).filter(
      ({ basis, kind }) => basis === 'practice' && kind !== 'track',
    );
    const marked = chapter(document, 'track').filter((text) => text === 'Proposé, sans base légale');
    expect(marked.length).toBeGreaterThanOrEqual(steps.length);
  });

  test('names the places of findings as readers know them, never as files do', () => {
    const at = (path: string, message = 'Something is missing.') => ({
      code: 'x.y',
      severity: 'error' as const,
      path,
      parameters: {},
      message,
    });
    const pack = samplePack();
    const [step = ''] = Object.entries(pack.steps).flatMap(([id, { kind }]) => (kind === 'work' ? [id] : []));
    const title = pack.steps[step]?.title['fr'] ?? '';
    const [rule = ''] = Object.keys(pack.rules);
    const findings = [
      at(`steps/${step}/who`),
      at(`machine/states/main/states/${step}/on/x/0`),
      at(`steps/${step}`, `Say who does “${title}”.`),
      at(`rules/${rule}`),
      at('pack/reconsider'),
      at('events/nowhere/by'),
    ];
    const told = chapter(exportDocument(pack, 'fr', { findings }), 'missing').slice(-findings.length);
    const number = /\(([\d.]+) /.exec(told[0] ?? '')?.[1] ?? '';
    expect(number).not.toBe('');
    expect(told).toEqual([
      `Something is missing. (${number} ${title})`,
      `Something is missing. (${number} ${title})`,
      `Say who does “${title}”. (${number})`,
      `Something is missing. (${pack.rules[rule]?.label['fr']})`,
      'Something is missing.',
      'Something is missing.',
    ]);
  });

  test('says nothing twice differently: same arguments, same document', () => {
    expect(exportDocument(samplePack(), 'ar')).toEqual(exportDocument(samplePack(), 'ar'));
  });
});

/** A pack of the catalogue, as its committee would print it. */
function catalogue(id: string): Pack {
  const folder = resolve(import.meta.dirname, '../../../../procedures', id);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(json|md)$/.test(name),
  );
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(resolve(folder, name), 'utf8')]));
  const { parsed } = parsePack(files);
  if (parsed?.kind !== 'procedure') throw new Error(`${id} is not read.`);
  return parsed.pack;
}

describe('a whole procedure', () => {
  let pack: Pack;
  beforeAll(() => {
    pack = catalogue('child-protection');
  });

  test.each(['fr', 'en', 'es', 'ar'] as const)('leaves no id and no unfilled word in %s', (language) => {
    const document = exportDocument(pack, language);
    const all = document.chapters.flatMap(({ title, blocks }) => [title, ...texts(blocks)]);
    expect(all.filter((text) => /\{\w+\}|undefined|\[object|NaN/.test(text))).toEqual([]);
    expect(all.filter((text) => /\bPT?\d+[HDMWY]\b/.test(text))).toEqual([]);
  });

  test('tells every step, rule, form, deadline, safeguard and source', () => {
    const document = exportDocument(pack, 'fr');
    const all = new Set(document.chapters.flatMap(({ blocks, title }) => [title, ...texts(blocks)]));
    const joined = [...all].join('\n');
    for (const { title } of Object.values(pack.steps)) expect(joined).toContain(unbroken(title['fr'] ?? ''));
    for (const section of ['rules', 'forms', 'deadlines', 'safeguards'] as const)
      for (const { label } of Object.values(pack[section]))
        expect(joined).toContain(unbroken(label['fr'] ?? ''));
    for (const { instrument } of Object.values(pack.sources))
      expect(joined).toContain(unbroken(instrument['fr'] ?? ''));
  });

  test('no French sign begins a line; other languages set theirs without a space', () => {
    const told = (language: 'fr' | 'en') => JSON.stringify(exportDocument(pack, language));
    expect(told('fr').match(/\S [:;?!»]|« /g)).toBeNull();
    expect(told('fr')).toContain('\u00a0: ');
    expect(told('en')).not.toContain('\u00a0');
  });

  test('no level of heading is left out', () => {
    const html = documentHtml(exportDocument(pack, 'fr', { findings: FINDINGS }));
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('every link leads to a place of the page', () => {
    const html = documentHtml(exportDocument(pack, 'fr'));
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = new Set([...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id));
    expect([...links].filter((id) => !ids.has(id ?? ''))).toEqual([]);
  });
});

describe('as a page', () => {
  test('it reads from right to left in Arabic and loads nothing', () => {
    const html = documentHtml(exportDocument(samplePack(), 'ar'));
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).not.toMatch(/<script|<link|src=|@import|url\(/);
  });

  test('the foot of each page is one line with its number, and a chapter of one remark takes no page', () => {
    const html = documentHtml(exportDocument({ ...samplePack(), rules: {} }, 'fr'));
    expect(html).toMatch(/@bottom-center \{ content: "[^"]+" '[^']+' counter\(page\)/);
    expect(html).toContain('<section class="rules brief"');
    expect(html).toContain('<section class="track"');
  });

  test('words of a pack never become markup', () => {
    const evil = '</style><script>alert(1)</script>"\' onload=x [a](javascript:alert(1))';
    const pack = samplePack();
    const first = Object.keys(pack.steps)[1] ?? '';
    const step = pack.steps[first];
    const html = documentHtml(
      exportDocument(
        {
          ...pack,
          pack: { ...pack.pack, title: { fr: evil }, authors: [evil] },
          steps: {
            ...pack.steps,
            [first]: { ...step, title: { fr: evil }, how: { fr: evil }, purpose: { fr: evil } } as never,
          },
        },
        'fr',
      ),
    );
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toContain('href="javascript');
  });
});
