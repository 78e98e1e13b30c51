import { fromEpochMs, toEpochMs } from '../calendar/instant.ts';
import { addDays } from '../calendar/local-date.ts';
import type { Fact } from '../procedure/facts.ts';
import type { FactValue } from '../procedure/value.ts';
import { familyOf } from '../rules/value-shape.ts';

/** More listed values than this are told apart atom by atom, because their subsets would be too many. */
export const MOST_LISTED = 4;

const HOUR_MS = 3_600_000;
/** A text that says nothing, in no language: what is written there does not matter. */
const WHATEVER = '…';
const ANY_DATE = '2026-03-02';
const ANY_INSTANT = '2026-03-02T08:00:00.000Z';

/**
 * Values of a fact that stand for all others: what atoms compare it with, what lies between, below and above, and one value
 * that no atom names. Only values that may be recorded are among them.
 */
export function sampleValues(fact: Fact, compared: readonly FactValue[]): readonly FactValue[] {
  const family = familyOf(fact.type);
  const texts = compared.flat().filter((value): value is string => typeof value === 'string');
  switch (family) {
    case 'boolean':
      return [false, true];
    case 'number':
      return numbers(
        fact,
        compared.flat().filter((value) => typeof value === 'number'),
      );
    case 'enum':
      return Object.keys(fact.values ?? {});
    case 'enums':
      return subsets(fact, texts);
    case 'date':
      return [
        ...new Set([...texts.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]), ANY_DATE]),
      ];
    case 'instant':
      return [...new Set([...texts.flatMap(aroundInstant), ANY_INSTANT])];
    case 'records':
      return [[]];
    default:
      return [...new Set([...texts, WHATEVER])];
  }
}

function aroundInstant(instant: string): string[] {
  const ms = toEpochMs(instant);
  return [fromEpochMs(ms - HOUR_MS), instant, fromEpochMs(ms + HOUR_MS)];
}

function numbers(fact: Fact, compared: readonly number[]): readonly number[] {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = fact;
  const least = fact.derive && 'count' in fact.derive ? Math.max(0, min) : min;
  const sorted = [...new Set(compared)].sort((a, b) => a - b);
  const whole = fact.type === 'integer';
  const between = sorted.flatMap((value, index) => {
    const next = sorted[index + 1];
    if (next === undefined) return [value, Math.floor(value) + 1];
    return [value, whole ? Math.floor(value) + 1 : (value + next) / 2];
  });
  const first = sorted[0];
  const all = first === undefined ? [Math.max(1, least)] : [Math.ceil(first) - 1, ...between];
  const ends = sorted.length > 0 && !whole ? [least, max].filter(Number.isFinite) : [];
  const fitting = [...all, ...ends].filter(
    (value) => value >= least && value <= max && (!whole || Number.isInteger(value)),
  );
  return [...new Set(fitting)].sort((a, b) => a - b);
}

function subsets(fact: Fact, texts: readonly string[]): readonly (readonly string[])[] {
  const values = Object.keys(fact.values ?? {});
  const named = [...new Set(texts)].filter((value) => values.includes(value)).slice(0, MOST_LISTED);
  const other = values.find((value) => !named.includes(value));
  const all = [...named, ...(other === undefined ? [] : [other])];
  return Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_value, index) => (bits >> index) & 1),
  );
}
