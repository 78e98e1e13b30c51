import type { Place } from '../pathway/track-place.ts';

/** Where the explored tracks stand together; the same places are the same object. A track that is missing may stand anywhere. */
export interface Standing {
  readonly id: number;
  /** In the order of the tracks. */
  readonly places: readonly Place[];
}

export interface Standings {
  stand(places: readonly Place[]): Standing;
  /** A standing with some of its tracks elsewhere. */
  put(standing: Standing, to: readonly Place[]): Standing;
}

/** Keeps every standing, each once. */
export function keepStandings(): Standings {
  const kept = new Map<string, Standing>();
  const keep = (key: string, places: readonly Place[]): Standing => {
    const standing = { id: kept.size, places };
    kept.set(key, standing);
    return standing;
  };
  return {
    stand: (places) => {
      let key = '';
      for (const { id } of places) key += letterOf(id);
      return kept.get(key) ?? keep(key, places);
    },
    put: ({ places }, to) => {
      let key = '';
      for (const place of places) key += letterOf((moved(place, to) ?? place).id);
      return (
        kept.get(key) ??
        keep(
          key,
          places.map((place) => moved(place, to) ?? place),
        )
      );
    },
  };
}

function moved({ index }: Place, to: readonly Place[]): Place | undefined {
  for (const place of to) if (place.index === index) return place;
  return undefined;
}

/** A number as one unit of text, or as three when it is large. */
function letterOf(id: number): string {
  return id < 0xffff ? String.fromCharCode(id) : String.fromCharCode(0xffff, id & 0xffff, id >>> 16);
}

const opened = new WeakMap<Standing, ReadonlySet<string>>();
const standings = new WeakMap<ReadonlySet<string>, Standing>();

/** Every open state of a standing, put together when first asked for. */
export function openIn(standing: Standing): ReadonlySet<string> {
  const known = opened.get(standing);
  if (known) return known;
  const found = new Set<string>();
  for (const { active } of standing.places) for (const id of active) found.add(id);
  opened.set(standing, found);
  standings.set(found, standing);
  return found;
}

/** The standing of which these are the open states. */
export function standingOf(open: ReadonlySet<string>): Standing | undefined {
  return standings.get(open);
}
