import type { Instant } from '../vocabulary/instant.ts';
import type { Decision, Reason } from './decision.ts';
import type { Facts } from './rule-book.ts';
import { type ProgramPart, type RuleProgram, runParts } from './rule-program.ts';
import type { Asked, Run, TellRule } from './run.ts';
import { outcomeOf, type Tri, UNKNOWN } from './tri.ts';

const DEEPEST_REFERENCE = 10;

/** Decides one rule and tells why: its outcome, the tree of its conditions, and what is still to ask. */
export function explainPart(program: RuleProgram, key: string, facts: Facts, at: Instant): Decision {
  const parts = program.needed(key);
  const run = runParts(parts, program.start(facts, at));
  const part = program.parts.get(key);
  const rule = part?.kind === 'rule' ? part : undefined;
  const outcome = run.outcomes[rule?.index ?? 0] ?? UNKNOWN;
  const asked = outcome === UNKNOWN ? askedBy(parts, run).get(key) : undefined;
  return {
    outcome: outcomeOf(outcome as Tri),
    reason: reasonOf(program, key, run),
    missing: [...(asked?.facts ?? [])],
    parameters: [...(asked?.parameters ?? [])],
  };
}

/** What each part that is unknown still asks, those read first being found first, so that nothing recurses. */
function askedBy(parts: readonly ProgramPart[], run: Run): ReadonlyMap<string, Asked> {
  const byRule = new Map<number, Asked>();
  const byFact = new Map<number, Asked>();
  const found = new Map<string, Asked>();
  for (const part of parts) {
    if (part.cyclic || isKnown(part, run)) continue;
    const asked: Asked = { facts: new Set(), parameters: new Set(), byRule, byFact };
    if (part.kind === 'rule') {
      part.node.ask(run, asked);
      byRule.set(part.index, asked);
    } else {
      part.derivation.ask(run, asked);
      byFact.set(part.index, asked);
    }
    found.set(`${part.kind}:${part.id}`, asked);
  }
  return found;
}

function isKnown(part: ProgramPart, run: Run): boolean {
  return part.kind === 'rule' ? run.outcomes[part.index] !== UNKNOWN : run.derived[part.index] !== undefined;
}

/** Tells a rule and those it refers to, each once and ten deep at most, so that the tree stays as small as the rules. */
function reasonOf(program: RuleProgram, key: string, run: Run): Reason {
  const rules = [...program.needed(key)].filter((part) => part.kind === 'rule');
  const byIndex = new Map(rules.map((part) => [part.index, part]));
  const told = new Set<number>();
  let depth = 0;
  const tell: TellRule = (index) => {
    const part = byIndex.get(index);
    const outcome = outcomeOf((run.outcomes[index] ?? UNKNOWN) as Tri);
    const rule = part?.id ?? '';
    if (!part || part.cyclic || told.has(index) || depth >= DEEPEST_REFERENCE)
      return { kind: 'rule', rule, outcome, of: [] };
    told.add(index);
    depth += 1;
    const of = [part.node.explain(run, tell)];
    depth -= 1;
    return { kind: 'rule', rule, outcome, of };
  };
  const part = program.parts.get(key);
  return tell(part?.index ?? -1);
}
