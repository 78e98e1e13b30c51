/** What the command line says of two versions: `diff`, `rebase`, `migrate --dry-run`. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCase } from '@parcours/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../fixtures/test-app.ts';
import { runCli } from './main.ts';
import { readVersion } from './read-version.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-versions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(words, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: {},
    home: folder,
  });
  return { code, out, err, json: () => JSON.parse(out.at(-1) ?? '') as Record<string, unknown> };
}

const tryOut = join(PROCEDURES, 'try-out');

type Raw = Record<string, Record<string, unknown>>;

/** The try-out pack in another version, with what a function changes of a section. */
function version(name: string, changes: Readonly<Record<string, (section: Raw) => void>>): string {
  const copy = join(folder, name);
  cpSync(tryOut, copy, { recursive: true });
  const head = (raw: Raw) => Object.assign(raw, { version: '9.0.0' });
  for (const [section, change] of Object.entries({ ...changes, pack: head })) {
    const file = join(copy, `${section}.json`);
    const raw = JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}') as Raw;
    change(raw);
    writeFileSync(file, JSON.stringify(raw));
  }
  return copy;
}

const deadline = (id: string, fields: Readonly<Record<string, unknown>>) => (raw: Raw) => {
  Object.assign(raw[id] ?? {}, fields);
};

const sooner = version('sooner', { deadlines: deadline('decide_by', { within: 'PT72H' }) });

describe('parcours diff', () => {
  it('gives one line of JSON: both versions, every difference in three languages, stories that go differently', async () => {
    const { code, out, json } = await cli('diff', tryOut, sooner, '--json');
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(Object.keys(json())).toEqual(['before', 'after', 'differences', 'behaviour']);
    expect(json()).toMatchObject({
      after: { id: 'try-out', version: '9.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      differences: expect.arrayContaining([
        expect.objectContaining({
          path: 'deadlines/decide_by/within',
          words: expect.objectContaining({ en: 'Decide, deadline: 10 days -> 72 h' }),
        }),
      ]),
      behaviour: [{ story: 'to_closure', differs: ['deadlines'] }],
    });
  });

  it('reads as sentences and a table on a terminal, in the language asked for', async () => {
    const { out } = await cli('diff', tryOut, sooner, '--language', 'fr', '--stories', '1');
    expect(out[0]).toContain('Décider, délai : 10 jours -> 72 h');
    expect(out[0]).toMatch(/story +before +after +they part at +differs/);
  });

  it('finds nothing between a pack and itself', async () => {
    const { json } = await cli('diff', tryOut, tryOut, '--json', '--stories', '1');
    expect(json()).toMatchObject({ differences: [], behaviour: [] });
  });

  it('called wrongly says how, with exit code 2', async () => {
    for (const words of [
      [tryOut],
      [tryOut, 'nowhere'],
      [tryOut, sooner, '--language', 'la'],
      [tryOut, sooner, '--seed', 'x'],
    ])
      expect((await cli('diff', ...words)).code).toBe(2);
    expect((await cli('diff', tryOut, '--json')).json()).toMatchObject({
      error: expect.stringContaining('two packs'),
    });
  });
});

/** An overlay on the try-out pack that gives more time to decide. */
const overlay = join(folder, 'overlay');
mkdirSync(overlay);
const head = JSON.parse(readFileSync(join(tryOut, 'pack.json'), 'utf8')) as Record<string, unknown>;
writeFileSync(
  join(overlay, 'pack.json'),
  JSON.stringify({
    ...head,
    id: 'overlay',
    kind: 'overlay',
    extends: { id: 'try-out', version: head.version },
  }),
);
writeFileSync(join(overlay, 'deadlines.json'), JSON.stringify({ decide_by: { within: 'P20D' } }));
writeFileSync(join(overlay, 'README.md'), 'Invented.');

describe('parcours rebase', () => {
  const path = 'deadlines/decide_by/within';

  it('tells conflicts in words, and is not settled before they are chosen', async () => {
    const { code, out, json } = await cli('rebase', overlay, tryOut, sooner, '--json');
    expect(code).toBe(1);
    expect(out).toHaveLength(1);
    expect(json()).toMatchObject({
      overlay: 'overlay',
      extends: { id: 'try-out', version: '9.0.0' },
      settled: false,
      conflicts: [{ path, words: { en: 'Decide, deadline: the base now says 72 h, you say 20 days' } }],
      safeguards: [],
    });
    expect((await cli('rebase', overlay, tryOut, sooner)).out[0]).toContain('to choose');
  });

  it('writes the overlay over the new version, which then resolves', async () => {
    const to = join(folder, 'rebased');
    const { code } = await cli('rebase', overlay, tryOut, sooner, '--choose', `${path}=ours`, '--write', to);
    expect(code).toBe(0);
    expect(existsSync(join(to, 'README.md'))).toBe(true);
    const library = join(folder, 'library');
    cpSync(sooner, join(library, 'try-out'), { recursive: true });
    expect((await cli('check', to, '--json', '--library', library)).code).toBe(0);
    expect((await cli('rebase', overlay, tryOut, sooner, '--write', to)).code).toBe(2);
  });

  it('called wrongly says how: a pack that is no overlay, another version, a conflict that is none', async () => {
    expect((await cli('rebase', tryOut, tryOut, sooner)).code).toBe(2);
    expect((await cli('rebase', overlay, sooner, tryOut)).code).toBe(2);
    expect((await cli('rebase', overlay, tryOut, sooner, '--choose', 'roles/x=ours')).code).toBe(2);
    expect((await cli('rebase', overlay, tryOut, sooner, '--choose', path)).code).toBe(2);
  });
});

