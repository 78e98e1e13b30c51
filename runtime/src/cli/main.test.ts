import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../fixtures/test-app.ts';
import { runCli } from './main.ts';
import { readPackFolder } from './read-pack-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-cli-'));
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

/** A copy of the try-out pack with one file changed. */
function changed(name: string, file: string, text: string): string {
  const copy = join(folder, name);
  cpSync(tryOut, copy, { recursive: true });
  writeFileSync(join(copy, file), text);
  return copy;
}

describe('parcours check', () => {
  it('gives one line of JSON with hash, findings, safeguards and engine time, and exit code 0 for a sound pack', async () => {
    const { code, out, err, json } = await cli('check', tryOut, '--json');
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(err).toEqual([]);
    expect(out[0]).not.toContain('\n');
    expect(Object.keys(json())).toEqual(['pack', 'hash', 'findings', 'safeguards', 'ms']);
    expect(json()).toMatchObject({ pack: 'try-out', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(json().ms).toBeGreaterThan(0);
  });

  it('finds a pack by its id in the library', async () => {
    const { code, json } = await cli('check', 'try-out', '--json', '--library', PROCEDURES);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ pack: 'try-out' });
  });

  it('gives all findings of a broken pack, with their paths, and exit code 1', async () => {
    const broken = changed('broken', 'events.json', '{ "report_taken": { "label": 3 } }');
    const { code, json } = await cli('check', broken, '--json');
    expect(code).toBe(1);
    const findings = json().findings as { code: string; severity: string; path: string; message: string }[];
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(['code', 'severity', 'path', 'message']);
      expect(finding.path).not.toBe('');
    }
  });

  it('tells what is wrong in the base of an overlay, at its place there', async () => {
    const shelf = join(folder, 'shelf');
    cpSync(tryOut, join(shelf, 'try-out'), { recursive: true });
    writeFileSync(join(shelf, 'try-out', 'events.json'), '{ "report_taken": { "label": 3 } }');
    mkdirSync(join(shelf, 'over'));
    const head = {
      ...(JSON.parse(readFileSync(join(tryOut, 'pack.json'), 'utf8')) as object),
      id: 'over',
      kind: 'overlay',
      extends: { id: 'try-out', version: '1.0.0' },
    };
    writeFileSync(join(shelf, 'over', 'pack.json'), JSON.stringify(head));
    const { code, json } = await cli('check', 'over', '--json', '--library', shelf);
    expect(code).toBe(1);
    expect(json().findings).toContainEqual(
      expect.objectContaining({ severity: 'error', path: '../try-out/events/report_taken/label' }),
    );
  });

  it('decides the safeguards, each timed; a broken one is an error and its story plays', async () => {
    const safeguards = {
      visited: {
        label: { en: 'Visited first' },
        property: { precedes: { a: 'event:visit_done', b: 'step:decide' } },
      },
      safe: { label: { en: 'Safe first' }, property: { never: { a: 'step:decide', unless: 'is_safe' } } },
    };
    const grounded = Object.entries(safeguards).map(([id, one]) => [id, { ...one, basis: 'practice' }]);
    const pack = changed('safeguarded', 'safeguards.json', JSON.stringify(Object.fromEntries(grounded)));
    const { code, json } = await cli('check', pack, '--json');
    expect(code).toBe(1);
    const told = json() as {
      ms: number;
      findings: { code: string; severity: string; path: string }[];
      safeguards: { id: string; verdict: string; ms: number; story?: object }[];
    };
    expect(told.safeguards.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['visited', 'proved'],
      ['safe', 'broken'],
    ]);
    for (const { ms } of told.safeguards) expect(ms).toBeGreaterThan(0);
    expect(told.ms).toBeGreaterThan(told.safeguards.reduce((sum, { ms }) => sum + ms, 0));
    expect(told.findings).toContainEqual(
      expect.objectContaining({ code: 'safeguard.broken', severity: 'error', path: 'safeguards/safe' }),
    );
    const story = join(folder, 'story.json');
    writeFileSync(story, JSON.stringify(told.safeguards[1]?.story));
    expect(await cli('play', pack, story, '--json')).toMatchObject({ code: 0 });
    const shown = (await cli('check', pack)).out.join('\n');
    expect(shown).toContain('✓ Visited first (proved');
    expect(shown).toMatch(/✗ Safe first \(broken.*\n +1\. 2026-/);
  });

  it('survives what is hostile: too deep, too large, keys of the prototype', async () => {
    for (const [name, text] of [
      ['deep', '['.repeat(100_000)],
      ['large', `{"a":"${'x'.repeat(5_000_000)}"}`],
      ['proto', '{"__proto__":{"label":{"en":"x"}},"constructor":1}'],
      ['empty', ''],
    ] as const) {
      const { code, json } = await cli('check', changed(name, 'rules.json', text), '--json');
      expect(code, name).toBe(1);
      expect(json().findings).not.toEqual([]);
    }
  });

  it('is called wrongly: exit code 2, one line of JSON, and the cure', async () => {
    for (const words of [
      ['check'],
      ['check', 'nothing'],
      ['check', tryOut, '--colour'],
      ['check', '../etc'],
    ]) {
      const { code, out, err } = await cli(...words, '--json');
      expect(code).toBe(2);
      expect(JSON.parse(out.at(-1) ?? '')).toHaveProperty('error');
      expect(err).toEqual([]);
    }
    expect((await cli('check')).err.join()).toContain('Usage');
    expect((await cli()).code).toBe(2);
    expect((await cli('constructor')).code).toBe(2);
  });

  it('is a readable table without --json', async () => {
    const { out } = await cli('check', tryOut);
    expect(out.join('\n')).toContain('0 errors');
  });
});

