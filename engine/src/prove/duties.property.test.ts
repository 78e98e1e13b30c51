/** What is owed, proved and by brute force, on random packs in which it may stay undone. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { bruteDuty } from './fixtures/brute-duties.ts';
import { type Below, randomDuties } from './fixtures/random-duties.ts';
import { proveSafeguards } from './prove-safeguards.ts';

const PACKS = 150;

function picker(seed: number): Below {
  let state = (seed + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

it('what is owed on a random pack gets the verdict that brute force finds, or an honest bound', {
  timeout: 240_000,
}, () => {
  const told = { proved: 0, broken: 0, bounded: 0, unchecked: 0 };
  fc.assert(
    fc.property(fc.nat(1_000_000), (seed) => {
      const { pack, property } = randomDuties(picker(seed));
      const pathway = compile(pack, 'invented');
      const [{ verdict, why, story } = { verdict: 'unchecked' as const }] = proveSafeguards(pathway);
      const brute = bruteDuty(pathway, property);
      told[verdict] += 1;
      expect(verdict, why).not.toBe('unchecked');
      if ('responds_within' in property) {
        const within = Number(/\d+/.exec(String(property.responds_within.within))?.[0]);
        if (verdict === 'proved') expect(brute.hours).toBeLessThanOrEqual(within);
        if (verdict === 'broken') expect(brute.verdict === 'broken' || brute.hours > within).toBe(true);
      } else if (verdict !== 'bounded') expect(verdict, why).toBe(brute.verdict);
      expect(story !== undefined).toBe(verdict === 'broken');
    }),
    { numRuns: PACKS },
  );
  expect(told.proved).toBeGreaterThan(PACKS / 10);
  expect(told.broken).toBeGreaterThan(PACKS / 10);
  expect(told.bounded).toBeLessThan(PACKS / 5);
});
