import type { Guard } from '../procedure/machine.ts';
import { allOf, type Formula } from '../prove/formula.ts';
import type { ChoiceAnalysis, Overlap } from './analysis.ts';
import { type Choice, type ReadChoice, readChoice } from './choices.ts';
import { contradictionAmong, type NamedPart } from './contradictions.ts';
import type { Masks } from './cubes.ts';
import { knownGaps, MOST_GAPS, missingGaps } from './gaps.ts';
import { guardFormulas, type Terrain } from './guard-formulas.ts';
import { onlyRead } from './only-read.ts';
import { type Ground, shownWhere, someChild } from './search.ts';

/** Gaps, overlaps, and candidates that are never taken, of one list. */
export function analyseChoice(
  whole: Ground,
  terrain: Terrain,
  choice: Choice,
  standing: Masks,
): ChoiceAnalysis {
  const { candidates } = choice;
  const { ground, within, read, partsOf } = small(whole, standing, terrain, choice);
  const known = knownGaps(ground, read.open, within);
  const missing = missingGaps(ground, read.open, within, { most: MOST_GAPS - known.gaps.length });
  const never = candidates.flatMap((_, candidate) => {
    const yes = read.guards[candidate]?.yes ?? false;
    if (someChild(ground, yes, within) !== 'no') return [];
    return [{ candidate, contradictions: contradictionAmong(ground, partsOf(candidate), within) }];
  });
  const isNever = (candidate: number) => never.some((one) => one.candidate === candidate);
  const shadowed = read.taken.flatMap((taken, candidate) => {
    if (isNever(candidate) || (choice.manner === 'unasked' && candidates[candidate]?.measure)) return [];
    return someChild(ground, taken, within) === 'no' ? [{ candidate }] : [];
  });
  return {
    state: choice.state,
    kind: choice.kind,
    name: choice.name,
    candidates: candidates.length,
    gaps: [...known.gaps, ...missing.gaps],
    allGaps: known.all && missing.all,
    overlaps: overlapsOf(ground, choice, read, within),
    shadowed,
    never,
  };
}

/** Pairs of guards that are sure together and lead elsewhere; what has no guard stands for the rest and overlaps nothing. */
function overlapsOf(
  ground: Ground,
  { candidates }: Choice,
  { guards }: ReadChoice,
  within: Masks,
): readonly Overlap[] {
  return candidates.flatMap((one, first) =>
    candidates.flatMap((two, second) => {
      const apart = first < second && one.guard !== undefined && two.guard !== undefined;
      if (!apart || (one.target === two.target && one.reenter === two.reenter)) return [];
      const both = allOf([guards[first]?.yes ?? false, guards[second]?.yes ?? false]);
      const [shown] = shownWhere(ground, both, within, 1);
      return shown ? [{ first, second, ...shown }] : [];
    }),
  );
}

/** The choice with only the variables that its guards read. */
function small(whole: Ground, standing: Masks, terrain: Terrain, choice: Choice) {
  const { guards, taken, open } = readChoice(terrain, choice);
  const parts = choice.candidates.map(({ guard }) => namedParts(guard, terrain));
  const told = onlyRead({
    ground: whole,
    within: standing,
    formulas: [
      open,
      ...guards.flatMap(({ yes, no }) => [yes, no]),
      ...taken,
      ...parts.flat().map(({ yes }) => yes),
    ],
  });
  const formulas = told.formulas.values();
  const next = (): Formula => formulas.next().value ?? false;
  const read: ReadChoice = {
    open: next(),
    guards: guards.map(() => ({ yes: next(), no: next() })),
    taken: taken.map(next),
  };
  const renumbered = parts.map((list) => list.map(({ name }): NamedPart => ({ name, yes: next() })));
  return {
    ground: told.ground,
    within: told.within,
    read,
    partsOf: (candidate: number) => renumbered[candidate] ?? [],
  };
}

/** The parts of a guard that must hold together, by the names of their rules. */
function namedParts(guard: Guard | undefined, terrain: Terrain): readonly NamedPart[] {
  if (guard === undefined || typeof guard === 'string') return [];
  if (guard.type !== 'all') return [];
  return guard.params.of.map((part) => ({ name: nameOf(part), yes: guardFormulas(part, terrain).yes }));
}

function nameOf(guard: Guard): string {
  if (typeof guard === 'string') return guard;
  if (guard.type === 'in') return `in ${guard.params.state}`;
  const names = guard.params.of.map(nameOf);
  return guard.type === 'not' ? `not ${names.join('')}` : `${guard.type}(${names.join(', ')})`;
}
