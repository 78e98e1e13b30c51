import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const ENGINE = resolve(import.meta.dirname, '../../../engine/src');

/** Where findings of a pack are written: its checks, its rules, its reading, its calendar, its stories, its analysis and its adaptation. */
const FOLDERS = ['verify', 'rules', 'procedure', 'calendar', 'simulate', 'analyse', 'overlay'];

/** Errors of the engine itself and refusals of duties that no pack can cause. */
const NOT_FINDINGS = /^(instant|duration|pack\.(unsound|mismatch)|journal|fact\.unknown)/;

function sources(folder: string): string[] {
  return readdirSync(join(ENGINE, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$|fixtures|population/.test(file))
    .map((file) => readFileSync(join(ENGINE, folder, file), 'utf8'));
}

/** Codes as they stand in calls and objects that make findings. */
function codesIn(source: string): string[] {
  const made =
    /(?:\b(?:error|warning|info|finding|problem|found|flaw|tooMany|refused|broken|told)\(|\bcode:|\?|:)\s*(?:'(?:error|warning|info)',\s*)?'([a-z_]+\.[a-z_]+|needs_law|unused)'/g;
  return [...source.matchAll(made)].flatMap(([, code]) => (code ? [code] : []));
}

const codes = [
  ...new Set([...FOLDERS.flatMap(sources).flatMap(codesIn), 'presume.value', 'initial.value']),
].filter((code) => !NOT_FINDINGS.test(code));

it('finds the codes of the engine', () => {
  expect(codes.length).toBeGreaterThan(100);
  expect(codes).toEqual(
    expect.arrayContaining([
      'needs_law',
      'unused',
      'rule.cycle',
      'schema.missing',
      'value.type',
      'choice.gap',
      'adaptation.locked',
    ]),
  );
});

it.each(Object.entries({ fr, en, es, ar }))('%s has a sentence for every code', (_, words) => {
  const told = new Set([...Object.keys(words.finding), ...Object.keys(words.invalid)]);
  expect(codes.filter((code) => !told.has(code.replaceAll('.', '_')))).toEqual([]);
});

it.each(Object.entries({ en, es, ar }))('%s keeps the parameters of the French sentence', (_, words) => {
  const holes = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([hole]) => hole).sort();
  for (const [code, text] of Object.entries(words.finding)) {
    expect(holes(text), code).toEqual(holes(fr.finding[code as keyof typeof fr.finding]));
  }
});
