import type { Pack } from '@parcours/engine';
import { placedStates } from '../pack/states.ts';
import type { EventGuide, StepGuide } from './types.ts';

/** The outcomes of a step told apart from what the case hears wherever it stands. */
export type HeardApart = {
  readonly own: readonly EventGuide[];
  /** Heard only by tracks that are not open: the guide tells them with its first step. */
  readonly anyTime: readonly EventGuide[];
};

/** The events of a guide's step, those that the step (or what stands around it) hears apart from the others. */
export function heardApart(pack: Pack, { step, events }: Pick<StepGuide, 'step' | 'events'>): HeardApart {
  const places = new Map(placedStates(pack.machine).map((placed) => [placed.id, placed]));
  const heard = new Set<string>();
  for (let place = places.get(step); place; place = places.get(place.parent ?? '')) {
    for (const event of Object.keys(place.state.on ?? {})) heard.add(event);
  }
  return {
    own: events.filter(({ event }) => heard.has(event)),
    anyTime: events.filter(({ event }) => !heard.has(event)),
  };
}
