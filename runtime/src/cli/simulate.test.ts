import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../fixtures/test-app.ts';
import { runCli } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tryOut = join(PROCEDURES, 'try-out');

async function cli(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(['simulate', ...words], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: {},
    home: folder,
  });
  return { code, out, err };
}

function population(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('parcours simulate', () => {
  it('gives one line of JSON that says that the children are fictional, the same for the same seed', async () => {
    const first = await cli(tryOut, '--cases', '30', '--seed', '4', '--json');
    const again = await cli(tryOut, '--cases', '30', '--seed', '4', '--json');
    expect(first.code).toBe(0);
    expect(first.out).toHaveLength(1);
    const [told, repeated] = [first, again].map(({ out }) => JSON.parse(out[0] ?? ''));
    expect(told.fictional.fr).toContain('Enfants fictifs');
    expect(told.report.cases).toBe(30);
    expect(repeated.report).toEqual(told.report);
  });

  it('shows tables, and says in three languages that the children are fictional', async () => {
    const { code, out } = await cli(tryOut, '--cases', '20');
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('Enfants fictifs');
    expect(out.join('\n')).toContain('Fictional children');
    expect(out.join('\n')).toContain('Unmet need');
  });

  it('gives the same figures byte for byte in several threads', async () => {
    const file = population('small.json', '{ "invented": true, "casesPerDistrict": 8, "arrivalsPerDay": 3 }');
    const asked = [tryOut, '--population', file, '--cases', '40', '--seed', '4', '--json'];
    const told = async (...more: string[]) => {
      const { code, out } = await cli(...asked, ...more);
      expect(code).toBe(0);
      const { ms: _, ...rest } = JSON.parse(out[0] ?? '');
      return JSON.stringify(rest);
    };
    const one = await told();
    expect(await told('--workers', '3')).toBe(one);
    expect(await told('--workers', '2')).toBe(one);
    expect(JSON.parse(one).report.districts).toBe(5);
  }, 120_000);

  it('answers impossible figures in several threads as in one', async () => {
    const file = population('impossible-too.json', '{ "invented": true, "arrivalsPerDay": -3 }');
    const { code, out } = await cli(tryOut, '--population', file, '--workers', '2', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '').report).toBeNull();
  });

  it('answers impossible figures with findings and exit code 1', async () => {
    const file = population('impossible.json', '{ "invented": true, "arrivalsPerDay": -3 }');
    const { code, out } = await cli(tryOut, '--population', file, '--json');
    expect(code).toBe(1);
    const told = JSON.parse(out[0] ?? '');
    expect(told.report).toBeNull();
    expect(told.findings[0].path).toBe('population/arrivalsPerDay');
  });

  it('is called wrongly with exit code 2: no pack, no file, no JSON, no number', async () => {
    expect((await cli()).code).toBe(2);
    expect((await cli('nowhere')).code).toBe(2);
    expect((await cli(tryOut, '--population', join(folder, 'none.json'))).code).toBe(2);
    expect((await cli(tryOut, '--population', population('broken.json', '{'))).code).toBe(2);
    expect((await cli(tryOut, '--cases', 'many')).code).toBe(2);
    expect((await cli(tryOut, '--workers', '0')).code).toBe(2);
  });
});
