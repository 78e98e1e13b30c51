import { strToU8, zipSync } from 'fflate';
import type { PackFiles } from '../procedure/pack.ts';

/** The first moment an archive can say: the same pack gives the same bytes. */
const ALWAYS = '1980-01-01T00:00:00';

/** The texts of a pack's folder as one archive (.zip), inside a folder of the given name. Same texts, same bytes. */
export function zipPack(files: PackFiles, folder: string): Uint8Array {
  const named = Object.keys(files)
    .sort()
    .map((name) => [`${folder}/${name}`, strToU8(files[name] ?? '')] as const);
  return zipSync(Object.fromEntries(named), { level: 9, mtime: ALWAYS });
}
