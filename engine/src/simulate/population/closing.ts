import type { Pathway } from '../../pathway/pathway.ts';
import { isTrackOpen } from '../../pathway/read-candidates.ts';
import type { Place } from '../../pathway/track-place.ts';

/** Tells whether a case is closed where it stands: main in an end step, every other track in an idle or end step. */
export function closing(pathway: Pathway): (standing: readonly Place[]) => boolean {
  /** By id of the place. */
  const known: (boolean | undefined)[] = [];
  const rests = (place: Place): boolean => {
    const told =
      place.track === 'main'
        ? place.states.every(({ leaf, kind }) => !leaf || kind === 'end')
        : !isTrackOpen(pathway, place.track, place.active);
    known[place.id] = told;
    return told;
  };
  return (standing) => {
    for (let index = 0; index < standing.length; index += 1) {
      const place = standing[index] as Place;
      if (!(known[place.id] ?? rests(place))) return false;
    }
    return true;
  };
}
