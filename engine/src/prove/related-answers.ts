import { type Formula, variablesIn } from './formula.ts';

/** A formula and what was answered of it. */
export type Answer = readonly [Formula, boolean];

/** An answer given as a whole, about the facts before, now or after. */
export type Given = { readonly answer: Answer; readonly masks: Int32Array };

/** The answers about the same facts that share variables with some answers, or with each other by way of these. */
export function related(
  given: readonly Given[],
  answers: readonly Answer[],
  masks: Int32Array,
): readonly Answer[] {
  const found: Answer[] = [...answers];
  for (let place = 0; place < Math.max(1, found.length); place += 1) {
    for (const one of given) {
      if (one.masks !== masks || found.includes(one.answer)) continue;
      const next = found[place];
      if (next === undefined || shareVariables(next[0], one.answer[0])) found.push(one.answer);
    }
  }
  return found.slice(answers.length);
}

function shareVariables(one: Formula, other: Formula): boolean {
  const theirs = variablesIn(other);
  for (const index of variablesIn(one)) if (theirs.has(index)) return true;
  return false;
}
