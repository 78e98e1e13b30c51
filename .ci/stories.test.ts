// Every component has a story: each file of screens is imported by a story file, which the runner opens in a browser.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './test-files.ts';

const root = resolve(import.meta.dirname, '..');
const sources = join(root, 'editor', 'src');

/** What no story can open, and why. */
const WITHOUT_STORY: Readonly<Record<string, string>> = {
  'main.tsx':
    'it puts the application on the page by itself; the stories of shell/app and shell/settings show it',
};

const screens = [...filesBelow(sources)]
  .map((file) => file.slice(sources.length + 1).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.tsx'));
const stories = screens.filter((file) => file.endsWith('.stories.tsx'));
const components = screens.filter((file) => !file.endsWith('.stories.tsx') && !file.startsWith('fixtures/'));

/** The files that a file imports from beside it, as paths below the same folder. */
function importedBy(file: string): string[] {
  const text = readFileSync(join(sources, file), 'utf8');
  return [...text.matchAll(/from '(\.[^']+\.tsx)'/g)].map((match) =>
    join(dirname(file), match[1] ?? '').replaceAll('\\', '/'),
  );
}

test('every component of the editor is imported by a story file', () => {
  const shown = new Set(stories.flatMap(importedBy));
  const untold = components.filter((file) => !shown.has(file) && WITHOUT_STORY[file] === undefined);
  expect(untold).toEqual([]);
});

test('what is excused from a story exists and has none', () => {
  const shown = new Set(stories.flatMap(importedBy));
  for (const file of Object.keys(WITHOUT_STORY)) {
    expect(components).toContain(file);
    expect(shown.has(file)).toBe(false);
  }
});