describe('parcours migrate --dry-run', () => {
  const act = { instrument: { en: 'Act (invented)' }, article: '1', confidence: 'read' };
  const byLaw = (name: string, fields: Readonly<Record<string, unknown>>) =>
    version(name, {
      sources: (raw) => Object.assign(raw, { act }),
      deadlines: deadline('visit_by', { basis: 'law', sources: ['act'], ...fields }),
    });
  const legal = byLaw('legal', {});
  const later = byLaw('later', { within: 'P9D' });

  it('plans every case that the scenarios pass through, and exit code 1 says that some stay', async () => {
    const { code, json } = await cli('migrate', legal, later, '--dry-run', '--json');
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      ok: false,
      cases: expect.arrayContaining([expect.objectContaining({ story: 'to_closure', act: 0, ok: false })]),
    });
    expect((await cli('migrate', tryOut, sooner, '--dry-run', '--json')).code).toBe(0);
  });

  it('asks the safeguards along the stories when it is told to', async () => {
    const visited = {
      label: { en: 'Visited first', fr: 'Visité d’abord' },
      property: { precedes: { a: 'event:visit_done', b: 'step:support' } },
      basis: 'practice',
    };
    const kept = version('kept', { safeguards: (raw) => Object.assign(raw, { visited }) });
    expect((await cli('migrate', kept, sooner, '--dry-run', '--json')).code).toBe(0);
    const { code, out, json } = await cli('migrate', kept, sooner, '--dry-run', '--safeguards', '--json');
    expect(code).toBe(1);
    expect(out).toHaveLength(1);
    expect(json()).toMatchObject({
      cases: expect.arrayContaining([
        expect.objectContaining({
          obstacles: [expect.objectContaining({ code: 'safeguard.lost', of: 'visited' })],
        }),
      ]),
    });
  });

  it('reads as tables on a terminal', async () => {
    const { out } = await cli('migrate', legal, later, '--dry-run');
    expect(out[0]).toMatch(/case +deadline +of +change +before +after/);
    expect(out[0]).toContain('deadline.later');
    expect(out[0]).toMatch(/\d+ of \d+ cases can go; nothing was changed$/);
  });

  it('plans case files of a folder, with a map of renamed ids', async () => {
    const { pathway } = readVersion(tryOut, undefined, folder);
    const at = '2026-03-02T08:00:00.000Z';
    const opened = openCase(pathway, { id: 'case-9', by: { person: 'p', role: 'caseworker' } }, at);
    if (!opened.ok) throw new Error('not opened');
    const cases = join(folder, 'cases');
    mkdirSync(cases);
    writeFileSync(join(cases, 'case-9.json'), JSON.stringify(opened.caseFile));
    const map = join(folder, 'map.json');
    writeFileSync(map, JSON.stringify({ steps: { receive: 'visit' } }));
    const { code, json } = await cli(
      'migrate',
      tryOut,
      sooner,
      '--dry-run',
      '--case',
      cases,
      '--map',
      map,
      '--at',
      at,
      '--json',
    );
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      cases: [{ case: 'case-9', steps: expect.arrayContaining([{ from: 'receive', to: 'visit' }]) }],
    });
    expect((await cli('migrate', sooner, tryOut, '--dry-run', '--case', cases)).err[0]).toContain(
      'runs on try-out',
    );
  });

  it('called wrongly says how', async () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{ "id": 3 }');
    for (const words of [
      [tryOut, sooner],
      [tryOut, '--dry-run'],
      [tryOut, sooner, '--dry-run', '--case', join(folder, 'nowhere')],
      [tryOut, sooner, '--dry-run', '--case', broken],
      [tryOut, sooner, '--dry-run', '--map', broken],
      [tryOut, sooner, '--dry-run', '--safeguards', '--case', broken],
      [tryOut, sooner, '--dry-run', '--at', 'soon', '--case', broken],
    ])
      expect((await cli('migrate', ...words)).code).toBe(2);
  });
});
