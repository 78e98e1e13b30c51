import { decide, type Formula } from '../prove/formula.ts';
import { bitsOf } from '../prove/variable.ts';

/** How much may still be looked at; shared by everything that one analysis searches. */
export type Budget = { left: number; readonly stop: () => boolean; stopped: boolean };

/** Regions still possible, by number of the variable. */
export type Masks = Int32Array;

/**
 * Visits boxes that together are exactly where a formula holds inside a box, none overlapping another: a variable is split only
 * when the formula asks for it. Stops when `visit` answers false or the budget is spent.
 */
export function visitBoxes(
  formula: Formula,
  box: Masks,
  budget: Budget,
  visit: (box: Masks) => boolean,
): void {
  const open: Masks[] = [box.slice()];
  for (let masks = open.pop(); masks !== undefined; masks = open.pop()) {
    if (!spend(budget)) return;
    const told = decide(formula, masks);
    if (told === true && !visit(masks)) return;
    if (typeof told === 'boolean') continue;
    const inside = masks.slice();
    const outside = masks;
    inside[told.variable] = (masks[told.variable] as number) & told.mask;
    outside[told.variable] = (outside[told.variable] as number) & ~told.mask;
    open.push(outside, inside);
  }
}

/** True when a formula holds everywhere in a box; false when the budget ended before that was told. */
export function holdsThroughout(formula: Formula, box: Masks, budget: Budget): boolean {
  const open: Masks[] = [box.slice()];
  for (let masks = open.pop(); masks !== undefined; masks = open.pop()) {
    if (!spend(budget)) return false;
    const told = decide(formula, masks);
    if (told === false) return false;
    if (told === true) continue;
    const inside = masks.slice();
    inside[told.variable] = (masks[told.variable] as number) & told.mask;
    masks[told.variable] = (masks[told.variable] as number) & ~told.mask;
    open.push(masks, inside);
  }
  return true;
}

/** A box made as large as it goes while a test still passes, inside another: what is left narrow is what matters. */
export function widened(box: Masks, within: Masks, passes: (box: Masks) => boolean): Masks {
  const wide = box.slice();
  for (let index = 0; index < wide.length; index += 1) {
    const narrow = wide[index] as number;
    const most = within[index] as number;
    if (narrow === most) continue;
    wide[index] = most;
    if (passes(wide)) continue;
    wide[index] = narrow;
    for (const bit of bitsOf(most & ~narrow)) {
      const kept = wide[index] as number;
      if (kept === (most & ~(1 << bit))) continue;
      wide[index] = kept | (1 << bit);
      if (!passes(wide)) wide[index] = kept;
    }
  }
  return wide;
}

/** True when every point of the first box lies in the second. */
export function isInside(box: Masks, around: Masks): boolean {
  return box.every((mask, index) => (mask & ~(around[index] as number)) === 0);
}

function spend(budget: Budget): boolean {
  if (budget.stopped) return false;
  budget.left -= 1;
  budget.stopped = budget.left <= 0 || ((budget.left & 1023) === 0 && budget.stop());
  return !budget.stopped;
}
