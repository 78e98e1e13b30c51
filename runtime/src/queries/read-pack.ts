import type { Finding, Pack, Verdict } from '@parcours/engine';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { type InForce, inForce, type LoadedPack, type PackShelf } from '../packs/pack-shelf.ts';

/** A resolved pack with what was found in it. */
export type PackView = {
  readonly id: string;
  readonly hash: string;
  readonly pack?: Pack;
  readonly chain: readonly string[];
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  /** Absent for what opens no case, and for a version that has left the shelf. */
  readonly inForce?: InForce;
};

/** A version on the shelf by its hash. */
function shelved(shelf: PackShelf, hash: string): LoadedPack | undefined {
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
  return shelf
    .list()
    .flatMap(({ id }) => shelf.versions(id))
    .find((one) => one.hash === hash);
}

/** One pack by id, or a version on which cases run by its hash. */
export async function readPack({ service }: Asked, id: string): Promise<PackView> {
  const loaded = service.packs.get(id) ?? shelved(service.packs, id);
  if (loaded) {
    const { hash, pack, chain, findings, verdicts } = loaded;
    const force = inForce(service.packs, loaded, service.clock.now());
    return {
      id: loaded.id,
      hash,
      chain,
      findings,
      verdicts,
      ...(pack && { pack }),
      ...(force && { inForce: force }),
    };
  }
  const kept = await service.store.pack(id);
  if (!kept) throw new RequestError('pack.not_found', `There is no pack ${id}.`);
  return { id: kept.pack.pack.id, hash: kept.hash, pack: kept.pack, chain: [], findings: [], verdicts: [] };
}
