/**
 * Turns a retraced story into acts of invented people with values for every fact, and drives a real case through them: what
 * the engine refuses is no story.
 */
import { addDuration, localDate } from '../calendar/instant.ts';
import { advance } from '../journal/advance.ts';
import type { CaseFile } from '../journal/case-file.ts';
import { decide, recordedValues } from '../journal/decide.ts';
import { openCase } from '../journal/open-case.ts';
import { reports, whoMayReport } from '../journal/who-may-report.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { activeStates } from '../pathway/step-machine.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';
import type { FactValue } from '../procedure/value.ts';
import { actCommand } from '../simulate/act-command.ts';
import { passDeadlines } from '../simulate/pass-deadlines.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { chooseValues } from './choose-values.ts';
import type { Cell } from './explore.ts';
import type { Ground } from './ground.ts';
import { BROKEN } from './monitor.ts';
import type { Move } from './moves.ts';
import type { Stage } from './retrace.ts';
import type { Start } from './start.ts';
import { type Wanted, wantedRegions } from './wanted-regions.ts';

/** A story as acts, or why the engine did not follow it. */
export type Driven = { readonly acts: readonly Act[] } | { readonly why: string };

export const STORY_START: Instant = '2026-03-02T08:00:00.000Z';
const BETWEEN_ACTS = 'PT10M';

/** One person reports the events of `samePerson`; in the end facts lie in `cell`. */
export type Driving = {
  readonly samePerson?: ReadonlySet<string> | undefined;
  readonly cell?: Cell | undefined;
};

/** Drives a case along the stages of a story. */
export function driveStory(last: Stage, ground: Ground, { samePerson = new Set(), cell }: Driving): Driven {
  const stages: Stage[] = [];
  for (let at: Stage | undefined = last; at; at = at.from) stages.unshift(at);
  const wanted = wantedRegions(stages, ground.space.variables, cell);
  const { pathway } = ground;
  const zone = pathway.pack.pack.timeZone;
  const begun = ground.start?.caseFile ?? openBare(pathway);
  if (!begun) return { why: 'the case cannot be opened' };
  let caseFile = begun;
  let clock = ground.start?.at ?? STORY_START;
  const acts: Act[] = [];
  for (const [index, stage] of stages.entries()) {
    const { move } = stage.met;
    if (move) {
      const at = isPassing(move) ? dueOf(caseFile, move) : addDuration(clock, BETWEEN_ACTS, zone);
      if (at === undefined)
        return { why: `${'deadline' in move ? move.deadline : 'a deadline'} never falls due` };
      const before = passDeadlines(pathway, caseFile, clock, at).caseFile;
      const act = actOf(move, {
        pathway,
        stage,
        wanted: wanted[index] ?? [],
        at,
        caseFile: before,
        samePerson,
        number: index,
      });
      if (typeof act === 'string') return { why: act };
      acts.push(act);
      const command = act.by && actCommand(act, { by: act.by, when: () => at });
      const told = command ? advance(pathway, before, command, at) : undefined;
      if (told && !told.ok) {
        const code =
          'refusal' in told ? told.refusal.code : told.invalid.map(({ message }) => message).join(' ');
        return { why: `act ${index} (${describe(move)}) is refused: ${code}` };
      }
      caseFile = told?.caseFile ?? before;
      clock = at;
    }
    // The sentence broke before the signals of the last act ran: where these lead does not matter.
    if (stage.taken.monitor === BROKEN) break;
    const active = activeStates(caseFile.position);
    const strayed = stage.taken.standing.places.find((place) =>
      [...place.active].some((id) => !active.has(id)),
    );
    if (strayed) return { why: `after act ${index} the track ${strayed.track} stands elsewhere` };
  }
  return { acts };
}

function openBare(pathway: Pathway): CaseFile | undefined {
  const opener = Object.keys(pathway.pack.roles).find((role) => reports(pathway, role)) ?? 'caseworker';
  const opened = openCase(pathway, { id: 'scenario', by: { person: opener, role: opener } }, STORY_START);
  return opened.ok ? opened.caseFile : undefined;
}

function isPassing(move: Move): move is Extract<Move, { kind: 'pass' | 'miss' }> {
  return move.kind === 'pass' || move.kind === 'miss';
}

