// What the documents promise exists: every path they name, and every npm script.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')));

/** Paths written as `folder/file`, `folder/` or `FILE.md` in code spans, and the targets of relative links. */
function pathsNamed(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const looksLikePath = (span: string) =>
    /^\.?[\w-][\w.-]*(\/[\w.-]+)+\/?$|^[\w-]+\/$|^[\w-]+\.(md|json)$/.test(span);
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
  return [...spans.filter(looksLikePath), ...links.filter((link) => !/^[a-z]+:/.test(link))];
}

/** Scripts written as `npm run NAME`, `npm test` or `npm start`. */
function scriptsNamed(text: string): string[] {
  return [...text.matchAll(/npm (?:run (?:-s )?([\w:]+)|(test|start)\b)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

describe.for(documents)('%s', (document) => {
  const text = readFileSync(resolve(root, document), 'utf8');

  test('names only paths that exist', () => {
    expect(pathsNamed(text).filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  test('names only scripts that exist', () => {
    expect(scriptsNamed(text).filter((name) => !(name in scripts))).toEqual([]);
  });
});
