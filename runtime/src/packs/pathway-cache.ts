import { compile, type Pathway } from '@parcours/engine';
import { RequestError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { PackShelf } from './pack-shelf.ts';

/** Pathways by the hash of their pack: a case stays on the version it began on, even when its folder has changed. */
export interface PathwayCache {
  of(hash: string): Promise<Pathway>;
}

/** Looks on the shelf first, then among the versions kept in the store. */
export function pathwayCache(shelf: PackShelf, store: Store): PathwayCache {
  const cache = new Map<string, Pathway>();
  for (const { hash, pathway } of shelf.list()) {
    if (pathway) cache.set(hash, pathway);
  }
  return {
    async of(hash) {
      const known = cache.get(hash);
      if (known) return known;
      const kept = await store.pack(hash);
      if (!kept) {
        throw new RequestError(
          'pack.not_found',
          `The version ${hash} of a pack on which a case runs is missing.`,
        );
      }
      const pathway = compile(kept.pack, kept.hash);
      cache.set(hash, pathway);
      return pathway;
    },
  };
}
