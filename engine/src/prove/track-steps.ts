/** Steps of the tracks that are explored, out of the one table of remembered steps. Tracks left out stand anywhere. */
import type { Outcome, Position } from '../journal/case-file.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { type Elsewhere, rememberSteps } from '../pathway/remembered-steps.ts';
import type { TrackEvent, TrackEvents } from '../pathway/track-event.ts';
import type { Place, Places } from '../pathway/track-place.ts';
import { keepStandings, type Standing } from './standing.ts';

export type TrackStep = {
  readonly standing: Standing;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Only for an event that somebody reports: whether it is accepted. */
  readonly taken: boolean;
};

/** Who answers what a step asks: the outcome of a rule, and where a track that is not explored may stand. */
export type Answers = {
  /** The same rule may be asked twice in one step; the answer must be the same. */
  readonly outcome: (rule: string) => Outcome;
  /** Asked instead where no and unknown come to the same. */
  readonly isYes: (rule: string) => boolean;
  readonly pick: () => boolean;
};

export interface TrackSteps {
  readonly places: Places;
  readonly events: TrackEvents;
  /** The first step of a case, in the tracks explored. */
  start(tracks: readonly string[], answers: Answers): TrackStep | undefined;
  /** A standing with some of its tracks elsewhere. */
  put(standing: Standing, places: readonly Place[]): Standing;
  /** Where a position leaves the tracks explored. */
  standing(tracks: readonly string[], position: Position): Standing;
  /**
   * One event of XState; undefined when it concerns no explored track, or XState cannot take it. Whatever happens, a restless place
   * is read again.
   */
  step(standing: Standing, event: TrackEvent, answers: Answers): TrackStep | undefined;
}

/** Starts with nothing remembered; lives as long as the pathway. */
export function trackSteps(pathway: Pathway): TrackSteps {
  const { tracks } = pathway;
  const table = rememberSteps(pathway);
  const { places, events } = table;
  const { stand, put } = keepStandings();
  const { begin, elsewhere } = somewhere(pathway, places);
  const slots = new Map<Standing, readonly (Place | undefined)[]>();

  /** The places of a standing, each in the slot of its track. */
  const slotsOf = (standing: Standing): readonly (Place | undefined)[] => {
    const found = slots.get(standing);
    if (found) return found;
    const made = tracks.map((track) => standing.places.find((place) => place.track === track));
    slots.set(standing, made);
    return made;
  };
  return {
    places,
    events,
    put,
    start: (explored, { outcome }) => {
      const told = table.start(outcome);
      if (!told) return undefined;
      const isWanted = (id: string) => explored.includes(pathway.states.get(id)?.track ?? '');
      return {
        standing: stand(told.after.filter(({ track }) => explored.includes(track))),
        entered: told.entered.filter(isWanted),
        left: told.left.filter(isWanted),
        taken: true,
      };
    },
    standing: (explored, position) =>
      stand(places.of(position).filter(({ track }) => explored.includes(track))),
    step: (standing, event, { outcome, isYes, pick }) => {
      const slot = slotsOf(standing);
      begin(slot, pick);
      const told = table.step(slot, event, outcome, elsewhere, isYes);
      if (!told) return undefined;
      const { entered, left, verdict } = told;
      return { standing: put(standing, told.after), entered, left, taken: verdict === 'taken' };
    },
  };
}

/**
 * Tracks that are not explored stand anywhere; only what others can see of them is chosen. Once one that shows nothing but whether
 * it rests is open, another need not be: closing asks only whether all rest. `begin` is called before each step.
 */
function somewhere({ tracks }: Pathway, places: Places) {
  let standing: readonly (Place | undefined)[] = [];
  let pick = () => true;
  let isOneOpen: boolean | undefined;
  const begin = (at: readonly (Place | undefined)[], choose: () => boolean): void => {
    standing = at;
    pick = choose;
    isOneOpen = undefined;
  };
  const isOpen = (other: number) => standing[other]?.rests === false;
  const elsewhere: Elsewhere = (track, seen) => {
    isOneOpen ??= seen.some(isOpen);
    const looks = places.looks(tracks[track] as string);
    const first = looks[0] as Place;
    if (isOneOpen && looks.length <= 2) return first;
    const chosen = looks.slice(0, -1).find(pick) ?? (looks.at(-1) as Place);
    if (!chosen.rests) isOneOpen = true;
    return chosen;
  };
  return { begin, elsewhere };
}
