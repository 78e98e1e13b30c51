import type { FactValue } from '../procedure/value.ts';
import type { Facts } from './rule-book.ts';
import type { ValueType } from './subject.ts';
import { shapeOf } from './value-shape.ts';

/** Stands in a slot until its fact is first read; no recorded value can be this. */
export const UNREAD: unique symbol = Symbol('unread');

/** What a slot holds: a value of the declared type, undefined while unknown. */
export type Slot = FactValue | undefined | typeof UNREAD;

/** A fact that compiled rules read, by place. */
export type SlotFact = { readonly id: string; readonly fits: (value: unknown) => value is FactValue };

/** Numbers the facts that the parts of a program read, while it is compiled. */
export interface SlotTable {
  readonly facts: readonly SlotFact[];
  /** Undefined for a fact that nothing compiled reads, once the table is closed. */
  slotOf(id: string, type: ValueType): number | undefined;
  close(): void;
}

/** An empty table of slots. */
export function slotTable(): SlotTable {
  const facts: SlotFact[] = [];
  const places = new Map<string, number>();
  let closed = false;
  return {
    facts,
    slotOf: (id, type) => {
      const place = places.get(id);
      if (place !== undefined || closed) return place;
      places.set(id, facts.length);
      facts.push({ id, fits: shapeOf(type) });
      return facts.length - 1;
    },
    close: () => {
      closed = true;
    },
  };
}

/** The recorded value of a fact: own, and of the declared type; undefined is unknown. */
export function recordedValue(facts: Facts, { id, fits }: SlotFact): FactValue | undefined {
  if (!Object.hasOwn(facts, id)) return undefined;
  const value = facts[id];
  return fits(value) ? value : undefined;
}
