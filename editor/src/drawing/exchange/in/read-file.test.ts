import { exportXState, type Pack, parsePack, writePack, zipPack } from '@parcours/engine';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { samplePack } from '../../../fixtures/sample-pack.ts';
import { readFile } from './read-file.ts';
import { READ_LIMITS, type Reading } from './reading.ts';

const file = (bytes: Uint8Array, name = 'x') => readFile({ kind: 'file', name, bytes }, 'fr');
const json = (value: unknown) =>
  file(strToU8(typeof value === 'string' ? value : JSON.stringify(value)), 'machine.json');
const codes = ({ findings }: Reading) => findings.map(({ code }) => code);

function packOf(reading: Reading): Pack {
  if (reading.kind !== 'machine') throw new Error(JSON.stringify(reading));
  const { parsed, findings } = parsePack(reading.files);
  if (parsed?.kind !== 'procedure') throw new Error(JSON.stringify(findings));
  return parsed.pack;
}

describe('a table', () => {
  test('pasted from a spreadsheet, or as values between semicolons', async () => {
    for (const sign of ['\t', ';', ',']) {
      const rows = [
        ['Quoi', 'Qui', 'Quand'],
        ['Visiter', 'Police', '48 heures'],
      ];
      const text = rows.map((row) => row.join(sign)).join('\r\n');
      const reading = await readFile({ kind: 'pasted', text }, 'fr');
      expect(reading).toMatchObject({ kind: 'document', blocks: [{ kind: 'table', rows }] });
    }
  });

  test('with its title above the header keeps the title as a note', async () => {
    const text = 'Suivi de l’enfant;;\nQuoi;Qui;Quand\nVisiter;Police;48 heures';
    expect(await readFile({ kind: 'pasted', text }, 'fr')).toMatchObject({
      kind: 'document',
      blocks: [
        { kind: 'paragraph', text: 'Suivi de l’enfant' },
        {
          kind: 'table',
          rows: [
            ['Quoi', 'Qui', 'Quand'],
            ['Visiter', 'Police', '48 heures'],
          ],
        },
      ],
    });
  });

  test('saved by a spreadsheet of Windows keeps its accents', async () => {
    const bytes = Uint8Array.from([...'Étape;Qui\nÉvaluer;Police'].map((letter) => letter.charCodeAt(0)));
    expect(await file(bytes, 't.csv')).toMatchObject({
      blocks: [
        {
          rows: [
            ['Étape', 'Qui'],
            ['Évaluer', 'Police'],
          ],
        },
      ],
    });
  });
});

