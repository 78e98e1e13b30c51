import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../fixtures/test-app.ts';
import { runCli } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-analyse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const home = join(import.meta.dirname, '../../..');
const tryOut = join(PROCEDURES, 'try-out');

async function cli(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(['analyse', ...words], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: {},
    home,
  });
  return { code, out, err };
}

describe('parcours analyse', () => {
  it('gives one line of JSON: every list, rule and step, and the same as findings', async () => {
    const { code, out } = await cli('complaint', '--json');
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    const told = JSON.parse(out[0] ?? '');
    expect(told).toMatchObject({ pack: 'complaint', complete: true });
    expect(Object.keys(told)).toEqual(
      expect.arrayContaining(['hash', 'findings', 'choices', 'rules', 'stuck', 'unasked', 'ms']),
    );
    expect(told.stuck.map(({ step }: { step: string }) => step)).toContain('appoint_inquirer');
  });

  it('shows tables with an invented child in plain words', async () => {
    const { code, out } = await cli('complaint');
    const text = out.join('\n');
    expect(code).toBe(0);
    expect(text).toContain('Steps that wait for another answer');
    expect(text).toContain('Invented child: Has no tie with the service or person concerned: no.');
    expect(text).toMatch(/errors, \d+ warnings, \d+ remarks/);
  });

  it.each(['child-protection', 'benin', 'complaint'])(
    'finds a way on for every child in %s',
    async (pack) => {
      const told = JSON.parse((await cli(pack, '--json')).out[0] ?? '');
      const codes = told.findings.map(({ code }: { code: string }) => code);
      expect(codes).not.toContain('step.stuck');
      expect(codes).not.toContain('fact.never_asked');
      expect(told.complete).toBe(true);
    },
  );

  it('takes a folder, and answers a pack that cannot be read with its findings and exit code 1', async () => {
    expect((await cli(tryOut, '--json')).code).toBe(0);
    writeFileSync(join(folder, 'pack.json'), '{');
    const { code, out } = await cli(folder, '--json');
    expect(code).toBe(1);
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '').findings.length).toBeGreaterThan(0);
  });

  it('is called wrongly with exit code 2: no pack, an unknown one, an unknown option', async () => {
    expect((await cli()).code).toBe(2);
    expect((await cli('nowhere')).code).toBe(2);
    expect((await cli('complaint', '--loudly')).code).toBe(2);
  });
});
