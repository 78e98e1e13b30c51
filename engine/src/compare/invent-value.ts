import { fromEpochMs, localDate, toEpochMs } from '../calendar/instant.ts';
import type { Fact, Field } from '../procedure/facts.ts';
import type { FactRow, FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Numbers } from './seeded-numbers.ts';

const HOUR_MS = 3_600_000;
const YEAR_HOURS = 8_766;

/** A value that a fact may take, around an instant: dates of birth up to twenty years back, others up to three weeks. */
export function inventValue(
  numbers: Numbers,
  fact: Fact | Field,
  at: Instant,
  timeZone: string,
): FactValue | undefined {
  if (fact.type === 'records') return inventRows(numbers, fact, at, timeZone);
  const values = Object.keys(fact.values ?? {}).sort();
  switch (fact.type) {
    case 'boolean':
      return numbers.below(2) === 0;
    case 'integer':
    case 'number': {
      const least = fact.min ?? 0;
      return least + numbers.below(Math.min(fact.max ?? 24, least + 1_000) - least + 1);
    }
    case 'date':
      return localDate(before(numbers, at), timeZone);
    case 'instant':
      return before(numbers, at);
    case 'enum':
      return numbers.one(values);
    case 'enums':
      return values
        .filter(() => numbers.below(2) === 0)
        .concat(values[0] ?? [])
        .slice(0, values.length);
    case 'person':
    case 'place':
    case 'service':
      return 'invented';
    default:
      return 'invented'.slice(0, fact.maxLength ?? 8);
  }
}

function before(numbers: Numbers, at: Instant): Instant {
  const hours = numbers.below(3) === 0 ? numbers.below(20 * YEAR_HOURS) : numbers.below(21 * 24);
  return fromEpochMs(toEpochMs(at) - hours * HOUR_MS);
}

function inventRows(numbers: Numbers, fact: Fact | Field, at: Instant, timeZone: string): readonly FactRow[] {
  const fields = 'fields' in fact ? Object.entries(fact.fields ?? {}) : [];
  return Array.from({ length: numbers.below(3) }, (_, index) => ({
    id: `row_${index}`,
    ...Object.fromEntries(
      fields.flatMap(([id, field]) => {
        const value = inventValue(numbers, field, at, timeZone);
        return value === undefined ? [] : [[id, value]];
      }),
    ),
  }));
}
