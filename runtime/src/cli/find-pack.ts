import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './command.ts';

const PACK_ID = /^[a-z][a-z0-9-]{0,63}$/;

/** A folder that holds a pack, and the folder in which what it extends is looked up. */
export type PackPlace = { readonly folder: string; readonly library: string };

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** True when a library holds a pack with this id. */
export function isPackFolder(library: string, id: string): boolean {
  return PACK_ID.test(id) && isFolder(join(library, id));
}

/** Finds a pack by folder, or by id in a library (else in the `procedures/` of `home`). Throws `UsageError` when there is none. */
export function findPack(named: string, library: string | undefined, home: string): PackPlace {
  const folder = resolve(named);
  if (isFolder(folder)) return { folder, library: resolve(library ?? dirname(folder)) };
  const shelf = resolve(library ?? join(home, 'procedures'));
  if (isPackFolder(shelf, named)) return { folder: join(shelf, named), library: shelf };
  throw new UsageError(`There is no pack ${named}: give its folder, or its id and --library DIR.`);
}

/** The one pack that a command was given. Throws `UsageError` when it was given none, several, or one that is not there. */
export function findOnePack(
  positionals: readonly string[],
  library: string | undefined,
  home: string,
): PackPlace {
  const [named, ...rest] = positionals;
  if (named === undefined || rest.length > 0) throw new UsageError('Name one pack: a folder or an id.');
  return findPack(named, library, home);
}
