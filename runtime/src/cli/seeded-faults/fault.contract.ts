/** The tests of a list of faults: each is found by its check, and the sound pack has none of it. */
import { type Finding, type Pack, play } from '@parcours/engine';
import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { analyse, decide, load } from './find-fault.ts';

export function everyFaultIsFound(faults: readonly Fault[]): void {
  it.each(faults.map((fault) => [fault.name, fault] as const))('%s', (_, fault) => {
    const { pack, findings } = load(packOf(fault), fault.break);
    const { foundBy } = fault;
    if ('finding' in foundBy) {
      expect(placesOf(findings)).toContain(placeOf(foundBy.finding, foundBy.at));
      return;
    }
    if (!pack) throw new Error(findings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    if ('safeguard' in foundBy) expectBroken(pack, foundBy.safeguard);
    else if ('vacuous' in foundBy) expectVacuous(pack, foundBy.vacuous, foundBy.because);
    else expect(placesOf(analyse(pack))).toContain(placeOf(foundBy.analysis, foundBy.at));
  });

  const ids = [...new Set(faults.map(packOf))];
  describe.each(ids)('the sound pack %s', (id) => {
    const own = faults.filter((fault) => packOf(fault) === id);
    const sound = () => soundPack(id);

    it('has none of these findings', () => {
      const told = own.flatMap(({ foundBy }) =>
        'finding' in foundBy ? [placeOf(foundBy.finding, foundBy.at)] : [],
      );
      expect(placesOf(sound().findings).filter((place) => told.includes(place))).toEqual([]);
      const analysed = own.flatMap(({ foundBy }) =>
        'analysis' in foundBy ? [placeOf(foundBy.analysis, foundBy.at)] : [],
      );
      const found = analysed.length > 0 ? placesOf(analyse(sound().pack)) : [];
      expect(found.filter((place) => analysed.includes(place))).toEqual([]);
    });

    it('keeps all of these safeguards', () => {
      const named = own.flatMap(({ foundBy }) => ('safeguard' in foundBy ? [foundBy.safeguard] : []));
      const broken = decide(sound().pack, new Set(named)).verdicts.filter(
        ({ verdict }) => verdict === 'broken' || verdict === 'bounded',
      );
      expect(broken.map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
    });

    it('has something to say with all of these safeguards', () => {
      const named = own.flatMap(({ foundBy }) => ('vacuous' in foundBy ? [foundBy.vacuous] : []));
      const { verdicts } = decide(sound().pack, new Set(named));
      expect(verdicts.filter(({ vacuous }) => vacuous !== undefined).map((one) => one.id)).toEqual([]);
    });
  });
}

/** Broken, with a story that plays as it says; only what stands in the pack itself has none. */
function expectBroken(pack: Pack, id: string): void {
  const { pathway, verdicts } = decide(pack, new Set([id]));
  const [verdict] = verdicts;
  expect(verdict).toMatchObject({ id, verdict: 'broken' });
  if (verdict?.reductions.includes('read_in_pack')) {
    expect(verdict.why).toBeTruthy();
    return;
  }
  const played = verdict?.story && play(pathway, verdict.story);
  expect(played?.mismatches).toEqual([]);
  expect(played?.entries.length).toBeGreaterThan(0);
}

/** Kept, and yet it says nothing: the verdict tells it, and why. */
function expectVacuous(pack: Pack, id: string, because: string): void {
  const [verdict] = decide(pack, new Set([id])).verdicts;
  expect(verdict).toMatchObject({ id, verdict: 'proved', vacuous: because });
}

function packOf({ pack }: Fault): string {
  return pack ?? 'child-protection';
}

function soundPack(id: string): { readonly pack: Pack; readonly findings: readonly Finding[] } {
  const { pack, findings } = load(id);
  if (!pack) throw new Error(`The pack ${id} cannot be read.`);
  return { pack, findings };
}

function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, path }) => placeOf(code, path));
}

const placeOf = (code: string, path: string): string => `${code} ${path}`;