describe('a machine drawn elsewhere', () => {
  test('keeps its states, its arrows and the names of its conditions', async () => {
    const reading = await json({
      id: 'casework',
      initial: 'intake',
      states: {
        intake: { on: { ACCEPT: [{ target: 'assess', guard: 'isAtRisk' }, 'done'] }, entry: 'log' },
        assess: {
          initial: 'visit',
          after: { 172800000: '#casework.done', weekly: 'done' },
          states: { visit: { on: { NEXT: 'plan' } }, plan: { type: 'final' } },
          onDone: 'done',
        },
        done: { type: 'final' },
      },
    });
    const pack = packOf(reading);
    expect(pack.machine.states['main']).toMatchObject({
      initial: 'intake',
      states: {
        intake: { on: { accept: [{ target: '#assess', guard: 'is_at_risk' }, { target: '#done' }] } },
        assess: { states: { plan: { type: 'final' } }, onDone: [{ target: '#done' }] },
      },
    });
    expect(pack.steps['done']).toMatchObject({ kind: 'end' });
    expect(Object.values(pack.deadlines).map(({ within }) => within)).toEqual([
      'P2D',
      { parameter: 'weekly' },
    ]);
    expect(codes(reading)).toEqual(
      expect.arrayContaining(['exchange.left_out', 'exchange.rule', 'exchange.delay']),
    );
  });

  test('an arrow out of its track is told and left out', async () => {
    const reading = await json({
      type: 'parallel',
      states: {
        a: { initial: 'x', states: { x: { on: { GO: '#y' } } } },
        b: { initial: 'y', states: { y: { id: 'y' } } },
      },
    });
    packOf(reading);
    expect(codes(reading)).toContain('exchange.region');
  });

  test('reserved names are words like others', async () => {
    const reading = await json('{"states":{"__proto__":{"on":{"constructor":"prototype"}},"prototype":{}}}');
    const pack = packOf(reading);
    expect(Object.keys(pack.steps)).not.toContain('__proto__');
    expect(({} as Record<string, unknown>)['on']).toBeUndefined();
  });

  test('a thousand levels, or too many states, are refused', async () => {
    const deep = `${'{"states":{"a":'.repeat(1_000)}{}${'}}'.repeat(1_000)}`;
    expect(codes(await json(deep))).toContain('exchange.deep');
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, n) => [`s${n}`, {}]));
    expect(codes(await json({ states: many }))).toContain('exchange.many_states');
  });

  test('random machines give a pack that is read, or findings', async () => {
    const guard = fc.constantFrom(
      undefined,
      'g',
      { type: 'and', guards: ['a', { type: 'not', guards: ['b'] }] },
      3,
      [],
      { type: 'in' },
    );
    const target = fc.constantFrom('a', 'b', '.a', '#a', '#zz', 'a.b', '', '__proto__', undefined, 7);
    const way = fc.oneof(
      target,
      fc.record({ target, guard }),
      fc.array(fc.record({ target, guard }), { maxLength: 3 }),
    );
    const ways = fc.dictionary(fc.constantFrom('GO', 'on__proto__', '*', '1000', 'x.y', ''), way, {
      maxKeys: 3,
    });
    const { state } = fc.letrec((tie) => ({
      state: fc.record(
        {
          type: fc.constantFrom('parallel', 'final', 'history', 'atomic'),
          initial: fc.constantFrom('a', 'b', 'c'),
          states: fc.dictionary(
            fc.constantFrom('a', 'b', '1', '__proto__', 'main'),
            fc.oneof({ depthSize: 'small' }, fc.constant({}), tie('state')),
            { maxKeys: 3 },
          ),
          on: ways,
          after: ways,
          always: way,
          onDone: way,
        },
        { requiredKeys: [] },
      ),
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), state, { minKeys: 1 }),
        fc.boolean(),
        async (states, isParallel) => {
          const reading = await json({ states, ...(isParallel && { type: 'parallel' }) });
          expect(['machine', 'nothing']).toContain(reading.kind);
          if (reading.kind === 'machine')
            expect(parsePack(reading.files).findings.filter(({ severity }) => severity === 'error')).toEqual(
              [],
            );
          else expect(reading.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('anything else', () => {
  test('a pack comes back from its archive with the same hash', async () => {
    const files = writePack({ kind: 'procedure', pack: samplePack(), hash: '' });
    const reading = await file(zipPack(files, 'story'), 'story.zip');
    expect(reading.kind === 'pack' && parsePack(reading.files).parsed?.hash).toBe(
      parsePack(files).parsed?.hash,
    );
  });

  test('is refused in words', async () => {
    expect(codes(await file(new Uint8Array(READ_LIMITS.fileBytes + 1)))).toEqual(['exchange.large']);
    expect(codes(await file(new Uint8Array()))).toEqual(['exchange.empty']);
    expect(codes(await file(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1])))).toEqual(['exchange.old_word']);
    expect(codes(await file(strToU8('{"a":')))).toEqual(['exchange.json']);
    expect(codes(await file(strToU8('{"a":1}')))).toEqual(['exchange.no_machine']);
    expect(codes(await file(Uint8Array.from([1, 0, 2])))).toEqual(['exchange.unknown']);
    expect(codes(await file(strToU8(exportXState(samplePack()))))).toEqual(['exchange.no_columns']);
  });

  test('random bytes give findings or a table, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), fc.string(), async (bytes, text) => {
        for (const reading of [await file(bytes), await readFile({ kind: 'pasted', text }, 'fr')])
          if (reading.kind === 'nothing') expect(reading.findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file of another program is refused with what to do about it', () => {
  const ole = (inside = '') =>
    new Uint8Array([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...Array<number>(600).fill(0),
      ...[...inside].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
  const mime = (kind: string) =>
    zipSync({ mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`) }, { level: 0 });
  const binary = zipSync({ 'xl/workbook.bin': strToU8('x') });
  const sheet = zipSync({ 'xl/workbook.xml': strToU8('<x/>') });
  test.each([
    ['old.docx', ole(), 'old_word'],
    ['secret.docx', ole('EncryptedPackage'), 'locked'],
    ['table.xls', ole('Workbook'), 'excel'],
    ['table.xlsb', binary, 'excel'],
    ['table.docx', binary, 'excel'],
    ['empty.docx', sheet, 'empty'],
    ['secret.xlsx', ole('EncryptedPackage'), 'locked'],
    ['table.ods', mime('spreadsheet'), 'excel'],
    ['text.odt', mime('text'), 'libre'],
    ['slides.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), 'slides'],
    ['text.doc', strToU8('{\\rtf1\\ansi 1. Recevoir}'), 'rtf'],
    ['scan.pdf', strToU8('%PDF-1.7 1 0 obj'), 'pdf'],
    ['page.doc', strToU8('<html><p>1. Recevoir</p></html>'), 'html'],
  ])('%s', async (name, bytes, code) => {
    expect(codes(await file(bytes, name))).toEqual([`exchange.${code}`]);
  });
});
