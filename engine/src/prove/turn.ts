/**
 * One act of a story on a cube of facts: for each variable the regions still possible before and after the act. What the act
 * asks and the cube leaves open is a choice; every choice is taken once, by running the act again with the choices already
 * made. A branch that contradicts what was decided is never made, because both answers narrow the same masks.
 *
 * What is asked only of facts that nobody remembers is answered as a whole, in each way that some facts could give together with the
 * answers before it.
 */
import type { Formula } from './formula.ts';
import type { AtomFormulas, Variable } from './variable.ts';

/** How a variable after something depends on the same variable before it. */
export const LINK = {
  /** Nothing was recorded: one value. */
  same: 0,
  /** It may be anything now. */
  free: 1,
  /** A blank answer keeps the old value, so what was known stays known. */
  keepsKnown: 2,
  /** Time passed: the same, or later. */
  later: 3,
} as const;
export type Link = (typeof LINK)[keyof typeof LINK];

export interface Turn {
  readonly before: Int32Array;
  readonly now: Int32Array;
  /** What remains when the steps entered have asked their facts again; `now` itself when they ask none. */
  readonly after: Int32Array;
  readonly linkNow: Uint8Array;
  /** Variables that were asked again. */
  readonly asked: readonly number[];
  /** True when the choices contradict each other. */
  readonly impossible: boolean;
  /** True when it took too long to tell whether they do: then they may. */
  readonly doubtful: boolean;
  /** Whether a formula holds on the facts before, now or after. */
  held(formula: Formula): boolean;
  holds(formula: Formula): boolean;
  remains(formula: Formula): boolean;
  /** Whether a formula holds now and did not before; where nobody remembers its facts, not turning says nothing of them. */
  turned(formula: Formula): boolean;
  /** Whether a formula holds after what was asked again and did not before that. */
  returned(formula: Formula): boolean;
  /** The three-valued outcome of a rule now. */
  outcome(rule: AtomFormulas): 'yes' | 'no' | 'unknown';
  /** Keeps only the branch where the variable lies in some regions now. */
  demand(variable: Variable, mask: number): void;
  /** A choice that no fact decides: what somebody does, and what a track not explored looks like. */
  pick(): boolean;
  look(): boolean;
  readonly looked: boolean;
  /** Frees what is recorded now. */
  record(variable: Variable, link: Link): void;
  recordEverything(): void;
  /** Sets what is asked again after. */
  askAgain(variable: Variable, mask: number): void;
}

/** More ways through one act than this are not told apart. */
export const MOST_TURNS = 2_000;

/** How exactly an act is run. */
export type Manner = {
  readonly variables: readonly Variable[];
  /** 1 for each variable whose masks must be exact, because somebody remembers them. */
  readonly exact: Uint8Array;
  /** Is told every formula that is asked, how each variable was recorded then, and whether it is asked of the facts before. */
  readonly onAsk?: ((formula: Formula, linkNow: Uint8Array, isBefore: boolean) => void) | undefined;
  /** At most so many ways are run. */
  readonly most?: number;
  /** Gets a 1 for each variable that an act asked or changed; the caller clears it. */
  readonly touched?: Uint8Array | undefined;
};

/**
 * Runs an act once for every way its choices can go, and tells each way that is possible, until it is told false. Answers true when
 * it left ways out because there are more than `most`.
 */
export type EveryTurn = <T>(
  start: Int32Array,
  run: (turn: Turn) => T | undefined,
  tell: (result: T, turn: Turn) => boolean,
) => boolean;