describe('parcours play', () => {
  it('plays a scenario by id, and exit code 0 when it goes as its author expects', async () => {
    const { code, out, json } = await cli('play', tryOut, 'to_closure', '--json');
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(Object.keys(json())).toEqual(['ok', 'route', 'deadlines', 'outcome', 'mismatches']);
    expect(json()).toMatchObject({ ok: true, outcome: 'closed', mismatches: [] });
  });

  it('plays a scenario from a file, and exit code 1 with what differs', async () => {
    const file = join(folder, 'mine.json');
    const scenario = {
      title: { en: 'Mine' },
      story: { en: 'Invented.' },
      start: '2026-03-02T08:00:00Z',
      acts: [
        {
          at: 'PT1H',
          by: { person: 'w', role: 'caseworker' },
          event: 'report_taken',
          facts: { risk: 'low' },
        },
      ],
      expect: { outcome: 'closed' },
    };
    writeFileSync(file, JSON.stringify(scenario));
    const { code, json } = await cli('play', tryOut, file, '--json');
    expect(code).toBe(1);
    expect(json()).toMatchObject({ ok: false, route: ['receive', 'visit'], outcome: null });
    expect((json().mismatches as object[]).map((mismatch) => Object.keys(mismatch))).toContainEqual(
      expect.arrayContaining(['path', 'expected']),
    );
  });

  it('is called wrongly without a scenario that exists, or on a pack that cannot run', async () => {
    expect((await cli('play', tryOut)).code).toBe(2);
    expect((await cli('play', tryOut, 'nothing', '--json')).json().error).toContain('to_closure');
    const broken = changed('cannot-run', 'machine.json', '{}');
    expect((await cli('play', broken, 'to_closure')).code).toBe(2);
  });
});

describe('reading a pack folder', () => {
  it('follows no link out of the folder', () => {
    const secret = join(folder, 'secret');
    mkdirSync(secret);
    writeFileSync(join(secret, 'roles.json'), '{"secret":true}');
    const trap = join(folder, 'trap');
    mkdirSync(trap);
    writeFileSync(join(trap, 'pack.json'), '{}');
    symlinkSync(join(secret, 'roles.json'), join(trap, 'roles.json'));
    symlinkSync(secret, join(trap, 'scenarios'));
    symlinkSync(join(trap, 'pack.json'), join(trap, 'facts.json'));
    symlinkSync(join(trap, 'nowhere.json'), join(trap, 'rules.json'));
    expect(Object.keys(readPackFolder(trap)).sort()).toEqual(['facts.json', 'pack.json']);
  });

  it('reads no more than a pack may weigh', () => {
    const heavy = join(folder, 'heavy');
    mkdirSync(heavy);
    for (let n = 0; n < 12; n += 1) writeFileSync(join(heavy, `${n}.json`), 'x'.repeat(3_000_000));
    const files = Object.values(readPackFolder(heavy));
    expect(Math.max(...files.map((text) => text.length))).toBe(1_000_001);
    expect(files.join('').length).toBeLessThan(7_000_000);
  });
});
