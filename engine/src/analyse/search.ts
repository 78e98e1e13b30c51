import type { Formula } from '../prove/formula.ts';
import { variablesIn } from '../prove/formula.ts';
import type { Variable } from '../prove/variable.ts';
import type { RuleProgram } from '../rules/rule-program.ts';
import type { Shown } from './analysis.ts';
import { type Budget, holdsThroughout, isInside, type Masks, visitBoxes, widened } from './cubes.ts';
import { circumstances, exampleChild, type Labels } from './example-child.ts';
import { type Realised, type Remembered, realiserOf } from './realise.ts';

/** What every search of an analysis reads. */
export type Ground = {
  readonly program: RuleProgram;
  readonly variables: readonly Variable[];
  readonly labels: Labels;
  readonly budget: Budget;
  /** What was found out about facts that hang together. */
  readonly remembered: Remembered;
};

/** Everything possible. */
export function everything({ variables }: Ground): Masks {
  return Int32Array.from(variables, ({ full }) => full);
}

/** More boxes than this in which no child can be are not looked past. */
const MOST_DOUBTS = 2_000;

type Child = Exclude<Realised, 'impossible'>;
type Found = { readonly cube: Masks; readonly child: Child };

/** Collects wide cubes with a child in each, none inside another, the widest first; at most some. They are told against a base. */
export function collector(
  ground: Ground,
  read: ReadonlySet<number>,
  { most, base }: { readonly most: number; readonly base: Masks },
) {
  const { realise, canBe } = realiserOf(ground, read);
  const found: Found[] = [];
  let all = true;
  return {
    canBe,
    /** Nothing new is in a box that lies in what was found. */
    has: (box: Masks): boolean => found.some(({ cube }) => isInside(box, cube)),
    /** Adds a box, made wide, when a child can be in it; false when there is no more room. */
    add: (box: Masks, widen: (box: Masks) => Masks): boolean => {
      if (found.length >= most) {
        all = false;
        return false;
      }
      const child = realise(box);
      if (child !== 'impossible') found.push({ cube: widen(box), child });
      return true;
    },
    /** The cubes stand in the order of what is shown. */
    done: (): {
      readonly shown: readonly Shown[];
      readonly cubes: readonly Masks[];
      readonly all: boolean;
    } => {
      const kept = widestFirst(found, base);
      return {
        shown: kept.map((one) => told(ground, one, base)),
        cubes: kept.map(({ cube }) => cube),
        all: all && !ground.budget.stopped,
      };
    },
  };
}

/** Without those that lie in another, what is least narrow first. */
function widestFirst(found: readonly Found[], within: Masks): readonly Found[] {
  const narrow = ({ cube }: Found) =>
    cube.reduce((n, mask, index) => n + (mask === within[index] ? 0 : 1), 0);
  const kept = found.filter(
    ({ cube }, place) =>
      !found.some(
        (other, at) =>
          at !== place && isInside(cube, other.cube) && (at < place || !isInside(other.cube, cube)),
      ),
  );
  return kept.sort((a, b) => narrow(a) - narrow(b));
}

function told(ground: Ground, { cube, child }: Found, within: Masks): Shown {
  return {
    cube: circumstances(ground.variables, cube, within),
    example: exampleChild(ground.labels, ground.variables, { box: cube, within, facts: child.facts }),
    ...(!child.sure && doubt(child.together)),
  };
}

/** Where a formula holds inside a box, told as wide cubes; at most some. */
export function shownWhere(ground: Ground, formula: Formula, within: Masks, most: number): readonly Shown[] {
  const found = collector(ground, variablesIn(formula), { most, base: within });
  const holds = (box: Masks) => holdsThroughout(formula, box, ground.budget);
  visitBoxes(
    formula,
    within,
    ground.budget,
    (leaf) => found.has(leaf) || found.add(leaf, (box) => widened(box, within, holds)),
  );
  return found.done().shown;
}

function doubt(together: readonly string[]) {
  return {
    approximate: true as const,
    why: `It was not computed whether a child can be so: ${together.join(', ')} rest on the same facts.`,
  };
}

/** Whether some child makes a formula true: surely, perhaps, or none. */
export function someChild(ground: Ground, formula: Formula, within: Masks): 'yes' | 'perhaps' | 'no' {
  const { realise } = realiserOf(ground, variablesIn(formula));
  let answer: 'yes' | 'perhaps' | 'no' = 'no';
  let doubts = 0;
  visitBoxes(formula, within, ground.budget, (leaf) => {
    const child = realise(leaf);
    if (child === 'impossible') return true;
    answer = child.sure ? 'yes' : 'perhaps';
    doubts += 1;
    return !child.sure && doubts < MOST_DOUBTS;
  });
  return ground.budget.stopped && answer === 'no' ? 'perhaps' : answer;
}
