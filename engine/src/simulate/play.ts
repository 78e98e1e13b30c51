import { toInstant } from '../calendar/instant.ts';
import { advance } from '../journal/advance.ts';
import type { Actor, CaseFile } from '../journal/case-file.ts';
import type { Advance, Entry } from '../journal/entry.ts';
import { openCase } from '../journal/open-case.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { actCommand, defaultActor, values } from './act-command.ts';
import { checkScenario } from './check-scenario.ts';
import { compareAct, compareEnd, isShown, newestDeadlines } from './compare.ts';
import { passDeadlines } from './pass-deadlines.ts';
import type { Frame, Mismatch, Playback } from './playback.ts';
import { scheduleActs, storyInstant } from './schedule.ts';

/** Name of the case of every story, so that the same story gives the same journal. */
const CASE_ID = 'scenario';

/**
 * Plays one scenario on a virtual clock and compares it with what its author expects. Deadlines whose time has come fire
 * before each act; what lies after the last act does not happen. The first act opens the case: with its facts when it
 * reports nothing, else the case opens bare at the start of the story and the event follows.
 * Throws `scenario.invalid` when an act makes no sense (`checkScenario` tells), when the case
 * cannot be opened, or when deadlines return without end.
 */
export function play(pathway: Pathway, scenario: Scenario): Playback {
  requirePlayable(pathway, scenario);
  const { timeZone } = pathway.pack.pack;
  const start = toInstant(scenario.start);
  const acts = scheduleActs(scenario, timeZone);
  const [first] = acts;
  if (!first) throw new EngineError('scenario.invalid', 'The story has no act: give at least one.');
  const opensAlone = first.act.event === undefined;
  const opened = open(pathway, first.act, opensAlone ? first.at : start, opensAlone);

  const frames: Frame[] = [];
  const mismatches: Mismatch[] = [];
  let clock = opensAlone ? first.at : start;
  let caseFile = opened.caseFile;
  let entries: readonly Entry[] = opened.entries;
  let by: Actor | undefined;
  for (const [index, { act, at }] of acts.entries()) {
    const passed = passDeadlines(pathway, caseFile, clock, at);
    by = act.by ?? (act.event === undefined ? by : undefined) ?? actorOf(pathway, passed.caseFile, act);
    const when = (text: string) => storyInstant(start, text, timeZone);
    const command = index === 0 && opensAlone ? undefined : actCommand(act, { by, when });
    const told = command && advance(pathway, passed.caseFile, command, at);
    const frame = frameOf(index, at, [...entries, ...passed.entries], passed.caseFile, told);
    mismatches.push(...compareAct(act.expect, { pathway, ...frame }, `acts/${index}/expect`));
    frames.push(frame);
    ({ caseFile } = frame);
    entries = [];
    clock = at;
  }
  return finish(pathway, scenario, frames, mismatches);
}

/** Names nobody declared and acts that make no sense stop the story; a wrong value is the story's own affair, and is refused. */
function requirePlayable({ pack }: Pathway, scenario: Scenario): void {
  const flaw = checkScenario(pack, scenario).find(
    ({ code, severity }) => severity === 'error' && !code.startsWith('value.'),
  );
  if (flaw) throw new EngineError('scenario.invalid', `${flaw.path}: ${flaw.message}`, flaw.parameters);
}

function open(pathway: Pathway, act: Act, at: Instant, withFacts: boolean) {
  const by = act.by ?? actorOf(pathway, undefined, act);
  const advanced = openCase(
    pathway,
    { id: CASE_ID, by, ...(withFacts && act.facts && { facts: values(act.facts) }) },
    at,
  );
  if (advanced.ok) return advanced;
  const why =
    'invalid' in advanced ? advanced.invalid.map(({ message }) => message).join(' ') : advanced.refusal.code;
  throw new EngineError('scenario.invalid', `The first act cannot open a case: ${why}`);
}

function actorOf(pathway: Pathway, caseFile: CaseFile | undefined, act: Act): Actor {
  const open = caseFile ? Object.keys(caseFile.open) : pathway.states.keys();
  return defaultActor(pathway, open, act.event);
}

function frameOf(
  act: number,
  at: Instant,
  before: readonly Entry[],
  caseFile: CaseFile,
  told: Advance | undefined,
): Frame {
  if (!told) return { act, at, caseFile, entries: before };
  if ('invalid' in told) return { act, at, caseFile, entries: before, invalid: told.invalid };
  return {
    act,
    at,
    caseFile: told.caseFile,
    entries: [...before, ...told.entries],
    ...(!told.ok && { refusal: told.refusal }),
  };
}

function finish(
  pathway: Pathway,
  scenario: Scenario,
  frames: readonly Frame[],
  actMismatches: readonly Mismatch[],
): Playback {
  const last = frames.at(-1);
  if (!last) throw new EngineError('scenario.invalid', 'The story has no act: give at least one.');
  const entries = frames.flatMap((frame) => frame.entries);
  const route = entries.flatMap(({ entered = [] }) =>
    entered.filter((id) => isShown(pathway.states.get(id)?.kind)),
  );
  const outcome = Object.keys(last.caseFile.open).find((id) => {
    const state = pathway.states.get(id);
    return state?.track === 'main' && state.kind === 'end';
  });
  const mismatches = [
    ...actMismatches,
    ...compareEnd(scenario.expect, { pathway, ...last, entries }, { route, outcome }),
  ];
  return {
    ok: mismatches.length === 0,
    route,
    deadlines: newestDeadlines(last.caseFile),
    ...(outcome !== undefined && { outcome }),
    mismatches,
    entries,
    caseFile: last.caseFile,
    frames,
  };
}
