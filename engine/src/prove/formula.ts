/**
 * A two-valued formula over facts: an atom holds while the fact lies in one of some regions. Three-valued rules become two of
 * them, a sure yes and a sure no, so that unknown needs nothing of its own.
 */

/** The variable `variable` lies in one of the regions of `mask`. */
export type Literal = { readonly kind: 'is'; readonly variable: number; readonly mask: number };
type Combined = { readonly kind: 'all' | 'any'; readonly of: readonly (Literal | Combined)[] };
export type Formula = boolean | Literal | Combined;

/** Every part holds; constants are folded away. */
export function allOf(parts: readonly Formula[]): Formula {
  return combine('all', parts);
}

/** Some part holds; constants are folded away. */
export function anyOf(parts: readonly Formula[]): Formula {
  return combine('any', parts);
}

/** The variable lies in one of the regions; `full` are all it has. */
export function literal(variable: number, mask: number, full: number): Formula {
  const within = mask & full;
  if (within === full) return true;
  return within === 0 ? false : { kind: 'is', variable, mask: within };
}

function combine(kind: 'all' | 'any', parts: readonly Formula[]): Formula {
  const absorbing = kind === 'any';
  const open: (Literal | Combined)[] = [];
  for (const part of parts) {
    if (part === absorbing) return absorbing;
    if (typeof part === 'boolean') continue;
    if (part.kind === kind) open.push(...part.of);
    else if (!open.includes(part)) open.push(part);
  }
  const [only] = open;
  if (only === undefined) return !absorbing;
  return open.length === 1 ? only : { kind, of: open };
}

/** True, false, or the literal whose answer is wanted next; `masks` are the regions still possible for each variable. */
export function decide(formula: Formula, masks: ArrayLike<number>): boolean | Literal {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'is') {
    const possible = masks[formula.variable] as number;
    if ((possible & formula.mask) === 0) return false;
    return (possible & ~formula.mask) === 0 ? true : formula;
  }
  const absorbing = formula.kind === 'any';
  let open: Literal | undefined;
  for (const part of formula.of) {
    const told = decide(part, masks);
    if (told === absorbing) return absorbing;
    if (typeof told !== 'boolean') open ??= told;
  }
  return open ?? !absorbing;
}

/** An open literal of one of the variables marked, if a formula still has one that matters. */
export function openLiteral(
  formula: Formula,
  masks: ArrayLike<number>,
  marked: Uint8Array,
): Literal | undefined {
  if (typeof formula === 'boolean') return undefined;
  if (formula.kind === 'is')
    return marked[formula.variable] === 1 && decide(formula, masks) === formula ? formula : undefined;
  for (const part of formula.of) {
    if (typeof decide(part, masks) === 'boolean') continue;
    const found = openLiteral(part, masks, marked);
    if (found) return found;
  }
  return undefined;
}

/** How many more splits may be tried; none are left when it was given up. */
export type Effort = { left: number };

/** True when some choice of regions gives every formula its answer, and when the effort ended before that was clear. */
export function canBe(
  answers: readonly (readonly [Formula, boolean])[],
  masks: Int32Array,
  effort: Effort = { left: Number.POSITIVE_INFINITY },
): boolean {
  for (const [formula, answer] of answers) {
    const told = decide(formula, masks);
    if (told === answer) continue;
    if (typeof told === 'boolean') return false;
    if (effort.left <= 0) return true;
    effort.left -= 1;
    const { variable, mask } = told;
    const possible = masks[variable] as number;
    for (const side of answer ? [mask, ~mask] : [~mask, mask]) {
      masks[variable] = possible & side;
      const found = canBe(answers, masks, effort);
      masks[variable] = possible;
      if (found) return true;
    }
    return false;
  }
  return true;
}

const reads = new WeakMap<object, ReadonlySet<number>>();

/** Every variable a formula reads. */
export function variablesIn(formula: Formula): ReadonlySet<number> {
  if (typeof formula === 'boolean') return new Set();
  const known = reads.get(formula);
  if (known) return known;
  const found =
    formula.kind === 'is'
      ? new Set([formula.variable])
      : new Set(formula.of.flatMap((part) => [...variablesIn(part)]));
  reads.set(formula, found);
  return found;
}

const literals = new WeakMap<object, readonly Literal[]>();

/** Every literal of a formula. */
export function literalsIn(formula: Formula): readonly Literal[] {
  if (typeof formula === 'boolean') return [];
  const known = literals.get(formula);
  if (known) return known;
  const found = formula.kind === 'is' ? [formula] : formula.of.flatMap(literalsIn);
  literals.set(formula, found);
  return found;
}

const indexes = new WeakMap<object, readonly number[]>();

/** Every variable a formula reads, as a list that is quick to walk. */
export function indexesIn(formula: Formula): readonly number[] {
  if (typeof formula === 'boolean') return NONE;
  const known = indexes.get(formula);
  if (known) return known;
  const found = [...variablesIn(formula)];
  indexes.set(formula, found);
  return found;
}

const NONE: readonly number[] = [];

const words = new WeakMap<object, Int32Array>();

/** Every variable a formula reads, as bits: 32 to a number. */
function wordsIn(formula: Exclude<Formula, boolean>): Int32Array {
  const known = words.get(formula);
  if (known) return known;
  const read = indexesIn(formula);
  const found = new Int32Array(1 + (Math.max(...read) >>> 5));
  for (const index of read) found[index >>> 5] = (found[index >>> 5] as number) | (1 << (index & 31));
  words.set(formula, found);
  return found;
}

/** True when some variable is read by both formulas. */
export function shareVariables(one: Formula, other: Formula): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return false;
  const mine = wordsIn(one);
  const theirs = wordsIn(other);
  for (let word = Math.min(mine.length, theirs.length) - 1; word >= 0; word -= 1) {
    if (((mine[word] as number) & (theirs[word] as number)) !== 0) return true;
  }
  return false;
}

/** True when some part of a formula may hold while the variable is unknown. */
export function holdsUnknown(formula: Formula, variable: number): boolean {
  if (typeof formula === 'boolean') return false;
  if (formula.kind === 'is') return formula.variable === variable && (formula.mask & 1) === 1;
  return formula.of.some((part) => holdsUnknown(part, variable));
}
