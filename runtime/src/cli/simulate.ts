import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  FICTIONAL,
  type Finding,
  LIMITS,
  type Share,
  type SimulationReport,
  simulate as simulatePopulation,
  type Times,
} from '@parcours/engine';
import { type CliCommand, UsageError } from './command.ts';
import { findPack, loadPack } from './load-pack.ts';
import { table } from './table.ts';

const USUAL_CASES = 1_000;
const USUAL_SEED = 1;
const LONGEST_TABLE = 15;

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

const percent = ({ share, low, high }: Share): string =>
  `${(share * 100).toFixed(1)} % (${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)})`;

const hours = (value: number): string => (value < 48 ? `${value} h` : `${Math.round(value / 2.4) / 10} d`);

const times = (found: Times | undefined): readonly string[] =>
  found ? [hours(found.median.hours), hours(found.ninety.hours)] : ['', ''];

const most = (map: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(map)
    .sort(([, a], [, b]) => b - a)
    .slice(0, LONGEST_TABLE);

function asText(report: SimulationReport): string {
  const ends = [
    ...Object.entries(report.outcomes.closed).map(([step, share]) => [step, percent(share)]),
    ['still open', percent(report.outcomes.open)],
    ...Object.entries(report.outcomes.stuck).map(([step, share]) => [`stuck at ${step}`, percent(share)]),
  ];
  const milestones = Object.entries(report.milestones)
    .sort(([, a], [, b]) => a.median.hours - b.median.hours)
    .map(([step, found]) => [step, percent(found.reached), ...times(found)]);
  const deadlines = Object.entries(report.deadlines)
    .filter(([, { kept }]) => kept.of > 0)
    .sort(([, a], [, b]) => b.missed.share - a.missed.share)
    .map(([id, { armed, missed }]) => [id, String(armed), percent(missed)]);
  const roles = Object.entries(report.roles).map(([role, found]) => [
    role,
    String(found.acts),
    found.workload === undefined ? '' : `${Math.round(found.workload * 100)} %`,
    ...times(found.queue),
    String(found.withoutRoom),
    String(found.told),
  ]);
  const groups = [['all', { all: report.all }] as const, ...Object.entries(report.groups)].flatMap(
    ([group, values]) =>
      Object.entries(values).map(([value, found]) => [
        group,
        value,
        String(found.cases),
        percent(found.closed),
        percent(found.late),
        Object.entries(found.unmet)
          .map(([need, share]) => `${need} ${(share.share * 100).toFixed(0)} %`)
          .join(', '),
      ]),
  );
  const blocked = most(report.blocked).map(([step, count]) => [step, String(count)]);
  const part = (title: string, text: string) => ['', title, text];
  return [
    ...Object.values(FICTIONAL),
    '',
    `${report.cases} cases in ${report.districts} districts, ${report.events} events`,
    ...part('How cases end (share, 95 % interval)', table(['end', 'cases'], ends)),
    ...part(
      'Most frequent routes',
      table(
        ['cases', 'route'],
        report.routes.slice(0, LONGEST_TABLE).map(({ route, share }) => [percent(share), route]),
      ),
    ),
    ...part('Time to each step', table(['step', 'reached', 'half', '90 %'], milestones)),
    ...part('Deadlines', table(['deadline', 'armed', 'missed'], deadlines)),
    ...part('Workload', table(['role', 'acts', 'busy', 'queue', '90 %', 'no room', 'told'], roles)),
    ...part('Unmet need', table(['by', 'group', 'cases', 'closed', 'late', 'unmet'], groups)),
    ...(blocked.length > 0 ? part('Where nothing was possible', table(['step', 'turns'], blocked)) : []),
  ].join('\n');
}

const shown = ({ code, severity, path, message }: Finding) => ({ code, severity, path, message });

/** A line that is written over, on a terminal alone. */
function progressBar(cases: number, isShown: boolean): (done: number) => void {
  if (!isShown) return () => {};
  return (done) => {
    const filled = Math.round((done / cases) * 30);
    process.stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${done} / ${cases}`);
    if (done >= cases) process.stderr.write('\n');
  };
}

/** Simulates thousands of invented cases of a pack: routes, times, deadlines, workload, unmet need. */
export const simulate: CliCommand = {
  usage: 'simulate <pack> [--population FILE] [--cases N] [--seed S] [--json] [--library DIR]',
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
      },
    });
    const [named, ...rest] = positionals;
    if (named === undefined || rest.length > 0) throw new UsageError('Name one pack: a folder or an id.');
    const place = findPack(named, values.library, join(home, 'procedures'));
    if (!place)
      throw new UsageError(`There is no pack ${named}: give its folder, or its id and --library DIR.`);
    const cases = wholeNumber(values.cases, USUAL_CASES, 'cases');
    const seed = wholeNumber(values.seed, USUAL_SEED, 'seed');
    const given = readPopulation(values.population);
    const { id, hash, pathway, findings: ofPack } = loadPack(place);
    if (!pathway) {
      const first = ofPack.find(({ severity }) => severity === 'error');
      throw new UsageError(`The pack cannot run (${first?.path}: ${first?.message}). Run check on it.`);
    }
    const bar = progressBar(cases, !values.json && process.stderr.isTTY === true);
    const started = performance.now();
    const { findings, report } = simulatePopulation(pathway, given, { cases, seed }, bar);
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
      if (report) out(asText(report));
    }
    return report ? 0 : 1;
  },
};
