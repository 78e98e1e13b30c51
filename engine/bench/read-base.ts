import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type Pathway, type Population, parsePack } from '@parcours/engine';

const ROOT = join(import.meta.dirname, '..', '..');

/** The base pack, compiled. */
export function readBase(): Pathway {
  const files: Record<string, string> = {};
  const read = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) read(join(folder, entry.name), `${prefix}${entry.name}/`);
      else files[prefix + entry.name] = readFileSync(join(folder, entry.name), 'utf8');
    }
  };
  read(join(ROOT, 'procedures', 'child-protection'), '');
  const { parsed } = parsePack(files);
  if (parsed?.kind !== 'procedure') throw new Error('The base pack does not parse: run check on it.');
  return compile(parsed.pack, parsed.hash);
}

/** The invented district of the examples. */
export function readDistrict(): Population {
  return JSON.parse(readFileSync(join(ROOT, 'examples', 'district-population.json'), 'utf8'));
}
