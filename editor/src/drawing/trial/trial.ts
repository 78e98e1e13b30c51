import {
  type Act,
  addDuration,
  compile,
  defaultActor,
  EngineError,
  type EventGuide,
  type FactValue,
  type Pack,
  type Pathway,
  type Playback,
  play,
  type Scenario,
} from '@parcours/engine';
import { placesOf } from '../../pack/states.ts';

/** A run of the draft: the acts so far. Where it stands is played from them, so that any of them can be changed. */
export type Trial = {
  readonly start: string;
  readonly acts: readonly [Act, ...Act[]];
  /** Acts that only brought the case to the step where the trial begins. */
  readonly given: number;
};

/** A Monday morning, on which nobody's calendar begins. */
const START = '2026-03-02T09:00:00Z';

/** A trial from the opening of a case, or from the end of a story that leads to a step. */
export function beginTrial(story?: Scenario): Trial {
  const [first, ...others] = story?.acts ?? [];
  return first && story
    ? {
        start: story.start,
        acts: [withoutExpectation(first), ...others.map(withoutExpectation)],
        given: story.acts.length,
      }
    : { start: START, acts: [{ at: 'PT0M', wait: true }], given: 1 };
}

const withoutExpectation = ({ expect: _, ...act }: Act): Act => act;

const asScenario = ({ start, acts }: Trial): Scenario => ({
  title: {},
  story: {},
  start,
  acts: [...acts],
  expect: {},
});

/** A trial as a story of the procedure, which expects the route that was seen. */
export function keptTrial(
  { start, acts }: Trial,
  { route, outcome }: Playback,
  words: Pick<Scenario, 'title' | 'story'>,
): Scenario {
  const expect = { route: [...route], ...(outcome !== undefined && { outcome }) };
  return { ...words, start, acts: [...acts], expect };
}

/** The run played; undefined when it can no longer be told in the pack as it is. */
export function playTrial(pathway: Pathway, trial: Trial): Playback | undefined {
  try {
    return play(pathway, asScenario(trial));
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** A pack ready to run; undefined while it cannot. */
export function pathwayOf(pack: Pack): Pathway | undefined {
  try {
    return compile(pack);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'pack.unsound') return undefined;
    throw error;
  }
}

const then = (trial: Trial, act: Act): Trial => ({ ...trial, acts: [...trial.acts, act] });

const nowOf = (playback: Playback): string => playback.frames.at(-1)?.at ?? START;

type Facts = Readonly<Record<string, FactValue>>;

/** Reports an outcome now, with answers, by the first function that may; what a report asks for besides is invented. */
export function report(
  pathway: Pathway,
  trial: Trial,
  playback: Playback,
  outcome: Pick<EventGuide, 'event' | 'roles'>,
  facts: Facts,
): Trial {
  const definition = pathway.pack.events[outcome.event];
  const at = nowOf(playback);
  const role =
    outcome.roles[0] ?? defaultActor(pathway, Object.keys(playback.caseFile.open), outcome.event).role;
  const differing = new Set(definition?.differsFrom ?? []);
  const person = differing.size > 0 ? `${role}_other` : role;
  return then(trial, {
    at,
    by: { person, role },
    event: outcome.event,
    reason: '–',
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(definition?.secondPerson && { second: { person: 'second', role } }),
    ...(definition?.decision && {
      decision: { decidedBy: person, function: role, authority: '–', on: at.slice(0, 10) },
    }),
  });
}

/** What was typed for the last act, which the case knows only when it was not refused. */
export const lastTyped = ({ acts }: Trial): Facts => (acts.at(-1)?.facts ?? {}) as Facts;

/** Notes answers now. */
export function record(pathway: Pathway, trial: Trial, playback: Playback, facts: Facts): Trial {
  const by = defaultActor(pathway, Object.keys(playback.caseFile.open));
  return then(trial, { at: nowOf(playback), by, facts });
}

/** Lets time pass: an ISO duration, or until an instant. */
export function wait(pathway: Pathway, trial: Trial, playback: Playback, until: string): Trial {
  const now = nowOf(playback);
  const at = until.startsWith('P') ? addDuration(now, until, pathway.pack.pack.timeZone) : until;
  return then(trial, { at: at > now ? at : now, wait: true });
}

/** The next instant at which a deadline does something; undefined when none runs. */
export function nextDeadline({ caseFile }: Playback): string | undefined {
  return Object.values(caseFile.deadlines)
    .flatMap(({ next }) => next ?? [])
    .sort()[0];
}

/** Takes the last act back, never those that led to where it began. */
export function takeBack(trial: Trial): Trial {
  const [first, ...others] = trial.acts;
  return trial.acts.length > trial.given ? { ...trial, acts: [first, ...others.slice(0, -1)] } : trial;
}

/** Facts that were answered in a run. */
export function answeredIn({ acts }: Trial): readonly string[] {
  return [...new Set(acts.flatMap(({ facts }) => Object.keys(facts ?? {})))];
}

/** The same run with one answer otherwise, wherever it was given; unknown takes it away. */
export function varied(trial: Trial, fact: string, value: FactValue | undefined): Trial {
  const change = (act: Act): Act => {
    if (!act.facts || !Object.hasOwn(act.facts, fact)) return act;
    const { [fact]: _, ...others } = act.facts;
    const facts = value === undefined ? others : { ...others, [fact]: value };
    const { facts: _facts, ...rest } = act;
    if (Object.keys(facts).length > 0) return { ...rest, facts };
    return rest.event === undefined && !rest.correct ? { ...rest, wait: true } : rest;
  };
  const [first, ...others] = trial.acts;
  return { ...trial, acts: [change(first), ...others.map(change)] };
}

/** The first act after which two runs stand elsewhere; undefined while they stand together. */
export function partingOf(pack: Pack, one: Playback, other: Playback): number | undefined {
  const places = (playback: Playback, act: number) => {
    const frame = playback.frames[act];
    return frame && JSON.stringify([placesOf(pack, frame.caseFile.position.value), frame.refusal?.code]);
  };
  const found = one.frames.findIndex((_, act) => places(one, act) !== places(other, act));
  return found < 0 ? undefined : found;
}
