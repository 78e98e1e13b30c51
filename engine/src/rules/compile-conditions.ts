import type { Atom, Conditions } from '../procedure/conditions.ts';
import { LIMITS } from '../procedure/limits.ts';
import type { FactValue } from '../procedure/value.ts';
import type { OperatorKind } from './operators.ts';
import { readNode } from './read-node.ts';
import { type ResolvedAtom, resolveAtom } from './resolve-atom.ts';
import type { RuleBook } from './rule-book.ts';
import { askFor, type ConditionNode, type Reading, type Run } from './run.ts';
import { slotTest } from './slot-tests.ts';
import type { Subject } from './subject.ts';
import { NO, negate, outcomeOf, type Tri, UNKNOWN, YES } from './tri.ts';
import { familyOf } from './value-shape.ts';

type Decide = (run: Run) => Tri;

/** What names mean where conditions stand. */
export interface ConditionScope {
  readonly book: RuleBook;
  /** The records fact whose rows are read first. */
  readonly of?: string;
  reading(subject: Subject, of?: string): Reading;
  /** Number of a rule; undefined when nobody declared it. */
  ruleIndex(id: string): number | undefined;
}

/**
 * Compiles a condition tree to closures, once. What is unsound in it (a wrong type, an unknown name, an empty list, more
 * than ten levels) becomes unknown for ever: it opens no door and neither does its negation.
 */
export function compileConditions(
  conditions: Conditions | Atom,
  scope: ConditionScope,
  depth = 1,
): ConditionNode {
  const read = readNode(conditions);
  if (read.kind === 'atom') return atomNode(read.atom, scope);
  if (read.kind === 'rule') return referenceNode(read.rule, scope);
  if (read.kind === 'malformed' || read.of.length === 0) return unknownNode('all');
  if (depth > LIMITS.ruleDepth) return unknownNode(read.kind);
  const nodes = read.of.map((part) => compileConditions(part, scope, depth + 1));
  return read.kind === 'all' ? allOf(nodes) : read.kind === 'any' ? anyOf(nodes) : notOf(nodes);
}

/** Yes when every part is yes, no as soon as one is no. `name` tells an `also` apart. */
export function allOf(nodes: readonly ConditionNode[], name?: string): ConditionNode {
  const parts = nodes.map((node) => node.decide);
  return branch(
    'all',
    nodes,
    name,
    allOfThree(parts) ??
      ((run) => {
        let outcome: Tri = YES;
        for (const part of parts) {
          const tri = part(run);
          if (tri === NO) return NO;
          if (tri === UNKNOWN) outcome = UNKNOWN;
        }
        return outcome;
      }),
  );
}

/** Two or three parts, which most rules have, without a loop. */
function allOfThree([one, two, three = always(YES), ...others]: readonly Decide[]): Decide | undefined {
  if (!one || !two || others.length > 0) return undefined;
  return (run) => {
    const first = one(run);
    if (first === NO) return NO;
    const second = two(run);
    if (second === NO) return NO;
    const third = three(run);
    if (third === NO) return NO;
    return first === YES && second === YES && third === YES ? YES : UNKNOWN;
  };
}

/** Yes as soon as one part is yes, no when every part is no. */
export function anyOf(nodes: readonly ConditionNode[]): ConditionNode {
  const parts = nodes.map((node) => node.decide);
  return branch('any', nodes, undefined, (run) => {
    let outcome: Tri = NO;
    for (const part of parts) {
      const tri = part(run);
      if (tri === YES) return YES;
      if (tri === UNKNOWN) outcome = UNKNOWN;
    }
    return outcome;
  });
}

function notOf(nodes: readonly ConditionNode[]): ConditionNode {
  const part = nodes[0]?.decide ?? always(UNKNOWN);
  return branch('not', nodes, undefined, (run) => negate(part(run)));
}

