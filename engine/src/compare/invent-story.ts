import { addDuration, localDate } from '../calendar/instant.ts';
import { advance } from '../journal/advance.ts';
import type { CaseFile } from '../journal/case-file.ts';
import type { EventGuide, StepGuide } from '../journal/guidance.ts';
import { guide } from '../journal/guide.ts';
import { openCase } from '../journal/open-case.ts';
import { reports } from '../journal/who-may-report.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';
import type { FactValue } from '../procedure/value.ts';
import { actCommand } from '../simulate/act-command.ts';
import { passDeadlines } from '../simulate/pass-deadlines.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { inventValue } from './invent-value.ts';
import { type Numbers, seededNumbers } from './seeded-numbers.ts';

/** Monday morning, far from any Daylight Saving change that matters to a story. */
const START: Instant = '2026-03-02T08:00:00.000Z';
const PAUSES = [undefined, 'PT1H', 'PT1H', 'PT5H', 'P1D', 'P1D', 'P4D', 'P12D', 'P60D', 'P200D'];
const ANSWERABLE: ReadonlySet<string> = new Set(['needs', 'unknown', 'settles']);

type Scene = { readonly pathway: Pathway; readonly caseFile: CaseFile; readonly at: Instant };

/**
 * Invents a story by walking a pathway: people answer what is asked with values drawn by the seed and report what is open;
 * now and then they report what is not. Same pathway and seed, same story; everybody in it is invented.
 */
export function inventStory(pathway: Pathway, seed: number, length = 25): Scenario {
  const numbers = seededNumbers(seed);
  const { timeZone } = pathway.pack.pack;
  const role = Object.keys(pathway.pack.roles).find((id) => reports(pathway, id)) ?? 'caseworker';
  const by = { person: 'opener', role };
  const opened = openCase(pathway, { id: 'scenario', by }, START);
  if (!opened.ok) return { ...titled(seed), acts: [{ at: START, by }] };
  let { caseFile } = opened;
  let at = START;
  const acts: Act[] = [{ at, by }];
  while (acts.length < length) {
    const pause = numbers.one(PAUSES);
    const before = at;
    at = pause === undefined ? at : addDuration(at, pause, timeZone);
    caseFile = passDeadlines(pathway, caseFile, before, at).caseFile;
    const act = inventAct(numbers, { pathway, caseFile, at }) ?? { at, wait: true };
    acts.push(act);
    const command = act.by && actCommand(act, { by: act.by, when: (text) => text });
    const told = command && advance(pathway, caseFile, command, at);
    if (told && 'caseFile' in told) caseFile = told.caseFile;
  }
  return { ...titled(seed), acts };
}

function titled(seed: number): Omit<Scenario, 'acts'> {
  return {
    title: {
      en: `Invented story ${seed}`,
      fr: `Histoire inventée ${seed}`,
      es: `Historia inventada ${seed}`,
    },
    story: {
      en: 'Everybody in it is invented.',
      fr: 'Tout y est inventé.',
      es: 'Todo en ella es inventado.',
    },
    start: START,
    expect: {},
  };
}

function inventAct(numbers: Numbers, scene: Scene): Act | undefined {
  const { pathway, caseFile, at } = scene;
  const steps = guide(pathway, caseFile, '', at).now.filter(({ events }) => events.length > 0);
  const chance = numbers.below(12);
  if (chance === 0) return inventRecord(numbers, scene);
  const step = numbers.one(steps);
  const answerable = step?.events.filter(
    ({ closedBy }) => closedBy === undefined || ANSWERABLE.has(closedBy.code),
  );
  const event = numbers.one(
    answerable && answerable.length > 0 && chance > 1 ? answerable : (step?.events ?? []),
  );
  return step && event ? inventReport(numbers, scene, step, event) : inventRecord(numbers, scene);
}

function inventReport(numbers: Numbers, { pathway, at }: Scene, step: StepGuide, event: EventGuide): Act {
  const { pack } = pathway;
  const role = numbers.one(event.roles) ?? Object.keys(pack.roles)[0] ?? '';
  const others = Object.keys(pack.roles).filter((id) => reports(pathway, id));
  const asked = step.form?.sections.flatMap(({ fields }) => fields.map(({ fact }) => fact)) ?? [];
  const wanted = [...new Set([...event.missing, ...asked.filter(() => numbers.below(3) > 0)])];
  return {
    at,
    by: { person: `${role}_${numbers.below(3)}`, role },
    second: { person: 'second', role: event.roles[0] ?? others[0] ?? role },
    event: event.event,
    reason: 'invented',
    ...factsOf(numbers, pathway, wanted, at),
    ...(event.decision && {
      decision: {
        decidedBy: 'invented',
        function: 'invented',
        authority: 'invented',
        on: localDate(at, pack.pack.timeZone),
      },
    }),
  };
}

/** A fact or two told alone, sometimes a correction. */
function inventRecord(numbers: Numbers, { pathway, caseFile, at }: Scene): Act {
  const { pack } = pathway;
  const role = Object.keys(pack.roles).find((id) => reports(pathway, id)) ?? '';
  const ids = Object.keys(pack.facts).filter((id) => pack.facts[id]?.derive === undefined);
  const known = Object.keys(caseFile.facts);
  const corrects = known.length > 0 && numbers.below(2) === 0;
  const wanted = numbers.one(corrects ? known : ids);
  const { facts = {} } = factsOf(numbers, pathway, wanted === undefined ? [] : [wanted], at);
  return { at, by: { person: 'recorder', role }, ...(corrects ? { correct: facts } : { facts }) };
}

function factsOf(
  numbers: Numbers,
  { pack }: Pathway,
  wanted: readonly string[],
  at: Instant,
): { readonly facts?: Record<string, FactValue> } {
  const facts = Object.fromEntries(
    wanted.flatMap((id) => {
      const fact = Object.hasOwn(pack.facts, id) ? pack.facts[id] : undefined;
      const value = fact && !fact.derive ? inventValue(numbers, fact, at, pack.pack.timeZone) : undefined;
      return value === undefined ? [] : [[id, value]];
    }),
  );
  return Object.keys(facts).length > 0 ? { facts } : {};
}
