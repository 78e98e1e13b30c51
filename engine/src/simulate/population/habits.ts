import { durationParts } from '../../calendar/duration.ts';
import { reports } from '../../journal/who-may-report.ts';
import type { Pathway, PathwayState } from '../../pathway/pathway.ts';
import { stepOf } from '../../pathway/step-of.ts';
import { hears } from '../../pathway/track-event.ts';
import type { Who } from '../../procedure/steps.ts';
import { deriveDistributions } from './derive-distributions.ts';
import type { LightCase } from './light-case.ts';
import { spanText } from './light-due.ts';
import type { LightEngine } from './light-engine.ts';
import type { LightField } from './light-forms.ts';
import type { Measure, Population } from './population.ts';
import { compileSampler, type Sampler, type SamplingGround } from './sampler.ts';

/** How people work at one step: who, how long, what they learn, and what they report. Steps, events and facts by number. */
export interface Habit {
  readonly step: number;
  readonly fields: readonly HabitField[];
  /** Some field is shown only when a rule says so, and may be so by what was just answered. */
  readonly isBranching: boolean;
  /** Events that may be reported here, and how often each is chosen. */
  readonly events: readonly number[];
  readonly weights: readonly number[];
  readonly waitsHours: Measure;
  readonly takesMinutes: Measure;
  /** Nobody's time is used: somebody outside acts. */
  readonly isWait: boolean;
  role(found: LightCase): string;
}

export type HabitField = LightField & {
  readonly draw: Sampler | undefined;
  /** Asked at every turn although it was known: said for this step, or what the step itself is to find out (`fresh`). */
  readonly again: boolean;
  /** Said by the population, and not guessed: drawn once, never drawn again to find a way on. */
  readonly said: boolean;
};

export interface Habits {
  /** Undefined where nobody does anything: at the end, in an idle track, at a choice. */
  at(step: number): Habit | undefined;
  draw(fact: number): Sampler | undefined;
  isSaid(fact: number): boolean;
}

const USUAL_MINUTES: Measure = { triangular: [15, 40, 120] };
const USUAL_HOURS: Measure = { triangular: [1, 12, 96] };
/** Protective ways out of a step that has others are for when things go wrong. */
const PROTECTIVE = 0.15;

/** What habits are read with; guesses are made as of the instant its clock shows. */
type HabitGround = SamplingGround & Pick<LightEngine, 'forms' | 'states' | 'events'>;

/** What is said of a population, completed from the pack. */
export function habitsOf(pathway: Pathway, population: Population, ground: HabitGround): Habits {
  const { pack } = pathway;
  const { forms, states, events, slots } = ground;
  const derived = deriveDistributions(pathway, ground.clock.text());
  const samplers: (Sampler | undefined)[] = [];
  for (const [id, fact] of Object.entries(pack.facts)) {
    const distribution = own(population.facts, id) ?? derived.get(id);
    if (distribution && !fact.derive)
      samplers[slots.facts.of(id)] = compileSampler(distribution, fact, ground);
  }
  const said = slots.facts.ids.map((id) => own(population.facts, id) !== undefined);
  const made: (Habit | undefined)[] = [];
  for (const state of pathway.states.values()) {
    const step = stepOf(pack, state.id);
    const habit = own(population.steps, state.id);
    if (!step || !state.leaf) continue;
    const isAtWork = step.kind === 'work' || step.kind === 'wait';
    const all = eventsAt(pathway, state);
    const weights = all.map((event, index) => {
      const given = own(habit?.events, event);
      if (given !== undefined) return given;
      if (!isAtWork) return 0;
      const isSpare = pack.events[event]?.protective && all.some((other) => !pack.events[other]?.protective);
      return (isSpare ? PROTECTIVE : 1) / (1 + index / 2);
    });
    if (weights.every((weight) => weight === 0)) continue;
    const fields = forms.fields(state.id).map((field): HabitField => {
      const id = slots.facts.ids[field.fact] ?? '';
      const here = own(habit?.facts, id);
      const fact = own(pack.facts, id);
      return {
        ...field,
        draw: here && fact && !fact.derive ? compileSampler(here, fact, ground) : samplers[field.fact],
        again: here !== undefined || step.fresh?.includes(id) === true,
        said: here !== undefined || said[field.fact] === true,
      };
    });
    made[states.of(state.id)] = {
      step: states.of(state.id),
      fields: [...fields, ...besides(pathway, habit?.facts, fields, ground)],
      isBranching: fields.some(({ when }) => when.length > 0),
      events: all.map(events.of),
      weights,
      waitsHours: habit?.waitsHours ?? usualWait(pathway, state),
      takesMinutes: habit?.takesMinutes ?? USUAL_MINUTES,
      isWait: step.kind === 'wait',
      role: roleAt(pathway, step.who, habit?.role, population, ground),
    };
  }
  return {
    at: (step) => made[step],
    draw: (fact) => samplers[fact],
    isSaid: (fact) => said[fact] === true,
  };
}

