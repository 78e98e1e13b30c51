import type { Place } from '../pathway/track-place.ts';

/** Where the explored tracks stand together; the same places are the same object. A track that is missing may stand anywhere. */
export interface Standing {
  readonly id: number;
  /** In the order of the tracks. */
  readonly places: readonly Place[];
  /** Every open state. */
  readonly active: ReadonlySet<string>;
}

/** Keeps every standing, each once. */
export function keepStandings(): (places: readonly Place[]) => Standing {
  const kept = new Map<string, Standing>();
  return (places) => {
    let key = '';
    for (const { id } of places) key += String.fromCharCode(id);
    const found = kept.get(key);
    if (found) return found;
    const active = new Set(places.flatMap((place) => [...place.active]));
    const standing = { id: kept.size, places, active };
    kept.set(key, standing);
    return standing;
  };
}
