import { performance } from 'node:perf_hooks';

/** One contestant: what it does once, and how often before the clock is read. */
export type Contest = { readonly batch: number; readonly once: (n: number) => unknown };

/** Shortest time a contestant is timed for in one round, in milliseconds. */
const ROUND_MS = 100;

/**
 * How often it is done: a second by the clock on the wall, and a second of processor time, the threads of a contestant included. On a
 * busy machine the first tells what others do.
 */
export type Pace = { readonly wall: number; readonly cpu: number };

/**
 * How often a second each contestant does its work: the median of some rounds, in which they take turns, so that a busy machine
 * is busy for all of them. The first two rounds warm up. What returns a promise is awaited each time.
 */
export async function medians<K extends string>(
  contests: Readonly<Record<K, Contest>>,
  rounds: number,
): Promise<Readonly<Record<K, Pace>>> {
  const names = Object.keys(contests) as K[];
  const found = new Map<K, Pace[]>(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const name of names) {
      const figure = await perSecond(contests[name]);
      if (round >= 0) found.get(name)?.push(figure);
    }
  }
  const entries = names.map((name) => {
    const paces = found.get(name) ?? [];
    const of = (kind: keyof Pace) => median(paces.map((pace) => pace[kind]));
    return [name, { wall: of('wall'), cpu: of('cpu') }] as const;
  });
  return Object.fromEntries(entries) as Record<K, Pace>;
}

async function perSecond({ batch, once }: Contest): Promise<Pace> {
  const used = process.cpuUsage();
  const start = performance.now();
  let n = 0;
  let spent = 0;
  while (spent < ROUND_MS) {
    for (const end = n + batch; n < end; n += 1) {
      const result = once(n);
      if (result instanceof Promise) await result;
    }
    spent = performance.now() - start;
  }
  const { user, system } = process.cpuUsage(used);
  return { wall: (n * 1_000) / spent, cpu: (n * 1_000_000) / (user + system) };
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