function dueOf(
  { deadlines }: CaseFile,
  { kind, deadline, state }: Extract<Move, { kind: 'pass' | 'miss' }>,
): Instant | undefined {
  const wanted = kind === 'pass' ? 'move' : 'meet';
  return Object.values(deadlines)
    .filter(
      (row) =>
        row.kind === wanted && row.deadline === deadline && row.on.state === state && row.state === 'running',
    )
    .flatMap(({ due }) => due ?? [])
    .sort()[0];
}

function describe(move: Move): string {
  if ('event' in move) return move.event;
  return 'signal' in move ? `facts of ${move.signal}` : move.kind;
}

type Scene = {
  readonly pathway: Pathway;
  readonly stage: Stage;
  readonly wanted: readonly Wanted[];
  readonly at: Instant;
  readonly caseFile: CaseFile;
  readonly samePerson: ReadonlySet<string>;
  readonly number: number;
};

function actOf(move: Move, scene: Scene): Act | string {
  const { pathway, stage, wanted, at, caseFile, samePerson, number } = scene;
  if (isPassing(move)) return { at, wait: true };
  if (move.kind === 'elsewhere' || move.kind === 'correct') return `${move.kind} has no act`;
  const recorded = recordedValues(caseFile);
  const facts = chooseValues({
    pathway,
    wanted,
    recorded,
    at,
    move,
    active: activeStates(caseFile.position),
  });
  if (!facts) return `no values were found for the facts of act ${number}`;
  const given = Object.keys(facts).length > 0 ? { facts } : {};
  if (move.kind === 'record') {
    const role = Object.keys(pathway.pack.roles).find((id) => reports(pathway, id)) ?? 'caseworker';
    return { at, by: { person: role, role }, ...given };
  }
  return {
    ...actor(
      move,
      scene,
      { ...recorded, ...facts },
      samePerson.has(move.event) ? 'one_person' : `person_${number}`,
    ),
    ...given,
    ...paper(move, pathway, at),
    ...(move.kind === 'done' && { done: true }),
    ...(stage.taken.overridden.length > 0 && { override: [...stage.taken.overridden] }),
  };
}

type Reporting = Extract<Move, { event: string }>;

function actor(
  move: Reporting,
  { pathway, stage, at, caseFile }: Scene,
  facts: Readonly<Record<string, FactValue>>,
  person: string,
): Act {
  const { pack } = pathway;
  const { overridden } = stage.taken;
  const may = whoMayReport(pathway, move.event, decide(pathway, facts, at), activeStates(caseFile.position));
  const over = overridden.map((rule) => pack.rules[rule]?.overridable?.by ?? []);
  const role = (over[0]?.filter((id) => over.every((roles) => roles.includes(id))) ?? may)[0] ?? 'caseworker';
  const wantsSecond =
    pack.events[move.event]?.secondPerson ||
    overridden.some((rule) => pack.rules[rule]?.overridable?.secondPerson);
  return {
    at,
    by: { person, role },
    event: move.event,
    ...(wantsSecond && { second: { person: `${person}_second`, role: may[0] ?? role } }),
  };
}

function paper({ event, kind }: Reporting, { pack }: Pathway, at: Instant): Pick<Act, 'reason' | 'decision'> {
  const definition = pack.events[event];
  const isReasoned = definition?.reasoned || kind !== 'report';
  return {
    ...(isReasoned && { reason: 'Invented for this story.' }),
    ...(definition?.decision && {
      decision: {
        decidedBy: 'invented',
        function: 'invented',
        authority: 'invented',
        on: localDate(at, pack.pack.timeZone),
      },
    }),
  };
}

/** The acts as a scenario that anybody can play; everybody in it is invented. */
export function scenarioOf(
  label: Scenario['title'],
  acts: readonly Act[],
  ending: readonly Act[],
  from?: Start,
): Scenario {
  const start = from?.at ?? STORY_START;
  const opening: readonly Act[] = acts[0]?.event === undefined && !from ? [{ at: start, wait: true }] : [];
  return {
    title: label,
    story: {
      en: from
        ? 'Found by the checker, from where the case stands; what follows is invented.'
        : 'Found by the checker; everybody in it is invented.',
    },
    start,
    acts: [...opening, ...acts, ...ending],
    expect: {},
  };
}
