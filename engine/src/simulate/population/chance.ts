import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Measure } from './population.ts';

/** Numbers that look random and follow from a seed alone. */
export interface Chance {
  /** From 0, up to and without 1. */
  next(): number;
}

const TWO_32 = 4_294_967_296;

/** A stream of its own for each case of a simulation: the same seed and case give the same stream, whoever runs it. */
export function chanceOf(seed: number, ...parts: readonly number[]): Chance {
  let mixed = seed | 0;
  for (const part of parts) {
    mixed = Math.imul(mixed ^ (part + 0x9e3779b9), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  const generator = xoroshiro128plus(mixed);
  return { next: () => (generator.next() >>> 0) / TWO_32 };
}

/** Draws a number. */
export function drawMeasure(measure: Measure, chance: Chance): number {
  if (typeof measure === 'number') return measure;
  if ('uniform' in measure) {
    const [low, high] = measure.uniform;
    return low + (high - low) * chance.next();
  }
  if ('exponential' in measure) return -Math.log(1 - chance.next()) * measure.exponential;
  const [low, usual, high] = measure.triangular;
  if (high <= low) return low;
  const at = chance.next();
  const cut = (usual - low) / (high - low);
  return at < cut
    ? low + Math.sqrt(at * (high - low) * (usual - low))
    : high - Math.sqrt((1 - at) * (high - low) * (high - usual));
}

/** The place of one of some weights; -1 when all are zero. */
export function drawWeight(weights: readonly number[], chance: Chance): number {
  let total = 0;
  for (const weight of weights) total += weight;
  if (total <= 0) return -1;
  let left = chance.next() * total;
  for (let index = 0; index < weights.length; index += 1) {
    left -= weights[index] ?? 0;
    if (left < 0) return index;
  }
  return weights.findLastIndex((weight) => weight > 0);
}
