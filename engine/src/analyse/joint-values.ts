import { fromEpochMs, localDate, subtractDuration, toEpochMs } from '../calendar/instant.ts';
import { addDays, daysBetween } from '../calendar/local-date.ts';
import type { Fact } from '../procedure/facts.ts';
import type { FactValue } from '../procedure/value.ts';
import { sampleValues } from '../prove/sample-values.ts';
import { atomsOf } from '../prove/sort-atoms.ts';
import { bitsOf, type Variable } from '../prove/variable.ts';
import { checkScalar } from '../rules/check-scalar.ts';
import { checkFactValue } from '../rules/check-value.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { familyOf } from '../rules/value-shape.ts';
import { EXAMPLE_TIME } from './example-time.ts';
import { rowLists } from './row-lists.ts';

/**
 * Values of facts that are compared with each other: everything they are compared with, and between and beyond as many values
 * as there are facts, so that every order in which they can stand is among them.
 */
export function jointValues(
  book: RuleBook,
  facts: readonly string[],
  variables: readonly Variable[],
): ReadonlyMap<string, readonly FactValue[]> {
  const definitions = facts.flatMap((id) => {
    const fact = Object.hasOwn(book.facts, id) ? book.facts[id] : undefined;
    return fact ? [{ id, fact }] : [];
  });
  const samples = variables.flatMap(({ full, regions }) =>
    bitsOf(full).flatMap((bit) => regions[bit]?.samples ?? []),
  );
  const spans = durationsAsked(book, new Set(facts));
  return new Map(
    definitions.map(({ id, fact }) => {
      const bounds = definitions.flatMap(({ fact: { min, max } }) =>
        [min, max].filter((bound) => bound !== undefined),
      );
      const rows = fact.type === 'records' ? rowLists(book, id, variables) : [];
      const all = valuesOf(fact, {
        rows,
        samples,
        bounds,
        spans,
        many: facts.length,
        zone: book.pack.timeZone,
      });
      const unique = [...new Map(all.map((value) => [JSON.stringify(value), value])).values()];
      return [id, unique.filter((value) => 'value' in checkFactValue(fact, id, value))];
    }),
  );
}

type Around = {
  /** Lists of rows, for a fact that is records. */
  readonly rows: readonly FactValue[];
  readonly samples: readonly FactValue[];
  readonly bounds: readonly number[];
  readonly spans: readonly string[];
  readonly many: number;
  readonly zone: string;
};

function valuesOf(fact: Fact, { rows, samples, bounds, spans, many, zone }: Around): readonly FactValue[] {
  const texts = samples.flat().filter((value): value is string => typeof value === 'string');
  switch (familyOf(fact.type)) {
    case 'number': {
      const numbers = [...samples.filter((value) => typeof value === 'number'), ...bounds];
      return spread(numbers.length > 0 ? numbers : [0], many, fact.type === 'integer');
    }
    case 'date': {
      const today = localDate(EXAMPLE_TIME, zone);
      const back = spans.map((span) => localDate(subtractDuration(EXAMPLE_TIME, span, zone), zone));
      const days = [today, ...back, ...texts.filter(isDate)].map((date) => daysBetween(today, date));
      const years = numbersIn(samples).flatMap((n) => {
        const date = localDate(subtractDuration(EXAMPLE_TIME, `P${n}Y`, zone), zone);
        return [addDays(date, -1), date, addDays(date, 1), addDays(today, -n)];
      });
      return [...spread(days, many, true).map((day) => addDays(today, day)), ...years];
    }
    case 'instant': {
      const back = spans.map((span) => subtractDuration(EXAMPLE_TIME, span, zone));
      const instants = [
        EXAMPLE_TIME,
        ...back,
        ...texts.filter((text) => text.length > 10 && isDate(text.slice(0, 10))),
      ];
      const hours = numbersIn(samples).map((n) => subtractDuration(EXAMPLE_TIME, `PT${n}H`, zone));
      return [...spread(instants.map(toEpochMs), many, true).map(fromEpochMs), ...hours];
    }
    case 'text':
    case 'person':
    case 'place':
    case 'service':
      return [...texts, ...Array.from({ length: many }, (_, n) => `other_${n + 1}`)];
    case 'records':
      return rows;
    default:
      return sampleValues(fact, samples);
  }
}

/** Whole numbers that a span counted from a date or an instant may be. */
function numbersIn(samples: readonly FactValue[]): readonly number[] {
  const fitting = samples.filter((value): value is number => Number.isInteger(value));
  return [...new Set(fitting)].filter((value) => value >= 0 && value <= 1_000);
}

/** The numbers, with `many` values in every gap between two of them and beyond both ends. */
function spread(numbers: readonly number[], many: number, whole: boolean): readonly number[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const steps = Array.from({ length: many }, (_, n) => n + 1);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const between = sorted.slice(0, -1).flatMap((low, index) => {
    const high = sorted[index + 1] as number;
    if (!whole) return steps.map((step) => low + ((high - low) * step) / (many + 1));
    return steps.map((step) => Math.floor(low) + step).filter((value) => value < high);
  });
  const ends = steps.flatMap((step) => [Math.ceil(first) - step, Math.floor(last) + step]);
  const all = [...sorted, ...between, ...ends];
  return [...new Set(whole ? all.filter(Number.isInteger) : all)].sort((a, b) => a - b);
}

/** The spans that `withinLast` asks of some facts. */
function durationsAsked(book: RuleBook, facts: ReadonlySet<string>): readonly string[] {
  const spans = atomsOf(book).flatMap(({ fact, operator, value }) => {
    if (operator !== 'withinLast' || !facts.has(fact)) return [];
    const named = typeof value === 'object' && 'fact' in value ? book.parameters[value.fact]?.value : value;
    return 'value' in checkScalar(named, { type: 'duration' }) ? [String(named)] : [];
  });
  return [...new Set(spans)];
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
