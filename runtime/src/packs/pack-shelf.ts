import type { Finding, Pack, Pathway, Verdict } from '@parcours/engine';

/** A pack as loaded: what was found, what was checked, and whether cases can be opened on it. */
export type LoadedPack = {
  readonly id: string;
  readonly hash: string;
  /** Absent when its files could not be read into a pack. */
  readonly pack?: Pack;
  /** `id@version` of what it stands on, itself first. */
  readonly chain: readonly string[];
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  /** Absent when an error keeps it from running. */
  readonly pathway?: Pathway;
};

/** The packs that this service offers. Cases keep their own version, by hash. */
export interface PackShelf {
  list(): readonly LoadedPack[];
  get(id: string): LoadedPack | undefined;
}

/** A shelf of packs already loaded. */
export function packShelf(packs: readonly LoadedPack[]): PackShelf {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  return { list: () => packs, get: (id) => byId.get(id) };
}

/** True when some pack sends its complaints to this one: its cases are sealed. */
export function isSealed(shelf: PackShelf, packId: string): boolean {
  return shelf.list().some((loaded) => loaded.pack?.pack.complaint === packId);
}
