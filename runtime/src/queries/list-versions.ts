import { type Difference, diffPacks } from '@parcours/engine';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { versionOf } from '../packs/draft-text.ts';
import { effectiveOf } from '../packs/pack-shelf.ts';
import type { Publication } from '../store/procedure-drafts.ts';

/** One version of a procedure. */
export type VersionView = {
  readonly version: string;
  readonly hash: string;
  /** Cases open on it now. */
  readonly inEffect: boolean;
  readonly effective: { readonly from?: string; readonly until?: string };
  /** Absent for a version that came with the service. */
  readonly published?: {
    readonly by: string;
    readonly name: string;
    readonly at: string;
    readonly draft: string;
    /** The gate's report, as it was when it was let through. */
    readonly report: Publication['report'];
  };
};

export type VersionList = { readonly id: string; readonly versions: readonly VersionView[] };

export type VersionDiff = {
  readonly from: { readonly version: string; readonly hash: string };
  readonly to: { readonly version: string; readonly hash: string };
  readonly differences: readonly Difference[];
};

/** The history of a procedure: every version of it that was published here or came with the service, newest first. */
export async function listVersions({ service }: Asked, id: string): Promise<VersionList> {
  const shelved = service.packs.versions(id);
  if (shelved.length === 0) throw new RequestError('pack.not_found', `There is no pack ${id}.`);
  const [publications, accounts] = await Promise.all([
    service.store.publications(id),
    service.store.accounts(),
  ]);
  const names = new Map(accounts.map((each) => [each.id, each.displayName]));
  const now = service.packs.get(id);
  const versions = shelved.flatMap((loaded): VersionView[] => {
    if (!loaded.pack) return [];
    const published = publications.find(({ hash }) => hash === loaded.hash);
    return [
      {
        version: loaded.pack.pack.version,
        hash: loaded.hash,
        inEffect: now?.hash === loaded.hash && now.waits === undefined && now.pathway !== undefined,
        effective: effectiveOf(loaded),
        ...(published && {
          published: {
            by: published.publishedBy,
            name: names.get(published.publishedBy) ?? published.publishedBy,
            at: published.at,
            draft: published.draft,
            report: published.report,
          },
        }),
      },
    ];
  });
  return { id, versions: versions.reverse() };
}

/** What a version says differently from another, or from the one before it, in words. */
export async function diffVersions(
  asked: Asked,
  id: string,
  hash: string,
  against: string | undefined,
): Promise<VersionDiff> {
  const { service } = asked;
  const shelved = service.packs.versions(id);
  const before = against ?? shelved[shelved.findIndex((one) => one.hash === hash) - 1]?.hash;
  const [to, from] = await Promise.all([
    versionOf(service, id, hash),
    before === undefined ? undefined : versionOf(service, id, before),
  ]);
  if (!to || !from) throw new RequestError('version.not_found', `There are no two such versions of ${id}.`);
  return {
    from: { version: from.pack.pack.version, hash: from.hash },
    to: { version: to.pack.pack.version, hash: to.hash },
    differences: diffPacks(from.pack, to.pack),
  };
}
