import type { TopLevelCondition } from 'json-rules-engine';
import type { Atom, Conditions } from '../procedure/conditions.ts';
import { LIMITS } from '../procedure/limits.ts';
import type { Rule } from '../procedure/rules.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Moment } from './operators.ts';
import { readNode } from './read-node.ts';
import { resolveAtom } from './resolve-atom.ts';
import { type Facts, wholeConditions } from './rule-book.ts';
import { type RuleProgram, runParts } from './rule-program.ts';
import type { Run } from './run.ts';
import { own } from './subject.ts';

/** What json-rules-engine is given to decide one rule: fresh copies, because it writes into what it is handed. */
export type JsonRuleSet = {
  /** The rule and those it refers to, by id: the shared conditions of json-rules-engine. */
  readonly conditions: ReadonlyMap<string, TopLevelCondition>;
  /** Values as rules read them: recorded, derived, presumed, and parameters; nothing is inherited. */
  readonly facts: Record<string, FactValue>;
  readonly moment: Moment;
};

/** Stands where our evaluator reads nothing but unknown; a sure outcome does not hang on it, so any answer does. */
const NEVER = { fact: 'never', operator: 'equal', value: 'never' } as const;

/**
 * Writes a rule for json-rules-engine. `known` reads a fact beside, `<id> known`, because a presumed value is there to be
 * compared and is not known. A list that is unknown is not asked for membership, which would throw.
 */
export function jsonRuleSet(program: RuleProgram, rule: string, facts: Facts, at: Instant): JsonRuleSet {
  const { book } = program;
  const parts = program.needed(`rule:${rule}`);
  const run = runParts(parts, program.start(facts, at));
  const values: Record<string, FactValue> = Object.create(null);
  const conditions = new Map<string, TopLevelCondition>();
  const give = (name: string, value: FactValue | undefined): void => {
    if (value !== undefined) values[name] = Array.isArray(value) ? [...value] : value;
  };
  const copy = (node: Conditions | Atom, depth: number): Conditions | Atom => {
    const read = readNode(node);
    if (read.kind === 'atom') return copyAtom(read.atom);
    if (read.kind === 'rule') return isAsked(read.rule) ? { condition: read.rule } : NEVER;
    if (read.kind === 'malformed' || read.of.length === 0 || depth > LIMITS.ruleDepth) return NEVER;
    const [first = NEVER, ...others] = read.of.map((part) => copy(part, depth + 1));
    if (read.kind === 'not') return { not: first };
    return read.kind === 'all' ? { all: [first, ...others] } : { any: [first, ...others] };
  };
  const copyAtom = (atom: Atom): Atom => {
    const resolved = resolveAtom(book, atom);
    if ('flaw' in resolved) return NEVER;
    const { left, right, kind } = resolved;
    if (kind.aboutIgnorance) {
      const name = `${left.id} known`;
      give(name, program.reading(left.id)?.known(run) ? true : undefined);
      return { fact: name, operator: atom.operator, value: atom.value };
    }
    give(left.id, readValue(program, left.id, run));
    if ('literal' in right) {
      const { value } = atom;
      return { fact: atom.fact, operator: atom.operator, value: Array.isArray(value) ? [...value] : value };
    }
    const other = readValue(program, right.subject.id, run);
    if (other === undefined) return NEVER;
    give(right.subject.id, other);
    return { fact: atom.fact, operator: atom.operator, value: { fact: right.subject.id } };
  };
  const isAsked = (id: string): boolean => program.parts.get(`rule:${id}`)?.cyclic === false;
  for (const part of parts) {
    const found = part.kind === 'rule' && !part.cyclic ? own(book.rules, part.id) : undefined;
    if (found) conditions.set(part.id, topLevel(wholeConditions(copyRule(found, (part) => copy(part, 1)))));
  }
  return { conditions, facts: values, moment: run.moment };
}

function readValue(program: RuleProgram, id: string, run: Run): FactValue | undefined {
  return program.reading(id)?.read(run);
}

function copyRule(rule: Rule, copy: (conditions: Conditions) => Conditions | Atom): Rule {
  const copied = (conditions: Conditions): Conditions => nested(copy(conditions));
  const each = (parts: Readonly<Record<string, Conditions>> | undefined) =>
    parts && Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, copied(part)]));
  return { ...rule, conditions: copied(rule.conditions), also: each(rule.also), or_also: each(rule.or_also) };
}

/** json-rules-engine takes a list, a negation or a reference at the top, never a bare atom. */
function nested(node: Conditions | Atom): Conditions {
  return 'fact' in node ? { all: [node] } : node;
}

/** The same shape with the mutable lists that json-rules-engine declares; every list in it is a fresh copy. */
function topLevel(conditions: Conditions): TopLevelCondition {
  return conditions as TopLevelCondition;
}
