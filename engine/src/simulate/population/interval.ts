import type { Histogram } from './tally.ts';

/** A share of some cases, with the interval in which the true one lies 95 times in 100 (Wilson; cases taken as independent). */
export type Share = {
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

/** A point of a spread of times, in hours, with its 95 % interval by order statistics. */
export type Point = { readonly hours: number; readonly low: number; readonly high: number };

const Z = 1.959964;

/** The share of `count` among `of`; zero wide and zero when there is nothing to count. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { of, share: 0, low: 0, high: 0 };
  const share = count / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) / (1 + (Z * Z) / of);
  return {
    of,
    share: rounded(share),
    low: rounded(Math.max(0, Math.min(share, middle - half))),
    high: rounded(Math.min(1, Math.max(share, middle + half))),
  };
}

/** The point below which a part of the times lie; undefined when there are none. Exact to the width of the buckets. */
export function pointOf(histogram: Histogram, part: number): Point | undefined {
  const buckets = Object.entries(histogram)
    .map(([minutes, times]) => [Number(minutes), times] as const)
    .sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, times]) => sum + times, 0);
  if (total === 0) return undefined;
  const spread = Z * Math.sqrt(total * part * (1 - part));
  const at = (rank: number): number => {
    let seen = 0;
    const wanted = Math.min(total, Math.max(1, Math.ceil(rank)));
    for (const [minutes, times] of buckets) {
      seen += times;
      if (seen >= wanted) return rounded(minutes / 60);
    }
    return 0;
  };
  return { hours: at(total * part), low: at(total * part - spread), high: at(total * part + spread) };
}

/** Four decimals, so that the same counts are the same text. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
