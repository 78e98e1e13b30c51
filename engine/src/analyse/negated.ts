import { allOf, anyOf, type Formula, literal } from '../prove/formula.ts';
import type { Variable } from '../prove/variable.ts';

/** True exactly where a formula is not. Two-valued: of a rule's sure yes it is "no or unknown". */
export function negated(formula: Formula, variables: readonly Variable[]): Formula {
  if (typeof formula === 'boolean') return !formula;
  if (formula.kind === 'is') {
    const full = variables[formula.variable]?.full ?? 0;
    return literal(formula.variable, full & ~formula.mask, full);
  }
  const parts = formula.of.map((part) => negated(part, variables));
  return formula.kind === 'all' ? anyOf(parts) : allOf(parts);
}
