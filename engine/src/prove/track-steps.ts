/**
 * A step of the machine, computed by XState the first time and remembered: for the tracks that hear an event together, what
 * their guards see of the others, and the outcomes of the rules that were read, in the order of reading. Steps of tracks are put
 * together here; what one step does is always XState's own answer.
 */
import type { Outcome, Position } from '../journal/case-file.ts';
import type { Pathway, PathwayCandidate } from '../pathway/pathway.ts';
import { readEvent } from '../pathway/read-candidates.ts';
import {
  activeStates,
  type StepAct,
  type StepResult,
  startMachine,
  stepMachine,
} from '../pathway/step-machine.ts';
import { keepStandings, type Standing } from './standing.ts';
import { keepPlaces, type Place, type Places, statesAsked } from './track-place.ts';

export type TrackStep = {
  readonly standing: Standing;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Only for an event that somebody reports: whether it is accepted. */
  readonly taken: boolean;
};

/** Who answers what a step asks: the outcome of a rule, and where a track that is not explored may stand. */
export type Answers = {
  readonly outcome: (rule: string) => Outcome;
  /** Asked instead where no and unknown come to the same. */
  readonly isYes: (rule: string) => boolean;
  readonly pick: () => boolean;
};

export interface TrackSteps {
  readonly places: Places;
  /** The first step of a case, in the tracks explored. */
  start(tracks: readonly string[], answers: Answers): TrackStep | undefined;
  /** Where a position leaves the tracks explored. */
  standing(tracks: readonly string[], position: Position): Standing;
  /**
   * One event of XState; undefined when it concerns no explored track, or XState cannot take it. Whatever happens, a restless place
   * is read again.
   */
  step(standing: Standing, event: MachineEvent, answers: Answers): TrackStep | undefined;
  /** Steps that XState computed, for those who count. */
  computed(): number;
}

/** An event as XState is sent it, and what tells which places hear it. */
export type MachineEvent = {
  readonly sent: string;
  readonly isHeardAt: (place: Place) => boolean;
  /** The pack's event, when somebody reports it and may be refused. */
  readonly reported?: string;
};

type Told = {
  readonly after: readonly Place[];
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly taken: boolean;
};
type Node = { readonly rule: string; readonly next: Map<Outcome, Node | Leaf> };

type Leaf = { readonly told: Told | undefined };

/** Starts with nothing remembered; lives as long as the pathway. */
export function rememberSteps(pathway: Pathway): TrackSteps {
  const places = keepPlaces(pathway);
  const roots = new Map<string, Node | Leaf>();
  const watching = new Map(pathway.tracks.map((track) => [track, watchedBy(pathway, track)]));
  const stand = keepStandings();
  const looks = new Map<Place, Map<string, readonly string[]>>();
  let computed = 0;

  const lookedAt = (place: Place, event: MachineEvent): readonly string[] => {
    const bySent = looks.get(place) ?? new Map<string, readonly string[]>();
    looks.set(place, bySent);
    const tracks = bySent.get(event.sent) ?? watchedNow(watching.get(place.track), place, event);
    bySent.set(event.sent, tracks);
    return tracks;
  };

  const remember = (
    key: string,
    { outcome, isYes }: Pick<Answers, 'outcome' | 'isYes'>,
    compute: (outcomes: Outcomes) => Told | undefined,
  ) => {
    let node = roots.get(key);
    const path: { readonly rule: string; readonly outcome: Outcome }[] = [];
    while (node && 'rule' in node) {
      if (isShutUnlessYes(node) && !isYes(node.rule)) return undefined;
      const told = outcome(node.rule);
      path.push({ rule: node.rule, outcome: told });
      node = node.next.get(told);
    }
    if (node) return node.told;
    const known = new Map(path.map((asked) => [asked.rule, asked.outcome]));
    computed += 1;
    const told = compute(
      asOutcomes((rule) => {
        const found = known.get(rule);
        if (found !== undefined) return found;
        const fresh = outcome(rule);
        known.set(rule, fresh);
        path.push({ rule, outcome: fresh });
        return fresh;
      }),
    );
    graft(roots, key, path, { told });
    return told;
  };

  return {
    places,
    computed: () => computed,
    start: (tracks, { outcome, isYes }) => {
      const told = remember('start', { outcome, isYes }, (outcomes) =>
        tellStep(pathway, places, startMachine(pathway, outcomes), new Set(pathway.tracks), () => true),
      );
      if (!told) return undefined;
      const wanted = new Set(tracks);
      const isWanted = (id: string) => wanted.has(pathway.states.get(id)?.track ?? '');
      return {
        standing: stand(told.after.filter(({ track }) => wanted.has(track))),
        entered: told.entered.filter(isWanted),
        left: told.left.filter(isWanted),
        taken: true,
      };
    },
    standing: (tracks, position) => {
      const found = places.of(position);
      return stand(
        pathway.tracks.flatMap((track) => (tracks.includes(track) ? (found.get(track) ?? []) : [])),
      );
    },
    step: (standing, event, { outcome, isYes, pick }) => {
      const hearing = standing.places.filter(event.isHeardAt);
      const group = standing.places.filter((place) => place.restless || hearing.includes(place));
      if (group.length === 0) return undefined;
      const moving = new Set(group.map(({ track }) => track));
      const others = pathway.tracks.filter((track) => !moving.has(track));
      const seen = new Set(group.flatMap((place) => lookedAt(place, event)));
      const around = placesAround(others, standing, seen, { places, pick });
      const key = [
        event.sent,
        ...group.map(({ id }) => id),
        ...around.map(({ track, look }) => (seen.has(track) ? look : '')),
      ].join('|');
      const told = remember(key, { outcome, isYes }, (outcomes) => {
        const position = places.position([...group, ...around]);
        const result = stepMachine(pathway, position, event.sent, outcomes);
        const heard = hearing.flatMap((place) => place.heard.get(event.reported ?? '') ?? []);
        const isTaken = (moved: boolean) =>
          event.reported === undefined || (moved && heard.length === 1)
            ? true
            : readEvent(pathway, { outcomes, active: activeStates(position) }, event.reported).verdict ===
              'taken';
        return tellStep(pathway, places, result, moving, isTaken);
      });
      if (!told) return undefined;
      const next = standing.places.map(
        (place) => told.after.find(({ track }) => track === place.track) ?? place,
      );
      return { standing: stand(next), entered: told.entered, left: told.left, taken: told.taken };
    },
  };
}