/** Facts said of a step that its form does not ask. */
function besides(
  { pack }: Pathway,
  said: Population['facts'],
  fields: readonly LightField[],
  ground: SamplingGround,
): readonly HabitField[] {
  return Object.entries(said ?? {}).flatMap(([id, distribution]): HabitField[] => {
    const fact = own(pack.facts, id);
    const number = ground.slots.facts.of(id);
    if (!fact || fact.derive || fields.some((field) => field.fact === number)) return [];
    const draw = compileSampler(distribution, fact, ground);
    return [{ fact: number, required: false, when: [], draw, again: true, said: true }];
  });
}

function eventsAt({ pack, states }: Pathway, state: PathwayState): readonly string[] {
  const open = [state, ...state.ancestors.map((id) => states.get(id)).reverse()];
  const names = open.flatMap((one) =>
    one
      ? [...one.on.keys()].filter(
          (event) => hears(pack, one, event) && pack.events[event]?.when === undefined,
        )
      : [],
  );
  return [...new Set(names)];
}

/** Most of the time that the step's own deadline leaves, and sometimes more. */
function usualWait({ pack, states }: Pathway, state: PathwayState): Measure {
  const hours = [state.id, ...state.ancestors]
    .filter((id) => id === state.id || states.get(id)?.type !== 'compound')
    .flatMap((id) => pack.steps[id]?.deadlines ?? [])
    .flatMap((id) => {
      const within = pack.deadlines[id]?.within;
      if (within === undefined) return [];
      const spans = typeof within === 'object' && 'by' in within ? Object.values(within.values) : [within];
      return spans.flatMap((span) => hoursOf(spanText(pack, span)) ?? []);
    })
    .sort((a, b) => a - b);
  const usual = hours[Math.floor(hours.length / 2)];
  return usual === undefined ? USUAL_HOURS : { triangular: [0, usual * 0.4, usual * 1.1] };
}

function hoursOf(span: string | undefined): number | undefined {
  if (span === undefined) return undefined;
  const { years, months, weeks, days, minutes } = durationParts(span);
  const hours = (years * 365 + months * 30 + weeks * 7 + days) * 24 + minutes / 60;
  return hours > 0 && hours < 24 * 365 ? hours : undefined;
}

function roleAt(
  pathway: Pathway,
  who: Who | undefined,
  said: string | undefined,
  { staff }: Population,
  { slots }: SamplingGround,
): Habit['role'] {
  const all = Object.keys(pathway.pack.roles)
    .sort()
    .filter((role) => reports(pathway, role));
  const choose = (roles: readonly string[]): string => {
    const able = roles.filter((role) => reports(pathway, role));
    if (said !== undefined && able.includes(said)) return said;
    return able.find((role) => own(staff, role)) ?? able[0] ?? all[0] ?? 'caseworker';
  };
  if (who === undefined) {
    const chosen = choose(all);
    return () => chosen;
  }
  if (!('by' in who)) {
    const chosen = choose(who);
    return () => chosen;
  }
  const byValue = new Map(Object.entries(who.values).map(([value, roles]) => [value, choose(roles)]));
  const otherwise = choose(Object.values(who.values).flat());
  const read = slots.reader(who.by);
  return ({ facts }) => {
    const value = read(facts);
    return (typeof value === 'string' ? byValue.get(value) : undefined) ?? otherwise;
  };
}

function own<T>(map: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
