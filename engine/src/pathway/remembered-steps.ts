/**
 * Remembered steps (design section 4, *Speed at scale*): the one table that simulation and verification share. A step of the
 * machine is computed by XState the first time and remembered: for the tracks that an event moves (those that hear it, and
 * those with an open `always`), by their place and history; for the others, by what the guards of the moving ones see of
 * them; then by the outcomes of the rules in the order in which they were read. Steps of tracks are put together here; what
 * one step does is always XState's own answer, microsteps, `onDone` and the guard of closing included.
 * Never keyed by the whole position: places grow by track, not by their product.
 */
import type { Outcome, Position } from '../journal/case-file.ts';
import type { Pathway } from './pathway.ts';
import { type Reading, readEvent } from './read-candidates.ts';
import { activeStates, type StepAct, type StepResult, startMachine, stepMachine } from './step-machine.ts';
import { type TrackEvent, type TrackEvents, trackEvents } from './track-event.ts';
import { keepPlaces, type Place, type Places } from './track-place.ts';
import { watchedBy, watchedNow } from './watched-tracks.ts';

/** One step of the tracks that moved. The same step is the same object. */
export type RememberedStep = {
  /** From 0 without gaps: a slot in an array. */
  readonly id: number;
  /** Where the moving tracks stand afterwards; every other track stands where it stood. */
  readonly after: readonly Place[];
  /** What it did in those tracks, in XState's order, entering and leaving of tracks themselves left out. */
  readonly acts: readonly StepAct[];
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** For a reported event, what reading its candidates answers; `taken` for everything that nobody reports. */
  readonly verdict: Reading['verdict'];
  /** For a reported event, the open states whose list was read, innermost first in each track. */
  readonly heard: readonly string[];
};

/** The outcome of a rule, told by id and by its place in `program.rules`; asked only while a step depends on it. */
export type AskRule = (rule: string, place: number) => Outcome;

/**
 * Where a track that is left out of a standing may stand: asked only when what it shows is seen by what moves; `seen` are all the
 * tracks that it sees.
 */
export type Elsewhere = (track: number, seen: readonly number[]) => Place;

/** Who is asked instead of the outcome of a rule, where no and unknown come to the same. */
export type AskYes = (rule: string) => boolean;

export interface RememberedSteps {
  readonly places: Places;
  readonly events: TrackEvents;
  /** The first step of a case, in every track; undefined when XState cannot take it. */
  start(outcome: AskRule): RememberedStep | undefined;
  /**
   * One event from places in the order of `pathway.tracks`. Undefined when nothing given can move, or XState cannot take it.
   * A track may be left out when `elsewhere` answers for it: it then hears nothing.
   */
  step(
    standing: readonly (Place | undefined)[],
    event: TrackEvent,
    outcome: AskRule,
    elsewhere?: Elsewhere,
    isYes?: AskYes,
  ): RememberedStep | undefined;
  /** How many steps XState computed, for those who count. */
  computed(): number;
}

/** Positions kept with XState's snapshots of them; past these they are restored anew. */
const MOST_POSITIONS = 500;

type Told = { readonly step: RememberedStep | undefined };
type Question = {
  readonly rule: string;
  readonly place: number;
  yes?: Branch;
  no?: Branch;
  unknown?: Branch;
};
type Branch = Question | Told;

/** What moves together, which tracks it sees, and what was told of it. */
type Scene = {
  readonly group: readonly Place[];
  readonly seen: readonly number[];
  /** Only when `seen` is not empty: by the look of each, in order. */
  readonly byLook: Level<{ root?: Branch }>;
  root?: Branch;
};
type Level<T> = Map<number | string, Level<T> | T>;

/** Per event: the tracks that may hear it, or be moved by an `always`, and the scenes met so far. */
type Stage = {
  readonly tracks: readonly number[];
  readonly scenes: Level<Scene>;
  /** By id of the place: whether it takes part. */
  readonly takesPart: (boolean | undefined)[];
};

