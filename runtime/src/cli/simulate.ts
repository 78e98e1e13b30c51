import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkPopulation,
  FICTIONAL,
  type Finding,
  isSound,
  LIMITS,
  type Pathway,
  type Simulation,
  type SimulationSize,
  simulate as simulatePopulation,
  tellSimulation,
} from '@parcours/engine';
import { type CliCommand, UsageError } from './command.ts';
import { findOnePack, type PackPlace } from './find-pack.ts';
import { loadPack } from './load-pack.ts';
import { progressBar } from './progress.ts';
import { simulateInWorkers } from './simulate-in-workers.ts';
import { simulationTables } from './simulation-tables.ts';
import { table } from './table.ts';

const USUAL_CASES = 1_000;
const USUAL_SEED = 1;
const MOST_WORKERS = 64;

/** Nothing is said: everything is derived from the pack. */
const NOTHING_SAID = { invented: true };

function readPopulation(file: string | undefined): unknown {
  if (file === undefined) return NOTHING_SAID;
  if (!existsSync(file) || !statSync(file).isFile())
    throw new UsageError(`There is no population file ${file}.`);
  if (statSync(file).size > LIMITS.fileBytes) throw new UsageError(`${basename(file)} is larger than 1 MB.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${basename(file)} is not JSON.`);
  }
}

function wholeNumber(text: string | undefined, usual: number, option: string): number {
  if (text === undefined) return usual;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} takes a whole number.`);
  return Number(text);
}

const shown = ({ code, severity, path, message }: Finding) => ({ code, severity, path, message });

type Asked = {
  readonly place: PackPlace;
  readonly pathway: Pathway;
  readonly given: unknown;
  readonly size: SimulationSize;
};

/** In this thread, or in several: the figures are the same. */
async function run(
  { place, pathway, given, size }: Asked,
  workers: number,
  onProgress: (cases: number) => void,
): Promise<Simulation> {
  if (workers <= 1) return simulatePopulation(pathway, given, size, onProgress);
  const { findings, population } = checkPopulation(pathway, given, size);
  if (!population || !isSound(findings)) return { findings };
  const tally = await simulateInWorkers({ place, population, size }, workers, onProgress);
  return { findings, report: tellSimulation(tally) };
}

/** Simulates thousands of invented cases of a pack: routes, times, deadlines, workload, unmet need. */
export const simulate: CliCommand = {
  usage: 'simulate <pack> [--population FILE] [--cases N] [--seed S] [--workers N] [--json] [--library DIR]',
  async run(words, { out, home }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        library: { type: 'string' },
        population: { type: 'string' },
        cases: { type: 'string' },
        seed: { type: 'string' },
        workers: { type: 'string' },
      },
    });
    const place = findOnePack(positionals, values.library, home);
    const cases = wholeNumber(values.cases, USUAL_CASES, 'cases');
    const seed = wholeNumber(values.seed, USUAL_SEED, 'seed');
    const workers = wholeNumber(values.workers, 1, 'workers');
    if (workers < 1 || workers > MOST_WORKERS)
      throw new UsageError(`--workers takes a number from 1 to ${MOST_WORKERS}.`);
    const given = readPopulation(values.population);
    const { id, hash, pathway, findings: ofPack } = loadPack(place);
    if (!pathway) {
      const first = ofPack.find(({ severity }) => severity === 'error');
      throw new UsageError(`The pack cannot run (${first?.path}: ${first?.message}). Run check on it.`);
    }
    const bar = progressBar(cases);
    const started = performance.now();
    const size = { cases, seed };
    const { findings, report } = await run({ place, pathway, given, size }, workers, (done) =>
      bar.tell(done, 'cases, fictional children'),
    ).finally(bar.end);
    const ms = Math.round(performance.now() - started);
    if (values.json) {
      out(
        JSON.stringify({
          fictional: FICTIONAL,
          pack: id,
          hash,
          seed,
          findings: findings.map(shown),
          report: report ?? null,
          ms,
        }),
      );
    } else {
      const rows = findings.map(({ severity, path, message }) => [severity, path, message]);
      if (rows.length > 0) out(table(['severity', 'where', 'what'], rows));
      if (report) out(simulationTables(report));
    }
    return report ? 0 : 1;
  },
};
