import type { Ground } from './ground.ts';
import type { Answers } from './track-steps.ts';
import type { Turn } from './turn.ts';

const made = new WeakMap<Turn, Answers>();

/** Answers what a step asks out of the facts of a turn; made once, because a turn is used again and again. */
export function answersOf({ rules }: Ground, turn: Turn): Answers {
  const known = made.get(turn);
  if (known) return known;
  const answers: Answers = {
    outcome: (rule) => turn.outcome(rules(rule)),
    isYes: (rule) => turn.holds(rules(rule).yes),
    pick: turn.look,
  };
  made.set(turn, answers);
  return answers;
}
