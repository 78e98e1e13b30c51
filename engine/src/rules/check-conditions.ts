import type { Atom, Conditions } from '../procedure/conditions.ts';
import { LIMITS } from '../procedure/limits.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { readNode } from './read-node.ts';
import { resolveAtom } from './resolve-atom.ts';
import type { RuleBook } from './rule-book.ts';
import { own } from './subject.ts';

/** The findings of one condition tree; `of` is the records fact whose fields it reads first. */
export function checkConditions(
  book: RuleBook,
  conditions: Conditions | Atom,
  path: string,
  of?: string,
): readonly Finding[] {
  return walk(conditions, path, 1);

  function walk(node: Conditions | Atom, at: string, depth: number): readonly Finding[] {
    const read = readNode(node);
    if (read.kind === 'malformed') return [malformed(at)];
    if (read.kind === 'atom') return checkAtom(book, read.atom, at, of);
    if (read.kind === 'rule') return checkReference(book, read.rule, at);
    if (depth > LIMITS.ruleDepth) return [tooDeep(at)];
    if (read.kind === 'not') return read.of.flatMap((part) => walk(part, `${at}/not`, depth + 1));
    if (read.of.length === 0) return [empty(at, read.kind)];
    return read.of.flatMap((part, index) => walk(part, `${at}/${read.kind}/${index}`, depth + 1));
  }
}

function checkAtom(book: RuleBook, atom: Atom, path: string, of: string | undefined): readonly Finding[] {
  const resolved = resolveAtom(book, atom, of);
  if (!('flaw' in resolved)) return [];
  const { code, at, parameters, message } = resolved.flaw;
  return [{ code, severity: 'error', path: `${path}/${at}`, parameters, message }];
}

function checkReference(book: RuleBook, rule: string, path: string): readonly Finding[] {
  if (own(book.rules, rule)) return [];
  return [
    {
      code: 'name.unknown',
      severity: 'error',
      path: `${path}/condition`,
      parameters: { name: rule },
      message: `"${rule}" is not a rule of this pack: declare it, or mend the name.`,
    },
  ];
}

function malformed(path: string): Finding {
  return {
    code: 'rule.shape',
    severity: 'error',
    path,
    parameters: {},
    message: 'Write exactly one of all, any, not and condition, or an atom of fact, operator and value.',
  };
}

function tooDeep(path: string): Finding {
  const most = LIMITS.ruleDepth;
  return {
    code: 'rule.depth',
    severity: 'error',
    path,
    parameters: { most },
    message: `Conditions nest deeper than ${most} levels: name the inner part as a rule of its own.`,
  };
}

function empty(path: string, kind: string): Finding {
  return {
    code: 'rule.empty',
    severity: 'error',
    path: `${path}/${kind}`,
    parameters: { kind },
    message: `An empty "${kind}" is refused, because engines read it as true: name a condition, or take it out.`,
  };
}