/** Starts with nothing remembered; lives as long as the pathway, and may be shared by everything that runs it. */
export function rememberSteps(pathway: Pathway): RememberedSteps {
  const { tracks } = pathway;
  const places = keepPlaces(pathway);
  const events = trackEvents(pathway);
  const watching = tracks.map((track) => watchedBy(pathway, track));
  const stages: (Stage | undefined)[] = [];
  const starting: { root?: Branch } = {};
  const rulePlaces = new Map(pathway.program.rules.map((rule, place) => [rule, place]));
  let computed = 0;

  const stageOf = (event: TrackEvent): Stage => {
    const found = stages[event.index];
    if (found) return found;
    const mayMove = tracks.map((track) =>
      [...pathway.states.values()].some(
        (state) => state.track === track && (state.always.length > 0 || event.heardBy(state)),
      ),
    );
    const stage: Stage = {
      tracks: tracks.flatMap((_, index) => (mayMove[index] ? [index] : [])),
      scenes: new Map(),
      takesPart: [],
    };
    stages[event.index] = stage;
    return stage;
  };

  const takesPart = (stage: Stage, place: Place, event: TrackEvent): boolean => {
    const known = stage.takesPart[place.id];
    if (known !== undefined) return known;
    const told = place.restless || place.states.some(event.heardBy);
    stage.takesPart[place.id] = told;
    return told;
  };

  const sceneOf = (stage: Stage, standing: readonly (Place | undefined)[], event: TrackEvent): Scene => {
    const { tracks: mayMove } = stage;
    const last = mayMove.length - 1;
    let level = stage.scenes;
    for (let depth = 0; depth <= last; depth += 1) {
      const place = standing[mayMove[depth] as number];
      const key = place !== undefined && takesPart(stage, place, event) ? place.id : -1;
      let next = level.get(key);
      if (next === undefined) {
        next = depth === last ? newScene(stage, standing, event) : new Map();
        level.set(key, next);
      }
      if (depth === last) return next as Scene;
      level = next as Level<Scene>;
    }
    return NOBODY;
  };

  const newScene = (stage: Stage, standing: readonly (Place | undefined)[], event: TrackEvent): Scene => {
    const group = stage.tracks.flatMap((track) => {
      const place = standing[track];
      return place && takesPart(stage, place, event) ? [place] : [];
    });
    const moving = new Set(group.map(({ index }) => index));
    const seen = new Set(group.flatMap((place) => watchedNow(watching[place.index], place, event)));
    return {
      group,
      seen: [...seen].filter((track) => !moving.has(track)).sort((a, b) => a - b),
      byLook: new Map(),
    };
  };

  const positions = new Map<string, Position>();
  /** The very same position while the places are the same, so that XState's snapshot of it serves again. */
  const positionOf = (all: readonly Place[]): Position => {
    const sorted = [...all].sort((a, b) => a.index - b.index);
    const key = sorted.map(({ id }) => id).join(' ');
    const found = positions.get(key);
    if (found) return found;
    if (positions.size >= MOST_POSITIONS) positions.clear();
    const made = places.position(sorted);
    positions.set(key, made);
    return made;
  };

  const compute = (
    scene: Scene,
    standing: readonly (Place | undefined)[],
    chosen: ReadonlyMap<number, Place>,
    event: TrackEvent,
    outcomes: Outcomes,
  ): RememberedStep | undefined => {
    const moving = new Set(scene.group.map(({ index }) => index));
    const around = tracks.flatMap((track, index) =>
      moving.has(index) ? [] : [chosen.get(index) ?? standing[index] ?? (places.looks(track)[0] as Place)],
    );
    const position = positionOf([...scene.group, ...around]);
    const result = stepMachine(pathway, position, event.sent, outcomes);
    const told = tellMoves(pathway, places, result, moving, scene.group);
    if (!told) return undefined;
    return { ...told, id: computed++, ...tellReading(pathway, position, scene, event, told, outcomes) };
  };

  return {
    places,
    events,
    computed: () => computed,
    start: (outcome) =>
      startedBefore(starting, outcome) ??
      explore(starting, rulePlaces, outcome, (outcomes) => {
        const all = new Set(tracks.keys());
        const told = tellMoves(pathway, places, startMachine(pathway, outcomes), all);
        return told && { ...told, id: computed++, verdict: 'taken', heard: [] };
      }),
    step: (standing, event, outcome, elsewhere, isYes) => {
      const scene = sceneOf(stageOf(event), standing, event);
      if (scene.group.length === 0) return undefined;
      const chosen = scene.seen.length === 0 ? NOWHERE : new Map<number, Place>();
      const table = scene.seen.length === 0 ? scene : lookAround(scene, standing, chosen, elsewhere);
      let at = table.root;
      while (at !== undefined && 'rule' in at) {
        const shut = isYes && refusedUnlessYes(at);
        if (shut && !isYes(at.rule)) return shut;
        at = answered(at, outcome(at.rule, at.place));
      }
      if (at !== undefined) return at.step;
      return explore(table, rulePlaces, outcome, (outcomes) =>
        compute(scene, standing, chosen, event, outcomes),
      );
    },
  };
}

const NOWHERE: Map<number, Place> = new Map();
const NOBODY: Scene = { group: [], seen: [], byLook: new Map() };

