import { type Formula, shareVariables } from './formula.ts';

/** A formula and what was answered of it. */
export type Answer = readonly [Formula, boolean];

/** An answer given as a whole, about the facts before, now or after. */
export type Given = { readonly answer: Answer; readonly masks: Int32Array };

const NOTHING: readonly Answer[] = [];

/** The answers about the same facts that share variables with some answers, or with each other by way of these. */
export function related(
  given: readonly Given[],
  answers: readonly Answer[],
  masks: Int32Array,
): readonly Answer[] {
  if (given.length === 0) return NOTHING;
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

/** Whether one or two answers can be together where nothing else is known of their facts; undefined until it is found out. */
type Slot = { readonly second: Formula | undefined; found?: boolean };

const slots = new WeakMap<object, Slot[]>();

/** Where it is kept whether some answers can be together; nowhere for what no rule asks so. */
export function slotOf([first, second, ...others]: readonly Answer[]): Slot | undefined {
  if (first === undefined || others.length > 0 || typeof first[0] === 'boolean') return undefined;
  const kept = slots.get(first[0]) ?? [];
  slots.set(first[0], kept);
  const place = (first[1] ? 1 : 0) + (second === undefined ? 0 : second[1] ? 2 : 4);
  const slot = kept[place];
  if (slot && slot.second === second?.[0]) return slot;
  const made: Slot = { second: second?.[0] };
  kept[place] = made;
  return made;
}
