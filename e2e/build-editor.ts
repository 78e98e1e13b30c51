import { resolve } from 'node:path';
import { build } from 'vite';

/** Journeys use the screens as people get them: built, and served by the runtime. */
export default async function buildEditor(): Promise<void> {
  await build({ configFile: resolve(import.meta.dirname, '../editor/vite.config.ts'), logLevel: 'warn' });
}
