import type { Finding, Instant, Pack, Pathway, Verdict } from '@parcours/engine';
import { endOfLocalDay, startOfLocalDay } from '@parcours/engine';
import { systemClock } from '../deadlines/clock.ts';

/** The first and the last instant at which new cases open on a version. */
export type Effective = { readonly from?: Instant; readonly until?: Instant };

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
  /** Absent when an error keeps it from running, or `waits` does. */
  readonly pathway?: Pathway;
  /** Absent: what its `pack.json` says, and always when that says nothing. */
  readonly effective?: Effective;
  /** It could run, but not today: it is not in effect yet, or no longer. */
  readonly waits?: 'not_yet' | 'over';
};

/**
 * The procedures that this service offers, each in the newest of its versions that is in effect now. One that has none in
 * effect is there to be read, and opens no case. Cases keep their own version, by hash.
 */
export interface PackShelf {
  list(): readonly LoadedPack[];
  get(id: string): LoadedPack | undefined;
  /** Every version of a procedure, in effect or not, in the order in which they came. */
  versions(id: string): readonly LoadedPack[];
  /** Adds a version; one with the hash of another is that one. */
  put(loaded: LoadedPack): void;
}

/** A shelf of packs already loaded, which reads the time to know what is in effect. */
export function packShelf(packs: readonly LoadedPack[], now: () => Instant = systemClock().now): PackShelf {
  const byId = new Map<string, LoadedPack[]>();
  const put = (loaded: LoadedPack) => {
    const versions = byId.get(loaded.id) ?? [];
    if (!versions.some(({ hash }) => hash !== '' && hash === loaded.hash)) versions.push(loaded);
    byId.set(loaded.id, versions);
  };
  for (const pack of packs) put(pack);
  return {
    list: () => [...byId.values()].flatMap((versions) => newestOf(versions, now()) ?? []),
    get: (id) => newestOf(byId.get(id) ?? [], now()),
    versions: (id) => [...(byId.get(id) ?? [])],
    put,
  };
}

/** True when some pack sends its complaints to this one: its cases are sealed. */
export function isSealed(shelf: PackShelf, packId: string): boolean {
  return shelf.list().some((loaded) => loaded.pack?.pack.complaint === packId);
}

/** Since when and until when a version counts. A day begins and ends where the procedure applies. */
export function effectiveOf({ effective, pack, pathway }: LoadedPack): Effective {
  if (effective) return effective;
  const said = pack?.pack.effective;
  return said && pathway ? effectiveDays(said, pathway.pack.pack.timeZone) : {};
}

/** Days of the calendar as instants: from the first moment of one to the last of the other. */
export function effectiveDays(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  zone: string,
): Effective {
  return {
    ...(from !== undefined && { from: startOfLocalDay(from, zone) }),
    ...(until !== undefined && { until: endOfLocalDay(until, zone) }),
  };
}

/** Whether a version counts at an instant. */
export function standing(loaded: LoadedPack, at: Instant): 'in_effect' | 'not_yet' | 'over' {
  const { from, until } = effectiveOf(loaded);
  if (from !== undefined && at < from) return 'not_yet';
  return until !== undefined && at > until ? 'over' : 'in_effect';
}

/** Whether cases open on a version now, between which days, and which version takes its place. */
export type InForce = Effective & {
  /** `replaced`: it would still count, had no later version begun. */
  readonly standing: 'in_effect' | 'not_yet' | 'over' | 'replaced';
  /** Published, and waiting for a day that comes after the first of this one. */
  readonly next?: { readonly version: string; readonly from: Instant };
};

/** How the version of a hash stands among those of its procedure. */
export function inForce(shelf: PackShelf, { id, hash }: LoadedPack, at: Instant): InForce | undefined {
  const versions = shelf.versions(id);
  const own = versions.find((one) => one.hash === hash);
  if (!own?.pathway) return undefined;
  const days = effectiveOf(own);
  const told = standing(own, at);
  const isReplaced = told === 'in_effect' && shelf.get(id)?.hash !== hash;
  const [next] = versions
    .flatMap((one) => {
      const { from } = effectiveOf(one);
      return one.pack && one.pathway && from !== undefined ? [{ version: one.pack.pack.version, from }] : [];
    })
    .filter(({ from }) => from > at && from > (days.from ?? ''))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...days, standing: isReplaced ? 'replaced' : told, ...(next && { next }) };
}

/** Of the versions in effect, the one that began last; without any, the next to begin, else the last that was. */
function newestOf(versions: readonly LoadedPack[], at: Instant): LoadedPack | undefined {
  const told = versions.map((loaded) => ({
    loaded,
    is: standing(loaded, at),
    from: effectiveOf(loaded).from ?? '',
  }));
  const latest = (is: string) =>
    told
      .filter((one) => one.is === is)
      .reduce<(typeof told)[number] | undefined>(
        (best, one) => (best && best.from > one.from ? best : one),
        undefined,
      )?.loaded;
  const inEffect = latest('in_effect');
  if (inEffect) return inEffect;
  const next = told
    .filter(({ is }) => is === 'not_yet')
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]?.loaded;
  const found = next ?? latest('over');
  if (!found) return undefined;
  const { pathway: _asleep, ...asleep } = found;
  return { ...asleep, waits: next ? 'not_yet' : 'over' };
}
