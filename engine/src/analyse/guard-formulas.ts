import type { Pathway } from '../pathway/pathway.ts';
import type { Guard } from '../procedure/machine.ts';
import { allOf, anyOf, literal } from '../prove/formula.ts';
import type { RuleFormulas } from '../prove/rule-formulas.ts';
import type { AtomFormulas, Variable } from '../prove/variable.ts';
import type { Masks } from './cubes.ts';

/** The variables of an analysis: the facts of the pack, then a yes or no for each state that a guard names by `in`. */
export type Terrain = {
  readonly variables: readonly Variable[];
  readonly rules: RuleFormulas;
  /** Number of the variable that tells whether the case stands in a state. */
  readonly places: ReadonlyMap<string, number>;
};

export const INSIDE = 1;
export const OUTSIDE = 2;

/** Adds to the facts what guards ask of positions. Which positions can stand together is not looked at. */
export function terrainOf(
  variables: readonly Variable[],
  rules: RuleFormulas,
  guards: readonly (Guard | undefined)[],
): Terrain {
  const states = [...new Set(guards.flatMap(placesIn))].sort();
  const places = new Map(states.map((state, index) => [state, variables.length + index]));
  return { variables: [...variables, ...states.map((state) => placeVariable(state, places))], rules, places };
}

/** A guard as a sure yes and a sure no, three-valued as `guardOutcome` reads it; no guard is yes. */
export function guardFormulas(guard: Guard | undefined, terrain: Terrain): AtomFormulas {
  if (guard === undefined) return { yes: true, no: false };
  if (typeof guard === 'string') return terrain.rules(guard);
  if (guard.type === 'in') {
    const place = terrain.places.get(guard.params.state) ?? 0;
    const full = INSIDE | OUTSIDE;
    return { yes: literal(place, INSIDE, full), no: literal(place, OUTSIDE, full) };
  }
  const parts = guard.params.of.map((part) => guardFormulas(part, terrain));
  const [first = { yes: false, no: false }] = parts;
  if (guard.type === 'not') return { yes: first.no, no: first.yes };
  const yes = parts.map((part) => part.yes);
  const no = parts.map((part) => part.no);
  return guard.type === 'all' ? { yes: allOf(yes), no: anyOf(no) } : { yes: anyOf(yes), no: allOf(no) };
}

/** A box in which the case stands in a state: in those around it too, and not in the others of its track. */
export function whereStanding({ states }: Pathway, { places }: Terrain, box: Masks, id: string): Masks {
  const state = states.get(id);
  const around = [...(state?.ancestors ?? []), id];
  const beside = around.some((one) => states.get(one)?.type === 'parallel');
  const narrowed = box.slice();
  for (const [place, index] of places) {
    const other = states.get(place);
    if (around.includes(place)) narrowed[index] = INSIDE;
    else if (other?.track === state?.track && !other?.ancestors.includes(id) && !beside)
      narrowed[index] = OUTSIDE;
  }
  return narrowed;
}

function placesIn(guard: Guard | undefined): readonly string[] {
  if (guard === undefined || typeof guard === 'string') return [];
  return guard.type === 'in' ? [guard.params.state] : guard.params.of.flatMap(placesIn);
}

function placeVariable(state: string, places: ReadonlyMap<string, number>): Variable {
  const full = INSIDE | OUTSIDE;
  return {
    index: places.get(state) ?? 0,
    id: state,
    regions: [
      { known: true, samples: [true] },
      { known: true, samples: [false] },
    ],
    full,
    known: full,
    bases: new Set([`state ${state}`]),
    staysKnown: true,
    drift: 'any',
    later: () => full,
    regionAt: () => full,
  };
}
