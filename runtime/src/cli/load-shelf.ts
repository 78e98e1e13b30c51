import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedPack } from '@parcours/engine';
import type { LoadedPack } from '../packs/pack-shelf.ts';
import { loadPack } from './load-pack.ts';

/** Loads every pack of a folder, by the name of its own folder. A pack with errors is on the shelf, but does not run. */
export function loadShelf(library: string): readonly LoadedPack[] {
  if (!existsSync(library)) return [];
  const known = new Map<string, ParsedPack | undefined>();
  return readdirSync(library)
    .sort()
    .filter((name) => existsSync(join(library, name, 'pack.json')))
    .map((name) => {
      const { ms: _unused, ...loaded } = loadPack({ folder: join(library, name), library }, {}, known);
      return loaded;
    });
}
