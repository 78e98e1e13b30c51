import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parsePack, unzipPack } from '@parcours/engine';
import { expect, test } from 'vitest';
import { runCli } from './main.ts';
import { readPackFolder } from './read-pack-folder.ts';

const home = resolve(import.meta.dirname, '../../..');

async function run(...words: string[]) {
  const said: string[] = [];
  const code = await runCli(['export', ...words], {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    env: {},
    home,
  });
  return { code, said: said.join('\n') };
}

const target = (name: string) => join(mkdtempSync(join(tmpdir(), 'parcours-export-')), name);

test('an archive taken out comes in again with the same hash, an adaptation too', async () => {
  for (const id of ['child-protection', 'benin']) {
    const file = target('pack.zip');
    expect((await run(id, '--format', 'zip', '--out', file)).code).toBe(0);
    const back = parsePack(unzipPack(readFileSync(file)).files ?? {});
    expect(back.parsed?.hash).toBe(parsePack(readPackFolder(join(home, 'procedures', id))).parsed?.hash);
  }
});

test('the page is in the language that was asked for', async () => {
  const file = target('page.html');
  expect((await run('child-protection', '--format', 'html', '--language', 'ar', '--out', file)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('<html lang="ar" dir="rtl">');
});

test('the module is written as it is', async () => {
  const file = target('machine.mjs');
  expect((await run('child-protection', '--format', 'xstate', '--out', file)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('createMachine');
});

test('what is not there is told with its cure', async () => {
  expect(await run('child-protection', '--format', 'pdf')).toMatchObject({ code: 2 });
  expect((await run('child-protection', '--format', 'docx')).said).toContain('editor');
  expect((await run('child-protection', '--format', 'html', '--language', 'xx')).said).toContain(
    'fr, en, es, ar',
  );
  expect((await run('nothing-here', '--format', 'html')).code).toBe(2);
});
