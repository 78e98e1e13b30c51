import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { anyOf, type Formula, variablesIn } from '../prove/formula.ts';
import type { Variable } from '../prove/variable.ts';
import type { StuckStep, Unasked } from './analysis.ts';
import type { AskedBefore } from './asked-before.ts';
import { type Choice, choicesAt, readChoice } from './choices.ts';
import type { Masks } from './cubes.ts';
import { knownGaps, missingGaps } from './gaps.ts';
import type { Terrain } from './guard-formulas.ts';
import type { Ground } from './search.ts';

/** Cubes of one step for which a fact is not asked; what stands beyond them says the same again. */
const MOST_UNASKED = 20;

/** Every way on from a step: what it and the states around it hear, wait for and pass on. Staying is none. */
export function waysOf(pathway: Pathway, terrain: Terrain, leaf: PathwayState): Formula | undefined {
  const around = [leaf.id, ...leaf.ancestors].flatMap((id) => pathway.states.get(id) ?? []);
  const choices = around
    .flatMap((state) => choicesAt(pathway, state))
    .filter((choice) => isWay(pathway, choice));
  if (choices.length === 0) return undefined;
  return anyOf(
    choices.flatMap((choice) =>
      readChoice(terrain, choice).taken.filter((_, index) =>
        leads(choice.candidates[index]?.target, leaf.id),
      ),
    ),
  );
}

/** Signals come when something is seen, and a clock over the whole track when it comes: nobody can count on them. */
function isWay({ pack, states }: Pathway, { kind, name, state }: Choice): boolean {
  if (kind === 'after') return states.get(state)?.kind !== 'track';
  return kind !== 'event' || pack.events[name]?.when === undefined;
}

function leads(target: string | undefined, leaf: string): boolean {
  return target !== undefined && target !== leaf;
}

/** The children who find no way on from a step, whatever is answered. */
export function stuckAt(ground: Ground, step: string, open: Formula, within: Masks): StuckStep | undefined {
  const { gaps, all } = knownGaps(ground, open, within);
  return gaps.length === 0 ? undefined : { step, gaps, allGaps: all };
}

/** Facts that no form asks before or in a step and without which a case finds no way on, every other answer given. */
export function unaskedAt(
  ground: Ground,
  { step, open, within }: { readonly step: string; readonly open: Formula; readonly within: Masks },
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
