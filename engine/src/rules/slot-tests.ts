/**
 * Atoms that compare a recorded fact with a literal, which most atoms are: one closure for each operator and family, so that
 * nothing is called between reading the slot and answering. They answer as `OPERATOR_KINDS` do.
 */
import type { Operator } from '../procedure/conditions.ts';
import type { FactValue } from '../procedure/value.ts';
import { UNREAD } from './fact-slots.ts';
import { type Run, readSlot } from './run.ts';
import { NO, type Tri, UNKNOWN, YES } from './tri.ts';
import type { Family } from './value-shape.ts';

type SlotTest<L> = (slot: number, literal: L) => (run: Run) => Tri;

const equalBoolean: SlotTest<boolean> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = seen === UNREAD ? readSlot(run, slot) : seen;
  return value === undefined ? UNKNOWN : value === literal ? YES : NO;
};
const equalNumber: SlotTest<number> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = (seen === UNREAD ? readSlot(run, slot) : seen) as number | undefined;
  return value === undefined ? UNKNOWN : value === literal ? YES : NO;
};
const equalText: SlotTest<string> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = seen === UNREAD ? readSlot(run, slot) : seen;
  return value === undefined ? UNKNOWN : value === literal ? YES : NO;
};
const otherBoolean: SlotTest<boolean> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = seen === UNREAD ? readSlot(run, slot) : seen;
  return value === undefined ? UNKNOWN : value === literal ? NO : YES;
};
const otherNumber: SlotTest<number> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = (seen === UNREAD ? readSlot(run, slot) : seen) as number | undefined;
  return value === undefined ? UNKNOWN : value === literal ? NO : YES;
};
const otherText: SlotTest<string> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = seen === UNREAD ? readSlot(run, slot) : seen;
  return value === undefined ? UNKNOWN : value === literal ? NO : YES;
};
const lessThan: SlotTest<number> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = (seen === UNREAD ? readSlot(run, slot) : seen) as number | undefined;
  return value === undefined ? UNKNOWN : value < literal ? YES : NO;
};
const lessThanInclusive: SlotTest<number> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = (seen === UNREAD ? readSlot(run, slot) : seen) as number | undefined;
  return value === undefined ? UNKNOWN : value <= literal ? YES : NO;
};
const greaterThan: SlotTest<number> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = (seen === UNREAD ? readSlot(run, slot) : seen) as number | undefined;
  return value === undefined ? UNKNOWN : value > literal ? YES : NO;
};
const greaterThanInclusive: SlotTest<number> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = (seen === UNREAD ? readSlot(run, slot) : seen) as number | undefined;
  return value === undefined ? UNKNOWN : value >= literal ? YES : NO;
};
const within: SlotTest<readonly FactValue[]> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = seen === UNREAD ? readSlot(run, slot) : seen;
  if (value === undefined) return UNKNOWN;
  for (let index = 0; index < literal.length; index++) if (literal[index] === value) return YES;
  return NO;
};
const without: SlotTest<readonly FactValue[]> = (slot, literal) => (run) => {
  const seen = run.slots[slot];
  const value = seen === UNREAD ? readSlot(run, slot) : seen;
  if (value === undefined) return UNKNOWN;
  for (let index = 0; index < literal.length; index++) if (literal[index] === value) return NO;
  return YES;
};

type ByKind<L> = Partial<Record<Operator, SlotTest<L>>>;

const OF_TEXT: ByKind<string> = { equal: equalText, notEqual: otherText };

const LISTS: ByKind<readonly FactValue[]> = { in: within, notIn: without };

const ONES: Partial<Record<Family, ByKind<never>>> = {
  boolean: { equal: equalBoolean, notEqual: otherBoolean } satisfies ByKind<boolean>,
  number: {
    equal: equalNumber,
    notEqual: otherNumber,
    lessThan,
    lessThanInclusive,
    greaterThan,
    greaterThanInclusive,
  } satisfies ByKind<number>,
  enum: OF_TEXT,
  text: OF_TEXT,
  date: OF_TEXT,
  instant: OF_TEXT,
  person: OF_TEXT,
  place: OF_TEXT,
  service: OF_TEXT,
};

/** The fast closure of an atom on a recorded fact, where there is one. `literal` was checked to fit the operator and the family. */
export function slotTest(
  operator: Operator,
  family: Family,
  slot: number,
  literal: FactValue,
): ((run: Run) => Tri) | undefined {
  const one = ONES[family]?.[operator];
  if (one) return one(slot, literal as never);
  return LISTS[operator]?.(slot, literal as readonly string[]);
}