/** An event is refused whether the rule is a no or unknown. */
function isShutUnlessYes({ next }: Node): boolean {
  const isRefused = (branch: Node | Leaf | undefined) =>
    branch !== undefined && 'told' in branch && branch.told?.taken === false;
  return isRefused(next.get('no')) && isRefused(next.get('unknown'));
}

type Outcomes = Readonly<Record<string, Outcome>>;

/** Decided rules that are decided only when they are read. */
function asOutcomes(outcome: (rule: string) => Outcome): Outcomes {
  return new Proxy<Record<string, Outcome>>({}, { get: (_, rule) => outcome(String(rule)) });
}

function graft(
  roots: Map<string, Node | Leaf>,
  key: string,
  path: readonly { readonly rule: string; readonly outcome: Outcome }[],
  leaf: Leaf,
): void {
  const [first] = path;
  if (!first) {
    roots.set(key, leaf);
    return;
  }
  let node = roots.get(key);
  if (!node || !('rule' in node)) {
    node = { rule: first.rule, next: new Map() };
    roots.set(key, node);
  }
  for (const [index, { outcome }] of path.entries()) {
    const following = path[index + 1];
    if (!following) {
      node.next.set(outcome, leaf);
      return;
    }
    let next = node.next.get(outcome);
    if (!next || !('rule' in next)) {
      next = { rule: following.rule, next: new Map() };
      node.next.set(outcome, next);
    }
    node = next;
  }
}

function tellStep(
  { states, tracks }: Pathway,
  places: Places,
  result: StepResult,
  moving: ReadonlySet<string>,
  isTaken: (moved: boolean) => boolean,
): Told | undefined {
  if (!result.ok) return undefined;
  const { position, acts } = result.step;
  const own = (kind: StepAct['kind']) =>
    acts.flatMap((act) => {
      const mine =
        act.kind === kind && moving.has(states.get(act.state)?.track ?? '') && !tracks.includes(act.state);
      return mine ? [act.state] : [];
    });
  const entered = own('enter');
  const left = own('leave');
  const after = [...places.of(position)].flatMap(([track, place]) => (moving.has(track) ? [place] : []));
  return { after, entered, left, taken: isTaken(entered.length + left.length > 0) };
}

/**
 * Tracks that are not explored stand anywhere; only what others can see of them is chosen. Once one that shows nothing but
 * whether it rests is open, another need not be: closing asks only whether all rest.
 */
function placesAround(
  tracks: readonly string[],
  standing: Standing,
  seen: ReadonlySet<string>,
  { places, pick }: { readonly places: Places; readonly pick: () => boolean },
): readonly Place[] {
  let isOneOpen = standing.places.some(({ track, rests }) => seen.has(track) && !rests);
  return tracks.map((track) => {
    const explored = standing.places.find((place) => place.track === track);
    if (explored) return explored;
    const looks = places.looks(track);
    const first = looks[0] as Place;
    if (!seen.has(track) || (isOneOpen && looks.length <= 2)) return first;
    const chosen = looks.slice(0, -1).find(pick) ?? (looks.at(-1) as Place);
    if (!chosen.rests) isOneOpen = true;
    return chosen;
  });
}

/** What the guards of a track see of other tracks: by list of an event or deadline, and in the lists nobody is asked about. */
type Watched = {
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  readonly unasked: ReadonlySet<string>;
};

function watchedBy({ states, tracks }: Pathway, track: string): Watched {
  const asked = new Map<string, Set<string>>();
  const unasked = new Set<string>();
  const others = tracks.filter((other) => other !== track && other !== 'main');
  const note = (list: readonly PathwayCandidate[], found: Set<string>) => {
    for (const { guard, closing } of list) {
      for (const id of statesAsked(guard)) {
        const seen = states.get(id)?.track;
        if (seen !== undefined && seen !== track) found.add(seen);
      }
      if (closing) for (const other of others) found.add(other);
    }
    return found;
  };
  for (const state of states.values()) {
    if (state.track !== track) continue;
    for (const [name, list] of [...state.on, ...state.after]) {
      asked.set(`${state.id} ${name}`, note(list, new Set()));
    }
    note(state.always, unasked);
    note(state.onDone, unasked);
  }
  return { asked, unasked };
}

function watchedNow(watched: Watched | undefined, place: Place, { sent }: MachineEvent): readonly string[] {
  if (!watched) return [];
  const [, name = sent] = /^(?:done|xstate\.after)\.([a-z0-9_]+)/.exec(sent) ?? [];
  const asked = place.states.flatMap(({ id }) => [...(watched.asked.get(`${id} ${name}`) ?? [])]);
  return [...asked, ...watched.unasked];
}
