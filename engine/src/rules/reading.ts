import type { FactValue } from '../procedure/value.ts';
import { recordedValue, UNREAD } from './fact-slots.ts';
import { askFor, type Reading, type Run, readSlot } from './run.ts';
import { own, type Subject, type ValueType } from './subject.ts';
import { shapeOf } from './value-shape.ts';

/** What a reading needs to know of its program. */
export interface ProgramSlots {
  /** Place of a recorded fact; undefined for one that no compiled part reads. */
  slotOf(id: string, type: ValueType): number | undefined;
  /** Number of a derived fact; undefined for one that is only recorded. */
  factIndex(id: string): number | undefined;
  /** The same run without presumptions, its derived facts filled. */
  bare(run: Run): Run;
}

/** How a subject is read: recorded, then derived, then presumed; a value of another type than declared is none. */
export function readingOf(subject: Subject, slots: ProgramSlots, of?: string): Reading {
  if (subject.kind === 'parameter') return parameterReading(subject);
  if (subject.kind === 'field') return fieldReading(subject, of ?? subject.id);
  const index = slots.factIndex(subject.id);
  const slot = slots.slotOf(subject.id, subject.type);
  const recorded = recordedReading(subject, slot);
  if (index !== undefined) return derivedReading(subject, recorded, index, slots);
  const { presume } = subject.definition;
  return presume ? presumedReading(subject, recorded, presume.value) : plainReading(subject, recorded, slot);
}

type FactSubject = Extract<Subject, { kind: 'fact' }>;
type Recorded = (run: Run) => FactValue | undefined;

function recordedReading({ id, type }: FactSubject, slot: number | undefined): Recorded {
  if (slot !== undefined) {
    return (run) => {
      const seen = run.slots[slot];
      return seen === UNREAD ? readSlot(run, slot) : seen;
    };
  }
  const fact = { id, fits: shapeOf(type) };
  return (run) => recordedValue(run.facts, fact);
}

function plainReading({ id }: FactSubject, recorded: Recorded, slot: number | undefined): Reading {
  return {
    ...(slot !== undefined && { recorded: { slot } }),
    read: recorded,
    known: (run) => recorded(run) !== undefined,
    presumed: () => false,
    ask: (_, asked) => asked.facts.add(id),
  };
}

function presumedReading({ id }: FactSubject, recorded: Recorded, presumed: FactValue): Reading {
  return {
    read: (run) => recorded(run) ?? (run.presuming ? presumed : undefined),
    known: (run) => recorded(run) !== undefined,
    presumed: (run) => run.presuming && recorded(run) === undefined,
    ask: (_, asked) => asked.facts.add(id),
  };
}

function derivedReading(
  { definition }: FactSubject,
  recorded: Recorded,
  index: number,
  slots: ProgramSlots,
): Reading {
  const presumed = definition.presume?.value;
  const found: Recorded = (run) => recorded(run) ?? run.derived[index];
  return {
    read: (run) => found(run) ?? (run.presuming ? presumed : undefined),
    known: (run) => found(slots.bare(run)) !== undefined,
    presumed: (run) => presumed !== undefined && run.presuming && found(run) === undefined,
    ask: (_, asked) => askFor(asked, asked.byFact.get(index)),
  };
}

function parameterReading({ id, type, definition }: Extract<Subject, { kind: 'parameter' }>): Reading {
  const fits = shapeOf(type);
  const value = fits(definition.value) ? definition.value : undefined;
  return {
    read: () => value,
    known: () => value !== undefined,
    presumed: () => false,
    ask: (_, asked) => asked.parameters.add(id),
  };
}

function fieldReading({ id, type }: Extract<Subject, { kind: 'field' }>, of: string): Reading {
  const fits = shapeOf(type);
  const read = (run: Run): FactValue | undefined => {
    const value = own<FactValue>(run.row, id);
    return fits(value) ? value : undefined;
  };
  return {
    read,
    known: (run) => read(run) !== undefined,
    presumed: () => false,
    ask: (_, asked) => asked.facts.add(of),
  };
}