/** The table for what the moving tracks see of the others; notes where tracks left out were said to stand. */
function lookAround(
  { seen, byLook }: Scene,
  standing: readonly (Place | undefined)[],
  chosen: Map<number, Place>,
  elsewhere: Elsewhere | undefined,
): { root?: Branch } {
  let level: Level<{ root?: Branch }> = byLook;
  const last = seen.length - 1;
  for (const [depth, track] of seen.entries()) {
    const place = standing[track] ?? elsewhere?.(track, seen);
    if (place && !standing[track]) chosen.set(track, place);
    const key = place?.look ?? '';
    let next = level.get(key);
    if (!next) {
      next = depth === last ? {} : new Map();
      level.set(key, next);
    }
    if (depth === last) return next as { root?: Branch };
    level = next as Level<{ root?: Branch }>;
  }
  return {};
}

type Outcomes = Readonly<Record<string, Outcome>>;

function answered(question: Question, outcome: Outcome): Branch | undefined {
  return outcome === 'yes' ? question.yes : outcome === 'no' ? question.no : question.unknown;
}

/** The refusal that a question leads to whether its rule is a no or unknown. */
function refusedUnlessYes({ no, unknown }: Question): RememberedStep | undefined {
  return refusal(no) && refusal(unknown);
}

function refusal(branch: Branch | undefined): RememberedStep | undefined {
  const step = branch && 'step' in branch ? branch.step : undefined;
  return step && step.verdict !== 'taken' ? step : undefined;
}

function startedBefore({ root }: { root?: Branch }, outcome: AskRule): RememberedStep | undefined {
  let at = root;
  while (at !== undefined && 'rule' in at) at = answered(at, outcome(at.rule, at.place));
  return at?.step;
}

/** Asks what was never asked in this order, with the answers given; the path there is kept. */
function explore(
  table: { root?: Branch },
  places: ReadonlyMap<string, number>,
  outcome: AskRule,
  compute: (outcomes: Outcomes) => RememberedStep | undefined,
): RememberedStep | undefined {
  const known = new Map<string, Outcome>();
  const step = compute(
    new Proxy<Record<string, Outcome>>(
      {},
      {
        get: (_, key) => {
          const rule = String(key);
          const told = known.get(rule) ?? outcome(rule, places.get(rule) ?? -1);
          known.set(rule, told);
          return told;
        },
      },
    ),
  );
  let put = (branch: Branch): void => {
    table.root = branch;
  };
  let at = table.root;
  for (const [rule, told] of known) {
    let question: Question;
    if (at !== undefined && 'rule' in at) question = at;
    else {
      question = { rule, place: places.get(rule) ?? -1 };
      put(question);
    }
    at = question[told];
    put = (branch) => {
      question[told] = branch;
    };
  }
  put({ step });
  return step;
}

type Moves = Pick<RememberedStep, 'after' | 'acts' | 'entered' | 'left'>;

function tellMoves(
  { states, tracks }: Pathway,
  places: Places,
  result: StepResult,
  moving: ReadonlySet<number>,
  group?: readonly Place[],
): Moves | undefined {
  if (!result.ok) return undefined;
  const { position } = result.step;
  // Whatever moves enters or leaves a state and says so.
  if (group && result.step.acts.length === 0) return { after: group, acts: [], entered: [], left: [] };
  const acts = result.step.acts.filter(({ kind, state }) => {
    const ofTrack = kind !== 'arm' && kind !== 'drop' && tracks.includes(state);
    return !ofTrack && moving.has(tracks.indexOf(states.get(state)?.track ?? ''));
  });
  const named = (kind: StepAct['kind']) => acts.flatMap((act) => (act.kind === kind ? [act.state] : []));
  return {
    after: places.of(position, moving),
    acts,
    entered: named('enter'),
    left: named('leave'),
  };
}

/** Only what somebody reports may be refused; XState's own move tells it when one list was read and nothing else could move. */
function tellReading(
  pathway: Pathway,
  position: Parameters<typeof activeStates>[0],
  { group }: Scene,
  event: TrackEvent,
  { acts }: Moves,
  outcomes: Outcomes,
): Pick<RememberedStep, 'verdict' | 'heard'> {
  if (event.reported === undefined) return { verdict: 'taken', heard: [] };
  const hearers = group.flatMap(({ states }) => states.filter(event.heardBy));
  const alone = hearers.length === 1 && group.every(({ restless }) => !restless);
  if (alone && acts.length > 0) return { verdict: 'taken', heard: hearers.map(({ id }) => id) };
  const { verdict, heard } = readEvent(pathway, { outcomes, active: activeStates(position) }, event.reported);
  return { verdict, heard };
}
