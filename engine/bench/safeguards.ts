/**
 * The safeguards of the base and of an overlay, decided cold: each run in a process of its own, with nothing remembered and nothing
 * compiled. The figures are processor time, the threads that compile and collect included; on a busy machine the clock tells more
 * of others than of this.
 */
import { fork } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { checkStructure, compile, proveSafeguards } from '@parcours/engine';
import { readProcedure } from './read-base.ts';

const PACKS = [
  { id: 'child-protection', short: 'base', goalMs: 2_000 },
  { id: 'benin', short: 'benin', goalMs: 3_000 },
] as const;
const STRUCTURE_GOAL_MS = 100;
const MEMORY_GOAL_MB = 500;
const SLOWEST = 5;

/** What one process found; milliseconds of processor time where nothing else is said. */
type Run = {
  readonly structureMs: number;
  readonly compileMs: number;
  readonly safeguardsMs: number;
  /** The same by the clock on the wall. */
  readonly wallMs: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly states: number;
  /** Peak of the process, the loader of TypeScript included. */
  readonly memoryMb: number;
  readonly slowest: readonly (readonly [id: string, ms: number])[];
};

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function timed<T>(work: () => T): readonly [T, number] {
  const start = cpuMs();
  const result = work();
  return [result, cpuMs() - start];
}

function runOnce(id: string): Run {
  const { pack, hash } = readProcedure(id);
  const [, structureMs] = timed(() => checkStructure(pack));
  const [pathway, compileMs] = timed(() => compile(pack, hash));
  const spent = new Map<string, number>();
  let turn = '';
  let since = cpuMs();
  const onTurn = (next: string): void => {
    const now = cpuMs();
    spent.set(turn, (spent.get(turn) ?? 0) + now - since);
    turn = next;
    since = now;
  };
  const started = performance.now();
  const [verdicts, safeguardsMs] = timed(() => proveSafeguards(pathway, { onTurn }));
  const wallMs = performance.now() - started;
  onTurn('');
  spent.delete('');
  const counts: Record<string, number> = {};
  for (const { verdict } of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return {
    structureMs,
    compileMs,
    safeguardsMs,
    wallMs,
    verdicts: counts,
    states: verdicts.reduce((sum, { statesInAll }) => sum + statesInAll, 0),
    memoryMb: process.resourceUsage().maxRSS / 1_000,
    slowest: [...spent].sort(([, a], [, b]) => b - a).slice(0, SLOWEST),
  };
}

function runApart(id: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--run', id]);
    child.once('message', (run) => resolve(run as Run));
    child.once('exit', (code) =>
      reject(new Error(`The process for ${id} ended with ${code} and told nothing.`)),
    );
  });
}

/** The run in the middle by processor time. */
function middle(runs: readonly Run[]): Run {
  const sorted = [...runs].sort((a, b) => a.safeguardsMs - b.safeguardsMs);
  return sorted[Math.floor(sorted.length / 2)] as Run;
}

async function compare(rounds: number): Promise<void> {
  const ours: Record<string, number> = {};
  const goals: Record<string, number> = {};
  for (const { id, short, goalMs } of PACKS) {
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await runApart(id));
    const told = middle(runs);
    const all = runs.map(({ safeguardsMs }) => Math.round(safeguardsMs));
    const verdicts = Object.entries(told.verdicts).map(([verdict, count]) => `${count} ${verdict}`);
    console.log(`${short}: ${verdicts.join(', ')}; ${told.states} states`);
    console.log(`  structure ${Math.round(told.structureMs)} ms of ${STRUCTURE_GOAL_MS}`);
    console.log(`  compiled in ${Math.round(told.compileMs)} ms`);
    console.log(
      `  safeguards ${Math.round(told.safeguardsMs)} ms of ${goalMs} (${all.join(', ')}); ${Math.round(told.wallMs)} ms by the clock`,
    );
    console.log(`  peak memory ${Math.round(told.memoryMb)} MB of ${MEMORY_GOAL_MB}`);
    for (const [name, ms] of told.slowest) console.log(`  ${String(Math.round(ms)).padStart(6)} ms ${name}`);
    ours[short] = Math.round(told.safeguardsMs);
    ours[`${short} structure`] = Math.round(told.structureMs);
    ours[`${short} memory`] = Math.round(told.memoryMb);
    goals[short] = goalMs;
    goals[`${short} structure`] = STRUCTURE_GOAL_MS;
    goals[`${short} memory`] = MEMORY_GOAL_MB;
  }
  console.log(JSON.stringify({ name: 'safeguards', ours, goals }));
}

const [first, second] = process.argv.slice(2);
if (first === '--run') process.send?.(runOnce(second ?? ''));
else await compare(Number(first ?? 3));
