import type { Outcome } from '../journal/case-file.ts';
import type { FactValue } from '../procedure/value.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Decision } from './decision.ts';
import { explainPart } from './explain-part.ts';
import type { PreparedFacts } from './prepare-facts.ts';
import type { Facts, RuleBook } from './rule-book.ts';
import { buildRuleProgram, type RuleProgram, runParts } from './rule-program.ts';
import { own } from './subject.ts';
import { outcomeOf, type Tri, UNKNOWN, YES } from './tri.ts';

export type { RuleProgram } from './rule-program.ts';

/**
 * Compiles the rules, derivations and presumptions of a pack to closures: once per version, then kept.
 * What is unsound in it reads as unknown, and `checkRules` names it; throws `pack.unsound` only for a false time zone.
 */
export function compileRules(book: RuleBook): RuleProgram {
  return buildRuleProgram(book);
}

/** The outcome of every rule of the pack on the recorded facts, at an instant, by rule id. No reasons. */
export function decideRules(
  program: RuleProgram,
  facts: Facts,
  at: Instant,
): Readonly<Record<string, Outcome>> {
  const { rules } = program;
  const outcomes = decideInto(program, facts, at, new Int8Array(rules.length));
  const decided: Record<string, Outcome> = { ...program.undecided };
  for (let index = 0; index < rules.length; index++) {
    const tri = outcomes[index];
    if (tri !== UNKNOWN) decided[rules[index] as string] = tri === YES ? 'yes' : 'no';
  }
  return decided;
}

/**
 * The same, the fast way: fills `into` with 1 yes, 0 no, -1 unknown by number of the rule in `program.rules`, and gives it back.
 * `into` has a place for each rule; used again, deciding makes no object.
 */
export function decideInto(program: RuleProgram, facts: Facts, at: Instant, into: Int8Array): Int8Array {
  program.decideAll(facts, at, into);
  return into;
}

/** `decideInto` on facts that `prepareFacts` read before: for the same case at other instants, or with few facts changed. */
export function decidePrepared(
  program: RuleProgram,
  { slots }: PreparedFacts,
  at: Instant,
  into: Int8Array,
): Int8Array {
  program.decideAll(NO_FACTS, at, into, slots);
  return into;
}

const NO_FACTS: Facts = {};

/** The outcome of one rule. Throws `rule.unknown` when the pack has no such rule. */
export function decideRule(program: RuleProgram, rule: string, facts: Facts, at: Instant): Outcome {
  const key = keyOf(program, rule);
  const part = program.parts.get(key);
  const { outcomes } = runParts(program.needed(key), program.start(facts, at));
  return outcomeOf((outcomes[part?.index ?? 0] ?? UNKNOWN) as Tri);
}

/** One rule with its reasons and what is still to ask. Throws `rule.unknown`. */
export function explainRule(program: RuleProgram, rule: string, facts: Facts, at: Instant): Decision {
  return explainPart(program, keyOf(program, rule), facts, at);
}

/**
 * The value of a fact or parameter as rules read it: recorded, else derived, else presumed; undefined while unknown.
 * Throws `fact.unknown` for a name nobody declared.
 */
export function factValue(
  program: RuleProgram,
  id: string,
  facts: Facts,
  at: Instant,
): FactValue | undefined {
  const reading = program.reading(id);
  if (!reading) {
    throw new EngineError('fact.unknown', `"${id}" is neither a fact nor a parameter of this pack.`, {
      fact: id,
    });
  }
  return reading.read(runParts(program.needed(`fact:${id}`), program.start(facts, at)));
}

/**
 * The recorded facts on which a rule stands, with their values: what a journal keeps beside its outcome. Facts that
 * derivations and referenced rules read are among them; parameters, derived and presumed values are not, because they
 * follow from these, the pack and the instant. Throws `rule.unknown`.
 */
export function factsRead(program: RuleProgram, rule: string, facts: Facts): Facts {
  const read: Record<string, FactValue> = {};
  for (const id of program.names(keyOf(program, rule)).facts) {
    const value = Object.hasOwn(program.book.facts, id) ? own(facts, id) : undefined;
    if (value !== undefined) read[id] = value;
  }
  return read;
}

function keyOf(program: RuleProgram, rule: string): string {
  const key = `rule:${rule}`;
  if (program.parts.has(key)) return key;
  throw new EngineError('rule.unknown', `This pack has no rule "${rule}".`, { rule });
}
