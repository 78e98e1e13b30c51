import type { Place } from '../pathway/track-place.ts';

/** Where the explored tracks stand together; the same places are the same object. A track that is missing may stand anywhere. */
export interface Standing {
  readonly id: number;
  /** In the order of the tracks. */
  readonly places: readonly Place[];
  /** Every open state. */
  readonly active: ReadonlySet<string>;
}

export interface Standings {
  stand(places: readonly Place[]): Standing;
  /** The standing whose open states these are. */
  whose(active: ReadonlySet<string>): Standing | undefined;
}

/** Keeps every standing, each once. */
export function keepStandings(): Standings {
  const kept = new Map<string, Standing>();
  const byActive = new WeakMap<ReadonlySet<string>, Standing>();
  return {
    stand: (places) => {
      let key = '';
      for (const { id } of places) key += String.fromCharCode(id & 0xffff, id >>> 16);
      const found = kept.get(key);
      if (found) return found;
      const active = new Set(places.flatMap((place) => [...place.active]));
      const standing = { id: kept.size, places, active };
      kept.set(key, standing);
      byActive.set(active, standing);
      return standing;
    },
    whose: (active) => byActive.get(active),
  };
}
