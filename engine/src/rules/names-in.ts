import type { Atom, Conditions } from '../procedure/conditions.ts';
import type { Derive } from '../procedure/facts.ts';
import { LIMITS } from '../procedure/limits.ts';
import { readNode } from './read-node.ts';

/** Facts or parameters and rules that something reads, in order of first reading. */
export type Names = { readonly facts: ReadonlySet<string>; readonly rules: ReadonlySet<string> };

/** The names in some condition trees, down to the depth that is read at all. */
export function namesIn(conditions: readonly (Conditions | Atom)[]): Names {
  const facts = new Set<string>();
  const rules = new Set<string>();
  const walk = (node: Conditions | Atom, depth: number): void => {
    const read = readNode(node);
    if (read.kind === 'atom') {
      facts.add(read.atom.fact);
      const { value } = read.atom;
      if (typeof value === 'object' && value !== null && 'fact' in value) facts.add(value.fact);
    } else if (read.kind === 'rule') {
      rules.add(read.rule);
    } else if (read.kind !== 'malformed' && depth <= LIMITS.ruleDepth) {
      for (const part of read.of) walk(part, depth + 1);
    }
  };
  for (const node of conditions) walk(node, 1);
  return { facts, rules };
}

/** The names that a derivation reads; the fields of the rows it goes through are not among them. */
export function namesInDerivation(derive: Derive, isField: (of: string, name: string) => boolean): Names {
  if ('years' in derive || 'days' in derive || 'hours' in derive) {
    const span = 'years' in derive ? derive.years : 'days' in derive ? derive.days : derive.hours;
    const read = [span.from, span.asOf, derive.else].filter((name) => name !== undefined);
    return { facts: new Set(read), rules: new Set() };
  }
  const through = throughRecords(derive);
  const names = namesIn(through.where ? [through.where] : []);
  const outer = [...names.facts].filter((name) => !isField(through.of, name));
  return { facts: new Set([through.of, ...outer]), rules: names.rules };
}

/** Which records a derivation goes through, and which rows count. */
export function throughRecords(derive: Derive): {
  readonly of: string;
  readonly where?: Conditions | undefined;
} {
  if ('count' in derive) return derive.count;
  if ('every' in derive) return derive.every;
  if ('some' in derive) return derive.some;
  if ('latest' in derive) return derive.latest;
  throw new TypeError('A span between dates goes through no records.');
}
