import type { Atom, Conditions } from '../procedure/conditions.ts';
import { otherParts, ownParts, type RuleBook } from '../rules/rule-book.ts';
import type { RuleProgram } from '../rules/rule-program.ts';
import type { FactSpace } from './fact-space.ts';
import { allOf, anyOf, type Formula } from './formula.ts';
import type { AtomFormulas } from './variable.ts';

/** A sure yes and a sure no of each rule, negations pushed down; unknown is neither. */
export type RuleFormulas = (rule: string) => AtomFormulas;

const NEITHER: AtomFormulas = { yes: false, no: false };

/** Compiles the rules of a pack to formulas, each when first asked. Rules that read each other are unknown for ever. */
export function compileFormulas(program: RuleProgram, space: FactSpace): RuleFormulas {
  const { book } = program;
  const cyclic = new Set(program.cycles.flat());
  const made = new Map<string, AtomFormulas>();

  const ofNode = (node: Conditions | Atom): AtomFormulas => {
    if ('fact' in node) return space.atom(node);
    if ('condition' in node) return ofRule(node.condition);
    if ('not' in node) {
      const { yes, no } = ofNode(node.not);
      return { yes: no, no: yes };
    }
    return 'all' in node ? together(node.all.map(ofNode)) : either(node.any.map(ofNode));
  };
  const ofRule = (id: string): AtomFormulas => {
    const found = made.get(id);
    if (found) return found;
    const formulas = cyclic.has(`rule:${id}`) ? NEITHER : wholeRule(book, id, ofNode);
    made.set(id, formulas);
    return formulas;
  };
  return ofRule;
}

function wholeRule(
  book: RuleBook,
  id: string,
  ofNode: (node: Conditions | Atom) => AtomFormulas,
): AtomFormulas {
  const rule = Object.hasOwn(book.rules, id) ? book.rules[id] : undefined;
  if (!rule) return NEITHER;
  const own = together(ownParts(rule).map(({ conditions }) => ofNode(conditions)));
  const others = otherParts(rule).map(({ conditions }) => ofNode(conditions));
  return others.length > 0 ? either([own, ...others]) : own;
}

function together(parts: readonly AtomFormulas[]): AtomFormulas {
  return {
    yes: allOf(parts.map(({ yes }): Formula => yes)),
    no: anyOf(parts.map(({ no }): Formula => no)),
  };
}

function either(parts: readonly AtomFormulas[]): AtomFormulas {
  return {
    yes: anyOf(parts.map(({ yes }): Formula => yes)),
    no: allOf(parts.map(({ no }): Formula => no)),
  };
}
