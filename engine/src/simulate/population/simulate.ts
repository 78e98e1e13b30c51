/**
 * Thousands of invented cases on a virtual clock. Districts are independent of each other: each has its staff, its arrivals and
 * its own streams of chance, so that any part of them may be simulated anywhere, and the parts add up exactly to the whole.
 */
import { fromEpochMs } from '../../calendar/instant.ts';
import type { Command } from '../../journal/command.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import { EngineError } from '../../vocabulary/engine-error.ts';
import { type Finding, isSound } from '../../vocabulary/finding.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import { checkPopulation } from './check-population.ts';
import { type KeptCase, runDistrict } from './district.ts';
import type { Population } from './population.ts';
import { type SimulationReport, tellSimulation } from './report.ts';
import { districtSize, prepare, type Setting } from './setting.ts';
import { emptyTally, mergeTallies, type Tally } from './tally.ts';

export type SimulationSize = {
  /** Whole, from 1. */
  readonly cases: number;
  /** The same seed gives the same figures. */
  readonly seed: number;
};
/** One part of several, from 0; together they simulate every district once. */
export type Shard = { readonly part: number; readonly of: number };
/** Called after each district with the cases simulated so far. */
export type OnProgress = (cases: number) => void;

export type Simulation = {
  readonly findings: readonly Finding[];
  /** Absent when a finding is an error. */
  readonly report?: SimulationReport;
};

/** Simulates a population, whatever it says: what makes no sense comes back as findings. */
export function simulate(
  pathway: Pathway,
  population: unknown,
  size: SimulationSize,
  onProgress?: OnProgress,
): Simulation {
  const { findings, population: sound } = checkPopulation(pathway, population, size);
  if (!sound || !isSound(findings)) return { findings };
  return {
    findings,
    report: tellSimulation(simulateShard(pathway, sound, size, { part: 0, of: 1 }, onProgress)),
  };
}

/**
 * Simulates one part of the districts of a sound population: give each worker its part, merge with `mergeTallies`, tell with
 * `tellSimulation`. Throws `command.invalid` for a size or part that is none.
 */
export function simulateShard(
  pathway: Pathway,
  population: Population,
  size: SimulationSize,
  { part, of }: Shard,
  onProgress?: OnProgress,
): Tally {
  if (
    !isWhole(size.cases, 1) ||
    !Number.isSafeInteger(size.seed) ||
    !isWhole(of, 1) ||
    !isWhole(part, 0) ||
    part >= of
  ) {
    throw new EngineError(
      'command.invalid',
      'A simulation takes whole numbers: at least one case, a seed, and a part below the number of parts.',
    );
  }
  const setting = prepare(pathway, population, size.seed);
  const tally = emptyTally();
  for (const { district, cases } of districtsOf(setting.population, size.cases)) {
    if (district % of !== part) continue;
    runDistrict(setting, { district, cases }, tally);
    onProgress?.(tally.cases);
  }
  return mergeTallies([tally]);
}

/** A simulated case as commands: given to `openCase` and `advance` in order, they lead to where the simulation led. */
export type SimulatedCase = {
  readonly opened: Instant;
  readonly acts: readonly { readonly at: Instant; readonly command: Command }[];
  /** Until when its deadlines passed. */
  readonly until: Instant;
};

/** The first cases of the first district of a sound population, act by act, to be looked at or replayed. */
export function simulatedCases(
  pathway: Pathway,
  population: Population,
  { cases, seed }: SimulationSize,
): readonly SimulatedCase[] {
  const kept = sampleCases(prepare(pathway, population, seed), cases, cases);
  return kept.map(({ found, endMs }) => ({
    opened: fromEpochMs(found.openedMs),
    acts: (found.acts ?? []).map(({ atMs, command }) => ({ at: fromEpochMs(atMs), command })),
    until: fromEpochMs(endMs),
  }));
}

/** Some cases of the first district with their acts, to compare them with the engine itself. */
export function sampleCases(setting: Setting, cases: number, keep: number): readonly KeptCase[] {
  return runDistrict(setting, { district: 0, cases, keep }, emptyTally());
}

function districtsOf(population: Population, cases: number) {
  const size = districtSize(population);
  return Array.from({ length: Math.ceil(cases / size) }, (_, district) => ({
    district,
    cases: Math.min(size, cases - district * size),
  }));
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
