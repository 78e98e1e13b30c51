import type { Pack, Pathway } from '@parcours/engine';
import { UsageError } from './command.ts';
import { findPack } from './find-pack.ts';
import { loadPack } from './load-pack.ts';

/** One of the two versions that a command compares: whole, sound and compiled. Throws `UsageError` with what is wrong. */
export function readVersion(
  named: string,
  library: string | undefined,
  home: string,
): { readonly pack: Pack; readonly pathway: Pathway; readonly hash: string } {
  const place = findPack(named, library, home);
  const { pack, pathway, hash, findings } = loadPack(place);
  if (pack && pathway) return { pack, pathway, hash };
  const first = findings.find(({ severity }) => severity === 'error');
  throw new UsageError(`${named} cannot run (${first?.path}: ${first?.message}). Run check on it.`);
}
