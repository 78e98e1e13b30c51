import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';

const DIST = join(import.meta.dirname, '..', 'dist');

/** The scripts that a page asked for when it was first opened, compressed as they are in the build, in kB. */
export async function firstLoad(page: Page): Promise<number> {
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  const bytes = [...new Set(asked)].map((path) => gzipSync(readFileSync(join(DIST, path))).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1_000;
}
