import type { Finding } from '../vocabulary/finding.ts';
import { LIMITS } from './limits.ts';

/**
 * Limits of what was read, told before any schema looks at it: levels, states and transitions of the machine,
 * depth of rules and guards. Reads raw JSON of any shape; its recursion is bounded by `readJson`.
 */
export function checkLimits(section: string, value: unknown): Finding[] {
  if (section === 'machine') return checkMachine(value);
  if (section === 'rules' || section === 'facts') return checkConditions(section, value);
  return [];
}

function tooMany(code: string, path: string, what: string, limit: number): Finding {
  return {
    code,
    severity: 'error',
    path,
    parameters: { limit },
    message: `There are more than ${limit} ${what}; split the procedure, or take some away.`,
  };
}

function checkMachine(machine: unknown): Finding[] {
  const findings: Finding[] = [];
  let states = 0;
  let transitions = 0;

  const visit = (state: unknown, path: string, level: number) => {
    if (!isObject(state)) return;
    states++;
    if (level > LIMITS.machineLevels) {
      findings.push(tooMany('limit.levels', path, 'levels of states', LIMITS.machineLevels));
      return;
    }
    for (const [place, list] of candidateLists(state)) {
      transitions += list.length;
      list.forEach((candidate, index) => {
        if (isObject(candidate) && guardDepth(candidate.guard) > LIMITS.ruleDepth) {
          const at = `${path}/${place}/${index}/guard`;
          findings.push(tooMany('limit.rule_depth', at, 'nested guards', LIMITS.ruleDepth));
        }
      });
    }
    for (const [id, child] of members(state.states)) visit(child, `${path}/states/${id}`, level + 1);
  };

  visit(machine, 'machine', 0);
  if (states - 1 > LIMITS.states) findings.push(tooMany('limit.states', 'machine', 'states', LIMITS.states));
  if (transitions > LIMITS.transitions) {
    findings.push(tooMany('limit.transitions', 'machine', 'transitions', LIMITS.transitions));
  }
  return findings;
}

function candidateLists(state: Readonly<Record<string, unknown>>): [string, readonly unknown[]][] {
  const lists: [string, readonly unknown[]][] = [];
  for (const key of ['always', 'onDone']) lists.push([key, listed(state[key])]);
  for (const key of ['on', 'after']) {
    for (const [name, list] of members(state[key])) lists.push([`${key}/${name}`, listed(list)]);
  }
  return lists;
}

/** Levels of `all`, `any` and `not`; a rule id alone is level 0. Looks no deeper than what is refused. */
function guardDepth(guard: unknown, depth = 0): number {
  if (depth > LIMITS.ruleDepth || !isObject(guard) || !isObject(guard.params)) return depth;
  let deepest = depth;
  for (const each of listed(guard.params.of)) deepest = Math.max(deepest, guardDepth(each, depth + 1));
  return deepest;
}

function conditionsDepth(node: unknown, depth = 0): number {
  if (depth > LIMITS.ruleDepth || !isObject(node)) return depth;
  let deepest = depth;
  for (const each of [...listed(node.all), ...listed(node.any), node.not]) {
    if (each !== undefined) deepest = Math.max(deepest, conditionsDepth(each, depth + 1));
  }
  return deepest;
}

/** Every condition tree of rules (`conditions`, `also`, `or_also`) and of derived facts (`where`). */
function checkConditions(section: string, value: unknown): Finding[] {
  const findings: Finding[] = [];
  const check = (tree: unknown, path: string) => {
    if (conditionsDepth(tree) > LIMITS.ruleDepth) {
      findings.push(tooMany('limit.rule_depth', path, 'nested conditions', LIMITS.ruleDepth));
    }
  };
  for (const [id, element] of members(value)) {
    if (!isObject(element)) continue;
    check(element.conditions, `${section}/${id}/conditions`);
    for (const key of ['also', 'or_also']) {
      for (const [name, tree] of members(element[key])) check(tree, `${section}/${id}/${key}/${name}`);
    }
    for (const [kind, how] of members(element.derive)) {
      if (isObject(how)) check(how.where, `${section}/${id}/derive/${kind}/where`);
    }
  }
  return findings;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function members(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