function branch(
  kind: 'all' | 'any' | 'not',
  nodes: readonly ConditionNode[],
  name: string | undefined,
  decide: (run: Run) => Tri,
): ConditionNode {
  return {
    decide,
    ask: (run, asked) => {
      for (const node of nodes) if (node.decide(run) === UNKNOWN) node.ask(run, asked);
    },
    explain: (run, tell) => ({
      kind,
      ...(name !== undefined && { name }),
      outcome: outcomeOf(decide(run)),
      of: nodes.map((node) => node.explain(run, tell)),
    }),
  };
}

function unknownNode(kind: 'all' | 'any' | 'not'): ConditionNode {
  return { decide: always(UNKNOWN), ask: nothing, explain: () => ({ kind, outcome: 'unknown', of: [] }) };
}

function referenceNode(rule: string, scope: ConditionScope): ConditionNode {
  const index = scope.ruleIndex(rule);
  if (index === undefined) {
    return {
      decide: always(UNKNOWN),
      ask: nothing,
      explain: () => ({ kind: 'rule', rule, outcome: 'unknown', of: [] }),
    };
  }
  return {
    decide: (run) => run.outcomes[index] as Tri,
    ask: (_, asked) => askFor(asked, asked.byRule.get(index)),
    explain: (_, tell) => tell(index),
  };
}

function atomNode(atom: Atom, scope: ConditionScope): ConditionNode {
  const resolved = resolveAtom(scope.book, atom, scope.of);
  if ('flaw' in resolved) {
    return {
      decide: always(UNKNOWN),
      ask: nothing,
      explain: () => ({ kind: 'atom', outcome: 'unknown', atom }),
    };
  }
  const left = scope.reading(resolved.left, scope.of);
  const right = rightOf(resolved, scope);
  const decide = decideAtom(resolved, left, right);
  const ignorance = resolved.kind.aboutIgnorance === true;
  const shown = (run: Run) => (ignorance && !left.known(run) ? undefined : left.read(run));
  const compared = (run: Run) => ('literal' in right ? right.literal : right.reading.read(run));
  return {
    decide,
    ask: (run, asked) => {
      if (left.read(run) === undefined) left.ask(run, asked);
      if ('reading' in right && right.reading.read(run) === undefined) right.reading.ask(run, asked);
    },
    explain: (run) => ({
      kind: 'atom',
      outcome: outcomeOf(decide(run)),
      atom,
      ...defined('value', shown(run)),
      ...defined('compared', compared(run)),
      ...(!ignorance && left.presumed(run) && { presumed: true as const }),
    }),
  };
}

type Right = { readonly literal: FactValue } | { readonly reading: Reading };

function rightOf(resolved: ResolvedAtom, scope: ConditionScope): Right {
  return 'literal' in resolved.right
    ? resolved.right
    : { reading: scope.reading(resolved.right.subject, scope.of) };
}

function decideAtom(resolved: ResolvedAtom, left: Reading, right: Right): (run: Run) => Tri {
  const family = familyOf(resolved.left.type);
  const test: OperatorKind['test'] = resolved.kind.test;
  if ('reading' in right) {
    return (run) => {
      const value = left.read(run);
      const other = right.reading.read(run);
      if (value === undefined || other === undefined) return UNKNOWN;
      return test(value, other, run.moment, family) ? YES : NO;
    };
  }
  const { literal } = right;
  if (resolved.kind.aboutIgnorance) {
    return (run) => (test(left.known(run), literal, run.moment, family) ? YES : NO);
  }
  const inPlace = left.recorded && slotTest(resolved.atom.operator, family, left.recorded.slot, literal);
  if (inPlace) return inPlace;
  return (run) => {
    const value = left.read(run);
    if (value === undefined) return UNKNOWN;
    return test(value, literal, run.moment, family) ? YES : NO;
  };
}

function defined<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: V });
}

function always(tri: Tri): (run: Run) => Tri {
  return () => tri;
}

function nothing(): void {}
