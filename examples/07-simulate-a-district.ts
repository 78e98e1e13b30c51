/**
 * Simulates an invented district: what becomes of its children, which deadlines are missed and whose needs are not met with the
 * staff it has, what twice the caseworkers would change, and one of the cases replayed step by step. Nobody in it exists.
 */
import { readFileSync } from 'node:fs';
import {
  advance,
  compile,
  inLanguage,
  openCase,
  type Pack,
  type Pathway,
  type Population,
  passDeadlines,
  type Share,
  type SimulationReport,
  simulate,
  simulatedCases,
} from '@parcours/engine';
import { isProgram, readPack } from './read-pack.ts';

const SEED = 2026;

/** The district of `district-population.json`: figures chosen to show what a simulation tells, of no country. */
export function readDistrict(): Population {
  return JSON.parse(readFileSync(new URL('district-population.json', import.meta.url), 'utf8'));
}

const percent = ({ share, low, high }: Share): string =>
  `${Math.round(share * 100)} % (95 %: ${Math.round(low * 100)} to ${Math.round(high * 100)})`;

function report(pathway: Pathway, population: Population, cases: number): SimulationReport {
  const { findings, report: told } = simulate(pathway, population, { cases, seed: SEED });
  if (!told) throw new Error(findings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return told;
}

/** The same district with as many times the caseworkers. */
function staffed({ staff, ...rest }: Population, times: number): Population {
  const { caseworker } = staff ?? {};
  if (!staff || !caseworker) return { ...rest, staff };
  return { ...rest, staff: { ...staff, caseworker: { ...caseworker, people: caseworker.people * times } } };
}

/** Tells what a simulation says; gives the share of children with a deadline missed, and with twice the caseworkers. */
export function simulateDistrict(pack: Pack, cases: number, tell: (line: string) => void) {
  const pathway = compile(pack);
  const district = readDistrict();
  const now = report(pathway, district, cases);
  tell(inLanguage(now.fictional, ['en']));
  const [route] = now.routes;
  if (route) tell(`Of ${now.cases} children, ${percent(route.share)} went: ${route.route}.`);
  if (now.duration)
    tell(`Half were followed for less than ${Math.round(now.duration.median.hours / 24)} days.`);
  for (const [step, share] of Object.entries(now.outcomes.stuck)) {
    const [reason] = now.stuckWhy[step] ?? [];
    tell(`${percent(share)} are stuck at ${step}: ${reason?.event} ${reason?.why} ${reason?.name ?? ''}.`);
  }
  const [worst] = Object.entries(now.deadlines)
    .filter(([, { kept }]) => kept.of >= cases / 4)
    .sort(([, a], [, b]) => b.missed.share - a.missed.share);
  if (worst) tell(`Most often missed: ${worst[0]}, ${percent(worst[1].missed)}.`);
  for (const [need, share] of Object.entries(now.all.unmet)) {
    const bySex = Object.entries(now.groups['sex'] ?? {}).map(([sex, { unmet }]) => {
      const one = unmet[need];
      return one ? `${sex} ${percent(one)}` : `${sex} none`;
    });
    tell(`Need of ${need} not met: ${percent(share)}; ${bySex.join(', ')}.`);
  }
  const more = report(pathway, staffed(district, 2), cases);
  const busy = ({ roles }: SimulationReport) => Math.round((roles['caseworker']?.workload ?? 0) * 100);
  tell(`Caseworkers are busy ${busy(now)} % of their time, twice as many ${busy(more)} %.`);
  tell(`Late in something: ${percent(now.all.late)}, with twice the caseworkers ${percent(more.all.late)}.`);
  return { now, more, steps: replayOne(pathway, district, tell) };
}

/** A simulated case is made of commands: the engine itself, given them, comes to the same place. */
function replayOne(pathway: Pathway, district: Population, tell: (line: string) => void): number {
  const [one] = simulatedCases(pathway, district, { cases: 1, seed: SEED });
  if (!one) return 0;
  const opened = openCase(
    pathway,
    { id: 'fictional', by: { person: 'nobody', role: 'caseworker' } },
    one.opened,
  );
  if (!opened.ok) throw new Error('The case does not open.');
  let { caseFile } = opened;
  let clock = one.opened;
  for (const { at, command } of one.acts) {
    const told = advance(pathway, passDeadlines(pathway, caseFile, clock, at).caseFile, command, at);
    if (!told.ok) throw new Error(`${command.kind} is refused at ${at}.`);
    ({ caseFile } = told);
    clock = at;
  }
  tell(
    `One of them, replayed: ${one.acts.length} acts until ${one.until.slice(0, 10)}, then ${caseFile.status}.`,
  );
  return one.acts.length;
}

if (isProgram(import.meta.url)) simulateDistrict(readPack('child-protection'), 1_000, console.log);
