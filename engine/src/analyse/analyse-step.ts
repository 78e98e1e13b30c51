import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { stepOf } from '../pathway/step-of.ts';
import { allOf, anyOf, decide, type Formula, variablesIn } from '../prove/formula.ts';
import type { Variable } from '../prove/variable.ts';
import type { StuckStep, Unasked } from './analysis.ts';
import type { AskedBefore } from './asked-before.ts';
import { type Choice, choicesAt, readChoice } from './choices.ts';
import { type Masks, visitBoxes } from './cubes.ts';
import { knownGaps, missingGaps } from './gaps.ts';
import type { Terrain } from './guard-formulas.ts';
import type { Ground } from './search.ts';

/** Cubes of one step for which a fact is not asked; what stands beyond them says the same again. */
const MOST_UNASKED = 20;

/**
 * Every way on from a step: what it and the states around it hear, wait for and pass on. Staying is none. A signal is a way when its
 * rule is a yes that only answers given in the step can have made; a rule that somebody may override stands in nobody's way.
 */
export function waysOf(pathway: Pathway, terrain: Terrain, leaf: PathwayState): Formula | undefined {
  const around = [leaf.id, ...leaf.ancestors].flatMap((id) => pathway.states.get(id) ?? []);
  const free = withOverrides(pathway, terrain);
  const ways = around
    .flatMap((state) => choicesAt(pathway, state))
    .flatMap((choice) => {
      const open = whenOpen(pathway, terrain, leaf.id, choice);
      if (open === false) return [];
      const { taken } = readChoice(free, choice);
      return taken.flatMap((one, index) =>
        leads(choice.candidates[index]?.target, leaf.id) ? [allOf([open, one])] : [],
      );
    });
  return ways.length === 0 ? undefined : anyOf(ways);
}

/** A clock over the whole track comes when it comes: nobody can count on it, nor on a signal that was told before the step. */
function whenOpen(pathway: Pathway, terrain: Terrain, leaf: string, { kind, name, state }: Choice): Formula {
  if (kind === 'after') return pathway.states.get(state)?.kind !== 'track';
  const rule = kind === 'event' ? pathway.pack.events[name]?.when : undefined;
  if (rule === undefined) return true;
  const { yes } = terrain.rules(rule);
  return decide(yes, forgotten(pathway, terrain, leaf)) === false ? yes : false;
}

/** What is still possible as a step opens: the facts that it asks again are unknown. */
function forgotten({ pack }: Pathway, { variables }: Terrain, leaf: string): Masks {
  const again = new Set(stepOf(pack, leaf)?.fresh ?? []);
  return Int32Array.from(variables, ({ full, known, bases }) =>
    [...bases].some((fact) => again.has(fact)) ? full & ~known || full : full,
  );
}

/** The guards as somebody who may override them meets them. */
function withOverrides({ pack }: Pathway, terrain: Terrain): Terrain {
  return {
    ...terrain,
    rules: (id) =>
      pack.rules[id]?.overridable === undefined ? terrain.rules(id) : { yes: true, no: terrain.rules(id).no },
  };
}

function leads(target: string | undefined, leaf: string): boolean {
  return target !== undefined && target !== leaf;
}

/** The children who find no way on from a step, whatever is answered, and what another answer in the step would open. */
export function stuckAt(
  ground: Ground,
  { step, open, within }: StepWays,
  asked: AskedBefore,
): StuckStep | undefined {
  const { gaps, cubes, all } = knownGaps(ground, open, within);
  if (gaps.length === 0) return undefined;
  const here = asked.here(step);
  const own = new Set(
    ground.variables.filter((variable) => isAsked(ground, variable, here)).map(({ index }) => index),
  );
  const told = gaps.map((gap, place) => {
    const cube = cubes[place] ?? within;
    const until = ground.variables.filter(({ index }) => own.has(index) && cube[index] !== within[index]);
    const freed = cube.map((mask, index) => (own.has(index) ? (within[index] as number) : mask));
    let opens = false;
    visitBoxes(open, freed, ground.budget, () => {
      opens = true;
      return false;
    });
    return opens && until.length > 0 ? { ...gap, until: [...new Set(until.flatMap(namesOf))] } : gap;
  });
  return { step, gaps: told, allGaps: all };
}

/** Where every way on from a step is open, and where the case may stand then. */
type StepWays = { readonly step: string; readonly open: Formula; readonly within: Masks };

/** Facts that no form asks before or in a step and without which a case finds no way on, every other answer given. */
export function unaskedAt(
  ground: Ground,
  { step, open, within }: StepWays,
  asked: AskedBefore,
): readonly Unasked[] {
  const surely = asked.surely(step);
  const perhaps = asked.perhaps(step);
  const read = [...variablesIn(open)].flatMap((index) => ground.variables[index] ?? []);
  const left = read.filter(
    (variable) => variable.known !== variable.full && !isAsked(ground, variable, surely),
  );
  if (left.length === 0) return [];
  const isLeft = new Set(left.map(({ index }) => index));
  const box = within.map((mask, index) =>
    isLeft.has(index) ? mask : mask & (ground.variables[index]?.known ?? mask) || mask,
  );
  const told = missingGaps(ground, open, box, { most: MOST_UNASKED }).gaps.flatMap(
    ({ kind: _, cube, ...rest }) => {
      const named = left.filter(({ id }) =>
        cube.some(({ of, unknown, values }) => of === id && unknown && values.length === 0),
      );
      if (named.length === 0) return [];
      const never = named.filter((variable) => !isAsked(ground, variable, perhaps));
      const [worst = named[0]] = never;
      return [
        {
          step,
          facts: [...new Set(named.flatMap(namesOf))],
          never: never.length > 0,
          path: worst ? asked.pathWithout(step, namesOf(worst)[0] ?? '') : [],
          cube,
          ...rest,
        },
      ];
    },
  );
  return smallest(told);
}

/** One for each set of facts, the smallest sets only. */
function smallest(told: readonly Unasked[]): readonly Unasked[] {
  const sorted = [...told].sort((a, b) => a.facts.length - b.facts.length);
  return sorted.filter(
    ({ facts }, place) =>
      !sorted.slice(0, place).some((other) => other.facts.every((fact) => facts.includes(fact))),
  );
}

function namesOf({ fact, bases }: Variable): readonly string[] {
  return fact === undefined ? [...bases] : [fact];
}

/** A derived fact is asked with one of those it is derived from; a comparison with all that it compares. */
function isAsked({ program }: Ground, { fact, bases }: Variable, asked: ReadonlySet<string>): boolean {
  const isDerived = (id: string) =>
    Object.hasOwn(program.book.facts, id) && program.book.facts[id]?.derive !== undefined;
  const plain = [...bases].filter((id) => !isDerived(id));
  if (fact !== undefined && !isDerived(fact)) return asked.has(fact);
  const derived = [...bases].some(isDerived);
  return derived ? plain.some((id) => asked.has(id)) : plain.every((id) => asked.has(id));
}
