import type { Atom, Conditions } from '../procedure/conditions.ts';
import type { FactSpace } from '../prove/fact-space.ts';
import { allOf, anyOf } from '../prove/formula.ts';
import type { RuleFormulas } from '../prove/rule-formulas.ts';
import type { AtomFormulas } from '../prove/variable.ts';
import type { NamedPart } from './contradictions.ts';

/** The parts of some conditions that must hold together, each named by where it stands. */
export type PartFormula = (section: string, conditions: Conditions) => readonly NamedPart[];

/** Names the parts of an outermost `all` by their place, and everything else as a whole. */
export function partsIn(space: FactSpace, rules: RuleFormulas): PartFormula {
  const formulas = (node: Conditions | Atom): AtomFormulas => {
    if ('fact' in node) return space.atom(node);
    if ('condition' in node) return rules(node.condition);
    if ('not' in node) {
      const { yes, no } = formulas(node.not);
      return { yes: no, no: yes };
    }
    const parts = ('all' in node ? node.all : node.any).map(formulas);
    const yes = parts.map((part) => part.yes);
    const no = parts.map((part) => part.no);
    return 'all' in node ? { yes: allOf(yes), no: anyOf(no) } : { yes: anyOf(yes), no: allOf(no) };
  };
  return (section, conditions) =>
    'all' in conditions
      ? conditions.all.map((part, index) => ({ name: `${section}/all/${index}`, yes: formulas(part).yes }))
      : [{ name: section, yes: formulas(conditions).yes }];
}
