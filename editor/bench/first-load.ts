import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

const DIST = join(import.meta.dirname, '..', 'dist');

/** The scripts that a page asked for when it was first opened, in kB as they are sent. */
export async function firstLoad(page: Page): Promise<number> {
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  const bytes = [...new Set(asked)].map((path) => {
    const file = join(DIST, path);
    return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
  });
  return bytes.reduce((sum, each) => sum + each, 0) / 1_000;
}
