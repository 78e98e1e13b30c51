import type { FactValue } from '../procedure/value.ts';
import { recordedValue } from './fact-slots.ts';
import type { Facts } from './rule-book.ts';
import type { RuleProgram } from './rule-program.ts';

/** The facts of one case read once for one program: own values of the declared type, by place. What is undefined is unknown. */
export interface PreparedFacts {
  readonly slots: readonly (FactValue | undefined)[];
}

/** Reads the facts that the rules of a program read, each once. Recorded values only, as `decideRules` takes them. */
export function prepareFacts(program: RuleProgram, facts: Facts): PreparedFacts {
  return { slots: program.slotFacts.map((fact) => recordedValue(facts, fact)) };
}
