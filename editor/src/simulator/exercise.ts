import {
  type Act,
  type Actor,
  actCommand,
  advance,
  type CaseFile,
  type Command,
  defaultActor,
  type Entry,
  type FactValue,
  type Guide,
  guide,
  type InvalidValue,
  openCase,
  type Pathway,
  type Playback,
  passDeadlines,
  play,
  type Refusal,
  type Scenario,
} from '@parcours/engine';

/** What a trainee did at an act: an outcome, what the author would do, or nothing. */
export type Choice =
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'author' }
  | { readonly kind: 'nothing' };

export type Turn = {
  readonly act: number;
  readonly expected: string | undefined;
  readonly chosen: string | undefined;
};

/**
 * An exercise in progress, on a clock that only the story moves. The author's own playing stands beside it,
 * so that the two routes can be compared.
 */
export type Exercise = {
  readonly pathway: Pathway;
  readonly scenario: Scenario;
  readonly author: Playback;
  /** Index of the act that is told now. */
  readonly act: number;
  readonly at: string;
  readonly caseFile: CaseFile;
  readonly entries: readonly Entry[];
  readonly turns: readonly Turn[];
  readonly refusal?: Refusal | undefined;
  readonly invalid?: readonly InvalidValue[] | undefined;
};

const CASE_ID = 'exercise';

/** Opens the story as its author does and stands before the first act that asks for a choice. Throws `scenario.invalid`. */
export function startExercise(pathway: Pathway, scenario: Scenario): Exercise {
  const author = play(pathway, scenario);
  const [first] = scenario.acts;
  const opensAlone = first !== undefined && first.event === undefined;
  const [frame] = author.frames;
  const at = opensAlone && frame ? frame.at : new Date(scenario.start).toISOString();
  const by = first?.by ?? defaultActor(pathway, pathway.states.keys(), first?.event);
  const opened = openCase(pathway, { id: CASE_ID, by, ...(opensAlone ? { facts: factsOf(first) } : {}) }, at);
  if ('invalid' in opened) throw new Error(opened.invalid.map(({ message }) => message).join(' '));
  const start: Exercise = {
    pathway,
    scenario,
    author,
    act: 0,
    at,
    caseFile: opened.caseFile,
    entries: opened.entries,
    turns: [],
  };
  return opensAlone ? { ...start, turns: [{ act: 0, expected: undefined, chosen: undefined }] } : start;
}

/** The story's values are checked by the engine when they are reported. */
const factsOf = (act: Act): Readonly<Record<string, FactValue>> =>
  (act.facts ?? {}) as Readonly<Record<string, FactValue>>;

/** The act that opened the case by itself has nothing left to choose. */
export function isTold(exercise: Exercise): boolean {
  return exercise.turns.some((turn) => turn.act === exercise.act);
}

export function isLast(exercise: Exercise): boolean {
  return exercise.act >= exercise.scenario.acts.length - 1;
}

/** Goes to the next act: the clock moves, and the deadlines on the way pass. */
export function nextAct(exercise: Exercise): Exercise {
  if (isLast(exercise)) return exercise;
  const act = exercise.act + 1;
  const at = exercise.author.frames[act]?.at ?? exercise.at;
  const passed = passDeadlines(exercise.pathway, exercise.caseFile, exercise.at, at);
  return {
    ...exercise,
    act,
    at,
    caseFile: passed.caseFile,
    entries: [...exercise.entries, ...passed.entries],
    refusal: undefined,
    invalid: undefined,
  };
}

/** Who acts now, as the story says. */
export function actorOf({ pathway, caseFile, scenario, act: index }: Exercise): Actor {
  const act = scenario.acts[index];
  return act?.by ?? defaultActor(pathway, Object.keys(caseFile.open), act?.event);
}

/** What may be done at this act, once what the story tells is known. Nothing is recorded by looking. */
export function guideOf(exercise: Exercise): Guide {
  const { pathway, caseFile, at, scenario, act: index } = exercise;
  const act = scenario.acts[index];
  const by = actorOf(exercise);
  if (!act?.event || !act.facts || isTold(exercise)) return guide(pathway, caseFile, by.role, at);
  const known = advance(pathway, caseFile, { kind: 'record', by, facts: factsOf(act) }, at);
  return guide(pathway, 'invalid' in known ? caseFile : known.caseFile, by.role, at);
}

/** Does what was chosen at this act. A refusal is shown, and the act may be tried again. */
export function choose(exercise: Exercise, choice: Choice): Exercise {
  const act = exercise.scenario.acts[exercise.act];
  if (!act || isTold(exercise)) return exercise;
  const turn: Turn = {
    act: exercise.act,
    expected: act.event,
    chosen: choice.kind === 'event' ? choice.event : choice.kind === 'author' ? act.event : undefined,
  };
  const command = commandOf(exercise, act, choice);
  if (!command)
    return { ...exercise, turns: [...exercise.turns, turn], refusal: undefined, invalid: undefined };
  const told = advance(exercise.pathway, exercise.caseFile, command, exercise.at);
  if ('invalid' in told) return { ...exercise, invalid: told.invalid, refusal: undefined };
  const after = {
    ...exercise,
    caseFile: told.caseFile,
    entries: [...exercise.entries, ...told.entries],
    invalid: undefined,
  };
  if (told.ok) return { ...after, turns: [...exercise.turns, turn], refusal: undefined };
  // The author may want the refusal itself to be seen.
  const wanted = choice.kind === 'author';
  return { ...after, refusal: told.refusal, turns: wanted ? [...exercise.turns, turn] : exercise.turns };
}

function commandOf(exercise: Exercise, act: Act, choice: Choice): Command | undefined {
  const by = actorOf(exercise);
  const { start } = exercise.scenario;
  const when = (text: string) => (text.startsWith('P') ? exercise.at : new Date(text).toISOString());
  if (choice.kind === 'author' || (choice.kind === 'event' && choice.event === act.event))
    return actCommand(act, { by, when });
  if (choice.kind === 'nothing') {
    return act.facts ? { kind: 'record', by, facts: factsOf(act) } : undefined;
  }
  const definition = exercise.pathway.pack.events[choice.event];
  return {
    kind: 'report',
    event: choice.event,
    by,
    reason: '–',
    ...(act.facts ? { facts: factsOf(act) } : {}),
    ...(definition?.secondPerson ? { second: { person: 'second', role: by.role } } : {}),
    ...(definition?.decision
      ? { decision: { decidedBy: by.person, function: by.role, authority: '–', on: start.slice(0, 10) } }
      : {}),
  };
}

/** The steps entered that are neither idle nor a choice, in order, as the author's route is written. */
export function routeOf({ entries, pathway }: Exercise): readonly string[] {
  return entries.flatMap(({ entered = [] }) =>
    entered.filter((id) => {
      const kind = pathway.pack.steps[id]?.kind;
      return kind === 'work' || kind === 'wait' || kind === 'end';
    }),
  );
}
