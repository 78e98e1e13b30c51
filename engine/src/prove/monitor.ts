/**
 * A safeguard as a small automaton that reads what happens, one entry of the journal at a time, and says when it is broken.
 */
import type { Formula } from './formula.ts';

/** One entry: what was reported, signalled or passed, the states it left and entered, and the facts around it. */
export interface Happening {
  readonly event?: string | undefined;
  readonly deadline?: string | undefined;
  /** Nothing happened but that the steps entered asked their facts again. */
  readonly again?: true | undefined;
  readonly left: readonly string[];
  readonly entered: readonly string[];
  /** Every state open before the entry, and after it. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** Whether a formula holds on the facts of the entry, and whether it held on those before. */
  holds(formula: Formula): boolean;
  held(formula: Formula): boolean;
  /** Whether a formula holds now and did not before; where nobody remembers its facts, not turning says nothing of them. */
  turned(formula: Formula): boolean;
}

/** What a safeguard's words `a`, `b` and `since` mean for one entry. */
export type Moment = {
  /** As the pack writes it: `step:hear_child`. */
  readonly text: string;
  readonly kind: 'enter' | 'leave' | 'event' | 'deadline' | 'rule';
  readonly happens: (happening: Happening) => boolean;
};

export const BROKEN = -1;

export interface Monitor {
  readonly initial: number;
  /** The next state, or `BROKEN`. `told` is called with each moment that happens. */
  step(state: number, happening: Happening, told: (moment: Moment) => void): number;
}
