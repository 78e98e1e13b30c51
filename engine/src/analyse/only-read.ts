import { type Formula, variablesIn } from '../prove/formula.ts';
import type { Masks } from './cubes.ts';
import type { Ground } from './search.ts';

/** A ground, a box in it, and formulas over it. */
export type Question = {
  readonly ground: Ground;
  readonly within: Masks;
  readonly formulas: readonly Formula[];
};

/** The same question with only the variables that its formulas read, so that a box is as small as what is asked. */
export function onlyRead({ ground, within, formulas }: Question): Question {
  const read = new Set(formulas.flatMap((formula) => [...variablesIn(formula)]));
  const kept = [...read].sort((a, b) => a - b);
  const places = new Map(kept.map((index, place) => [index, place]));
  const made = new Map<Formula, Formula>();
  const moved = <F extends Formula>(formula: F): F => {
    const known = made.get(formula);
    if (known !== undefined) return known as F;
    const again = renumbered(formula, places, moved);
    made.set(formula, again);
    return again as F;
  };
  return {
    ground: {
      ...ground,
      variables: kept.flatMap((index, place) => {
        const variable = ground.variables[index];
        return variable ? [{ ...variable, index: place }] : [];
      }),
    },
    within: Int32Array.from(kept, (index) => within[index] as number),
    formulas: formulas.map(moved),
  };
}

function renumbered(
  formula: Formula,
  places: ReadonlyMap<number, number>,
  moved: <F extends Formula>(formula: F) => F,
): Formula {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'is') return { ...formula, variable: places.get(formula.variable) ?? 0 };
  return { ...formula, of: formula.of.map(moved) };
}
