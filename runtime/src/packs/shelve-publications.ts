import { compile, type Finding, type Pathway, type Verdict } from '@parcours/engine';
import type { Deps } from '../deps.ts';
import type { Publication } from '../store/procedure-drafts.ts';
import type { LoadedPack, PackShelf } from './pack-shelf.ts';

/** Puts every version that this service has published on its shelf, over those of the folder. Asked once, before it serves. */
export async function shelvePublications({
  store,
  packs,
  log,
}: Pick<Deps, 'store' | 'packs' | 'log'>): Promise<void> {
  for (const publication of await store.publications()) {
    const kept = await store.pack(publication.hash);
    if (kept) packs.put(loadedVersion(packs, publication, compile(kept.pack, kept.hash)));
    else log.error({ pack: publication.pack, hash: publication.hash }, 'a published version is missing');
  }
}

/** A published version as it stands on the shelf, with what the gate found in it. */
export function loadedVersion(shelf: PackShelf, publication: Publication, pathway: Pathway): LoadedPack {
  const { pack, hash } = pathway;
  const { findings, verdicts } = publication.report as {
    readonly findings?: readonly Finding[];
    readonly verdicts?: readonly Verdict[];
  };
  return {
    id: pack.pack.id,
    hash,
    pack,
    pathway,
    chain: chainOf(shelf, pathway),
    findings: findings ?? [],
    verdicts: verdicts ?? [],
    effective: publication.effective,
  };
}

/** Itself, then what its base stands on; a base that has left the shelf is named alone. */
function chainOf(shelf: PackShelf, { pack: { pack } }: Pathway): readonly string[] {
  const own = `${pack.id}@${pack.version}`;
  if (!pack.extends) return [own];
  const { id, version } = pack.extends;
  const base = shelf.versions(id).find((one) => one.pack?.pack.version === version);
  return [own, ...(base?.chain ?? [`${id}@${version}`])];
}
