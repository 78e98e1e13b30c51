import { type Formula, variablesIn } from '../prove/formula.ts';
import type { Gap } from './analysis.ts';
import { holdsThroughout, type Masks, visitBoxes, widened } from './cubes.ts';
import { negated } from './negated.ts';
import { collector, type Ground } from './search.ts';

/** More gaps of one choice than this are not listed. */
export const MOST_GAPS = 1_000;

/** The cubes stand in the order of the gaps. */
export type Gaps = { readonly gaps: readonly Gap[]; readonly cubes: readonly Masks[]; readonly all: boolean };

/**
 * Where nothing is open although every answer is known. A cube that leaves a fact open says that its answer does not matter:
 * whatever else is answered, nothing opens.
 */
export function knownGaps(ground: Ground, open: Formula, within: Masks, most = MOST_GAPS): Gaps {
  const nothing = negated(open, ground.variables);
  const found = collector(ground, variablesIn(open), { most, base: within });
  const isHopeless = (box: Masks) => holdsThroughout(nothing, answered(ground, box), ground.budget);
  const known = within.map((mask, index) => mask & (ground.variables[index]?.known ?? mask) || mask);
  visitBoxes(
    nothing,
    known,
    ground.budget,
    (leaf) => found.has(leaf) || found.add(leaf, (box) => widened(box, within, isHopeless)),
  );
  const { shown, cubes, all } = found.done();
  return { gaps: shown.map((one) => ({ kind: 'known', ...one })), cubes, all };
}

/**
 * Where nothing is open while an answer is missing, and answering could open something. Where facts are compared with each other, a
 * cube may hold children for whom it could not: which answers fit together is looked at for the example alone.
 */
export function missingGaps(
  ground: Ground,
  open: Formula,
  within: Masks,
  { most = MOST_GAPS, base = within }: { readonly most?: number; readonly base?: Masks } = {},
): Gaps {
  const { variables, budget } = ground;
  const nothing = negated(open, variables);
  const found = collector(ground, variablesIn(open), { most, base });
  const isOpen = (box: Masks) => holdsThroughout(open, box, budget);
  const isShut = (box: Masks) => holdsThroughout(nothing, box, budget);
  visitBoxes(nothing, within, budget, (leaf) => {
    let room = true;
    const around = answered(ground, leaf);
    visitBoxes(open, around, budget, (opened) => {
      if (!found.canBe(opened)) return true;
      const wide = widened(opened, answered(ground, within), isOpen);
      const reach = within.map((mask, index) => mask & (unknownOf(ground, index) | (wide[index] as number)));
      const box = leaf.map((mask, index) => mask & (reach[index] as number));
      room = found.has(box) || found.add(box, (narrow) => widened(narrow, reach, isShut));
      return room;
    });
    return room;
  });
  const { shown, cubes, all } = found.done();
  return { gaps: shown.map((one) => ({ kind: 'missing', ...one })), cubes, all };
}

/** A box with whatever may be unknown in it answered in any way, or left as it is. */
function answered(ground: Ground, box: Masks): Masks {
  return box.map((mask, index) => {
    const variable = ground.variables[index];
    return variable && (mask & unknownOf(ground, index)) !== 0 ? mask | variable.known : mask;
  });
}

function unknownOf({ variables }: Ground, index: number): number {
  const variable = variables[index];
  return variable ? variable.full & ~variable.known : 0;
}
