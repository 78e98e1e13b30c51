import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../pathway/compile.ts';
import type { Pack } from '../procedure/pack.ts';
import { type Breaks, samplePack } from '../procedure/sample-pack.ts';
import { randomPack } from './fixtures/random-pack.ts';
import { proveSafeguards, type VerdictCache } from './prove-safeguards.ts';

const told = (pack: Pack, cache?: VerdictCache) =>
  proveSafeguards(compile(pack), { maxStates: 4_000, ...(cache && { cache }) }).map(
    ({ id, verdict, world, story, vacuous, awaits }) => ({
      id,
      verdict,
      world,
      vacuous,
      awaits,
      length: story?.acts.length,
    }),
  );

/** Which safeguards are decided anew after a change: those whose kept verdict, marked here, is not taken over. */
function decidedAnew(breaks: Breaks): readonly string[] {
  const cache: VerdictCache = {};
  proveSafeguards(compile(samplePack()), { cache });
  for (const [id, { slice, verdict }] of Object.entries(cache))
    cache[id] = { slice, verdict: { ...verdict, rounds: 99 } };
  const verdicts = proveSafeguards(compile(samplePack(breaks)), { cache });
  return verdicts.flatMap(({ id, rounds }) => (rounds === 99 ? [] : [id]));
}

describe('verdicts kept between runs', () => {
  it('are taken over when nothing changed that they rest on', () => {
    expect(decidedAnew({})).toEqual([]);
    expect(decidedAnew({ 'steps/decide/title': { en: 'Other words', fr: 'Autres mots' } })).toEqual([]);
  });

  it('are decided anew when their track changed, and not when another did', () => {
    const decided = 'machine/states/main/states/decide/on/placement_decided';
    expect(decidedAnew({ [decided]: [{ target: '#placed', guard: 'is_a_child' }] })).toContain(
      'heard_before_placement',
    );
    const sheltered = 'machine/states/urgent/states/shelter/on/child_sheltered';
    expect(decidedAnew({ [sheltered]: [{ target: '#urgent_idle', guard: 'is_a_child' }] })).toEqual([]);
  });

  it('are decided anew when a rule they rest on changed, or their own sentence', () => {
    const words = { en: 'Said otherwise', fr: 'Dit autrement' };
    expect(decidedAnew({ 'safeguards/return_stays_open/label': words })).toEqual(['return_stays_open']);
  });

  it('are those of a fresh run, whatever was changed in between', { timeout: 240_000 }, () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    const sections = fc.subarray(['rules', 'forms', 'deadlines', 'facts'] as const, { minLength: 1 });
    fc.assert(
      fc.property(seeds, seeds, sections, (one, other, changed) => {
        const [before, after] = [randomPack(one), randomPack(other)];
        const cache: VerdictCache = {};
        told(before, cache);
        const replaced = Object.fromEntries(changed.map((name) => [name, after[name]]));
        const edited: Pack = { ...before, ...replaced };
        expect(told(edited, cache)).toEqual(told(edited));
        expect(told(before, cache)).toEqual(told(before));
      }),
      { numRuns: 12 },
    );
  });
});
