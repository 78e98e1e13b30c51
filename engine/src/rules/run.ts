import type { FactRow, FactValue } from '../procedure/value.ts';
import type { Reason } from './decision.ts';
import { recordedValue, type Slot, type SlotFact } from './fact-slots.ts';
import type { Moment } from './operators.ts';
import type { Facts } from './rule-book.ts';
import type { Tri } from './tri.ts';

/** One evaluation: what is recorded, when, and what was decided so far. Lives for one call; nobody keeps it. */
export interface Run {
  facts: Facts;
  moment: Moment;
  /** Recorded values by place, read from `facts` when first wanted. */
  slots: Slot[];
  readonly slotFacts: readonly SlotFact[];
  /** False while only real knowledge counts, for `known`. */
  readonly presuming: boolean;
  /** By number of the rule; filled in order of dependence. */
  outcomes: Int8Array;
  /** By number of the derived fact. */
  readonly derived: (FactValue | undefined)[];
  /** The row that a `where` is reading. */
  row: FactRow | undefined;
  /** The same run without presumptions, made when first needed. */
  bare: Run | undefined;
}

/** Fills a slot; the value of its fact, undefined while unknown. */
export function readSlot(run: Run, slot: number): FactValue | undefined {
  const fact = run.slotFacts[slot];
  const value = fact && recordedValue(run.facts, fact);
  run.slots[slot] = value;
  return value;
}

/** What is still to ask: facts and parameters in order of first reading, and what was found so for the parts read before. */
export interface Asked {
  readonly facts: Set<string>;
  readonly parameters: Set<string>;
  /** Of the rules and derived facts this one reads, by number. */
  readonly byRule: ReadonlyMap<number, Asked>;
  readonly byFact: ReadonlyMap<number, Asked>;
}

/** How one id is read where a rule names it. */
export interface Reading {
  /** The fact whose recorded value is all there is to read, so that it may be read in place; the fast way. */
  readonly recorded?: { readonly slot: number };
  /** The value, of the declared type; undefined is unknown. */
  read(run: Run): FactValue | undefined;
  /** True when somebody recorded it, or it derives from what was recorded. */
  known(run: Run): boolean;
  /** True when the value is presumed. */
  presumed(run: Run): boolean;
  /** Notes what to ask so that it becomes known; called while it is unknown. */
  ask(run: Run, asked: Asked): void;
}

/** Tells of a rule that is referred to, once. */
export type TellRule = (index: number) => Reason;

/** One node of a compiled condition tree. */
export interface ConditionNode {
  readonly decide: (run: Run) => Tri;
  /** Notes what keeps it unknown; called while it is unknown. */
  ask(run: Run, asked: Asked): void;
  explain(run: Run, tell: TellRule): Reason;
}

/** Notes in `asked` what was found for a part. */
export function askFor(asked: Asked, part: Asked | undefined): void {
  for (const fact of part?.facts ?? []) asked.facts.add(fact);
  for (const parameter of part?.parameters ?? []) asked.parameters.add(parameter);
}
