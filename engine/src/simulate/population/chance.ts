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

/** Some weights, added up once. */
export interface Lots {
  /** The place of one of them; -1 when all are zero. */
  draw(chance: Chance): number;
}

/** Lots by weight. */
export function lotsOf(weights: readonly number[]): Lots {
  const upTo = new Float64Array(weights.length);
  let total = 0;
  for (const [place, weight] of weights.entries()) {
    total += weight;
    upTo[place] = total;
  }
  const last = weights.findLastIndex((weight) => weight > 0);
  return {
    draw: (chance) => {
      if (last < 0) return -1;
      const at = chance.next() * total;
      for (let place = 0; place < last; place += 1) if (at < (upTo[place] as number)) return place;
      return last;
    },
  };
}

/** The same on weights that change from draw to draw. */
export function drawWeight(weights: Float64Array, count: number, chance: Chance): number {
  let total = 0;
  for (let place = 0; place < count; place += 1) total += weights[place] as number;
  if (total <= 0) return -1;
  let left = chance.next() * total;
  let last = -1;
  for (let place = 0; place < count; place += 1) {
    const weight = weights[place] as number;
    if (weight <= 0) continue;
    left -= weight;
    if (left < 0) return place;
    last = place;
  }
  return last;
}
