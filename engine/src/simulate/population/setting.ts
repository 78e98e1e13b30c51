import { toEpochMs } from '../../calendar/instant.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import { defaultActor } from '../act-command.ts';
import { groupsOf } from './groups.ts';
import { type Habits, habitsOf } from './habits.ts';
import type { LightCase } from './light-case.ts';
import { type LightEngine, lightEngine } from './light-engine.ts';
import type { Population } from './population.ts';
import { compileSampler, type Sampler } from './sampler.ts';
import { type Turns, turnsOf } from './turn.ts';
import type { Watcher } from './watcher.ts';
import { type WorkingClock, workingClock } from './working-clock.ts';

/** Everything of a simulation that all its districts share: the table of remembered steps above all. */
export interface Setting {
  readonly pathway: Pathway;
  readonly population: Population;
  readonly seed: number;
  readonly startMs: number;
  readonly horizonMs: number;
  readonly arrivalsPerDay: number;
  readonly patience: number;
  readonly engine: LightEngine;
  readonly habits: Habits;
  readonly turns: Turns;
  readonly hours: WorkingClock;
  readonly needIds: readonly string[];
  /** Rules by number. */
  readonly needs: readonly { readonly when: number; readonly rule: number | undefined }[];
  /** Places of the needs that leaving a step or an event meets, by `step:` or `event:` and id. */
  readonly needsMetBy: ReadonlyMap<string, readonly number[]>;
  readonly groups: readonly { readonly id: string; readonly groupOf: (found: LightCase) => string }[];
  readonly anyTime: readonly (readonly (readonly [number, Sampler])[])[];
  /** By number of the state. */
  readonly isStage: readonly boolean[];
  /** Steps where something is to be done, or waited for. */
  workedAt(found: LightCase): readonly string[];
  /** The end step where a closed case stands. */
  endOf(found: LightCase): string;
  /** A role that may report an event, or record facts. */
  anybody(event: string | undefined): string;
}

const DAY_MS = 86_400_000;
const HORIZON_DAYS = 730;
const ARRIVALS_PER_DAY = 2;
const PATIENCE = 6;
const START = '2026-01-05T08:00:00.000Z';

/** How many children one district has before the next begins. */
export function districtSize({ casesPerDistrict, arrivalsPerDay = ARRIVALS_PER_DAY }: Population): number {
  return casesPerDistrict ?? Math.min(2_000, Math.max(50, Math.round(arrivalsPerDay * 365)));
}

/** Prepares the simulation of a sound population. */
export function prepare(pathway: Pathway, population: Population, seed: number): Setting {
  const { pack } = pathway;
  const start = population.start ?? START;
  const startMs = toEpochMs(start);
  const engine = lightEngine(pathway, startMs, NOBODY);
  const { slots, states } = engine;
  const habits = habitsOf(pathway, population, engine);
  const needs = Object.entries(population.needs ?? {});
  const needsMetBy = new Map<string, number[]>();
  for (const [place, [, { met }]] of needs.entries())
    needsMetBy.set(met, [...(needsMetBy.get(met) ?? []), place]);
  return {
    pathway,
    population,
    seed,
    startMs,
    horizonMs: (population.horizonDays ?? HORIZON_DAYS) * DAY_MS,
    arrivalsPerDay: population.arrivalsPerDay ?? ARRIVALS_PER_DAY,
    patience: population.patience ?? PATIENCE,
    engine,
    habits,
    turns: turnsOf(engine, habits),
    hours: workingClock({ zone: pack.pack.timeZone, book: pack.calendar }, startMs),
    needIds: needs.map(([id]) => id),
    needs: needs.map(([, { when, met }]) => ({
      when: slots.rules.of(when),
      rule: met.startsWith('rule:') ? slots.rules.of(met.slice(5)) : undefined,
    })),
    needsMetBy,
    groups: groupsOf(pathway, population, slots),
    anyTime: (population.anyTime ?? []).map(({ facts }) =>
      Object.entries(facts ?? {}).flatMap(([id, distribution]): [number, Sampler][] => {
        const fact = pack.facts[id];
        return fact && !fact.derive ? [[slots.facts.of(id), compileSampler(distribution, fact, engine)]] : [];
      }),
    ),
    isStage: states.ids.map((state) => pack.steps[state]?.kind === 'stage'),
    workedAt: ({ standing }) =>
      standing.flatMap((place) =>
        place.states.flatMap(({ id, leaf }) => (leaf && habits.at(states.of(id)) ? [id] : [])),
      ),
    endOf: ({ standing }) =>
      standing[0]?.states.find(({ leaf, kind }) => leaf && kind === 'end')?.id ?? 'closed',
    anybody: (event) => defaultActor(pathway, pathway.states.keys(), event).role,
  };
}

const NOBODY: Watcher = {
  entered: () => {},
  left: () => {},
  event: () => {},
  armed: () => {},
  ended: () => {},
  told: () => {},
  after: () => {},
};
