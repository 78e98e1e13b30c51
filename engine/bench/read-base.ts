import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compile,
  type Pack,
  type ParsedPack,
  type Pathway,
  type Population,
  parsePack,
  resolvePack,
} from '@parcours/engine';

const ROOT = join(import.meta.dirname, '..', '..');

/** A pack of this repository as a whole, what it extends put in, and its hash. */
export function readProcedure(id: string): { readonly pack: Pack; readonly hash: string } {
  const known = new Map<string, ParsedPack>();
  const parsed = (wanted: string): ParsedPack => {
    const found = known.get(wanted) ?? parsePack(readFolder(wanted)).parsed;
    if (!found) throw new Error(`The pack ${wanted} does not parse: run check on it.`);
    known.set(wanted, found);
    return found;
  };
  const own = parsed(id);
  const { pack, hash = own.hash } = resolvePack(own, parsed);
  if (!pack) throw new Error(`The pack ${id} does not stand on what it extends: run check on it.`);
  return { pack, hash };
}

function readFolder(id: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const read = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) read(join(folder, entry.name), `${prefix}${entry.name}/`);
      else files[prefix + entry.name] = readFileSync(join(folder, entry.name), 'utf8');
    }
  };
  read(join(ROOT, 'procedures', id), '');
  return files;
}

/** The base pack, compiled. */
export function readBase(): Pathway {
  const { pack, hash } = readProcedure('child-protection');
  return compile(pack, hash);
}

/** The invented district of the examples. */
export function readDistrict(): Population {
  return JSON.parse(readFileSync(join(ROOT, 'examples', 'district-population.json'), 'utf8'));
}
