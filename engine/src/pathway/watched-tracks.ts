import type { Pathway, PathwayCandidate } from './pathway.ts';
import type { TrackEvent } from './track-event.ts';
import { type Place, statesNamed } from './track-place.ts';

/** What the guards of a track see of other tracks: by list of an event or deadline, and in the lists nobody is asked about. */
export type Watched = {
  readonly asked: ReadonlyMap<string, ReadonlySet<number>>;
  readonly unasked: ReadonlySet<number>;
};

/** Reads the guards of a track. */
export function watchedBy({ states, tracks }: Pathway, track: string): Watched {
  const asked = new Map<string, Set<number>>();
  const unasked = new Set<number>();
  const others = tracks.filter((other) => other !== track && other !== 'main');
  const note = (list: readonly PathwayCandidate[], found: Set<number>) => {
    for (const { guard, closing } of list) {
      for (const id of statesNamed(guard)) {
        const seen = states.get(id)?.track;
        if (seen !== undefined && seen !== track) found.add(tracks.indexOf(seen));
      }
      if (closing) for (const other of others) found.add(tracks.indexOf(other));
    }
    return found;
  };
  for (const state of states.values()) {
    if (state.track !== track) continue;
    for (const [name, list] of [...state.on, ...state.after]) {
      const key = `${state.id} ${name}`;
      asked.set(key, note(list, asked.get(key) ?? new Set()));
    }
    note(state.always, unasked);
    note(state.onDone, unasked);
  }
  return { asked, unasked };
}

/** Numbers of the tracks that may be seen when an event reaches a place. */
export function watchedNow(
  watched: Watched | undefined,
  place: Place,
  { name }: TrackEvent,
): readonly number[] {
  if (!watched) return [];
  const asked = place.states.flatMap(({ id }) => [...(watched.asked.get(`${id} ${name}`) ?? [])]);
  return [...asked, ...watched.unasked];
}

/** Numbers of all the tracks that the guards of a track see, whatever happens. */
export function sightOf({ asked, unasked }: Watched): ReadonlySet<number> {
  return new Set([...[...asked.values()].flatMap((tracks) => [...tracks]), ...unasked]);
}
