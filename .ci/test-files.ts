import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const skippedFolders = new Set(['node_modules', 'dist', 'storybook-static', 'test-results', 'data', '.git']);

/** Every file below a folder, what is made or installed apart. */
export function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) yield* filesBelow(join(folder, entry.name));
    else if (entry.isFile()) yield join(folder, entry.name);
  }
}

/** Every test file of the repository, by the runner that owes us its tests; paths from the root, with slashes. */
export function testFilesByRunner(root: string): { unit: string[]; stories: string[]; journeys: string[] } {
  const files = [...filesBelow(root)].map((file) => relative(root, file).replaceAll('\\', '/')).sort();
  return {
    unit: files.filter((file) => /\.test\.tsx?$/.test(file)),
    stories: files.filter((file) => /\.stories\.tsx?$/.test(file)),
    journeys: files.filter((file) => /\.spec\.tsx?$/.test(file)),
  };
}
