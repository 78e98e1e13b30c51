import { fromEpochMs } from '../../calendar/instant.ts';
import { addDays } from '../../calendar/local-date.ts';
import type { Fact, Field } from '../../procedure/facts.ts';
import type { FactRow, FactValue } from '../../procedure/value.ts';
import { type Chance, drawMeasure, drawWeight } from './chance.ts';
import type { Distribution } from './population.ts';
import type { CaseFacts, RuleSlots } from './rule-slots.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Draws a value for a child; undefined leaves the fact unanswered. */
export type Sampler = (facts: CaseFacts, chance: Chance) => FactValue | undefined;

/** What samplers read. */
export type SamplingGround = { readonly slots: RuleSlots; readonly clock: VirtualClock };

const DAY_MS = 86_400_000;
const DAYS_A_YEAR = 365.25;

/** Compiles a distribution of a fact, or of a field of its rows, once. It was checked before. */
export function compileSampler(
  distribution: Distribution,
  of: Fact | Field,
  ground: SamplingGround,
): Sampler {
  const draw = compile(distribution, of, ground);
  const { answered } = distribution;
  if (answered === undefined || answered >= 1) return draw;
  return (facts, chance) => (chance.next() < answered ? draw(facts, chance) : undefined);
}

function compile(distribution: Distribution, of: Fact | Field, ground: SamplingGround): Sampler {
  const { clock, slots } = ground;
  if ('value' in distribution) {
    const value = distribution.value as FactValue;
    return () => value;
  }
  if ('weights' in distribution) {
    const values = Object.keys(distribution.weights).map((key) => typed(key, of));
    const weights = Object.values(distribution.weights);
    return (_, chance) => values[drawWeight(weights, chance)];
  }
  if ('number' in distribution) {
    const { number } = distribution;
    return (_, chance) => bounded(drawMeasure(number, chance), of);
  }
  if ('yearsAgo' in distribution || 'daysAgo' in distribution) {
    const [measure, unit] =
      'yearsAgo' in distribution ? [distribution.yearsAgo, DAYS_A_YEAR] : [distribution.daysAgo, 1];
    const isDate = of.type === 'date';
    return (_, chance) => {
      const days = drawMeasure(measure, chance) * unit;
      if (isDate) return addDays(clock.moment().today(), -Math.round(days));
      return days === 0 ? clock.text() : fromEpochMs(clock.nowMs - Math.round(days * DAY_MS));
    };
  }
  if ('chances' in distribution) {
    const chances = Object.entries(distribution.chances);
    return (_, chance) => chances.flatMap(([value, share]) => (chance.next() < share ? [value] : []));
  }
  if ('lists' in distribution) return rowSampler(distribution.lists, of, ground);
  const otherwise = distribution.else && compileSampler(distribution.else, of, ground);
  if ('by' in distribution) {
    const { by } = distribution;
    const cases = new Map(
      Object.entries(distribution.cases).map(([value, inner]) => [value, compileSampler(inner, of, ground)]),
    );
    return (facts, chance) => (cases.get(String(slots.value(facts, by))) ?? otherwise)?.(facts, chance);
  }
  const { when } = distribution;
  const so = compileSampler(distribution.so, of, ground);
  return (facts, chance) => (slots.outcome(facts, when) === 'yes' ? so : otherwise)?.(facts, chance);
}

function rowSampler(
  lists: Extract<Distribution, { lists: unknown }>['lists'],
  of: Fact | Field,
  ground: SamplingGround,
): Sampler {
  const fields = 'fields' in of ? (of.fields ?? {}) : {};
  const weights = lists.map(({ weight = 1 }) => weight);
  const compiled = lists.map(({ rows }) =>
    rows.map((row) =>
      Object.entries(row).flatMap(([name, inner]) => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        return field ? [{ name, draw: compileSampler(inner, field, ground) }] : [];
      }),
    ),
  );
  return (facts, chance) =>
    compiled[drawWeight(weights, chance)]?.map((row, index) => {
      const made: Record<string, FactRow[string]> = { id: `row_${index + 1}` };
      for (const { name, draw } of row) {
        const value = draw(facts, chance);
        if (value !== undefined) made[name] = value as FactRow[string];
      }
      return made as FactRow;
    });
}

/** A key of a table of weights as a value of the fact's type. */
function typed(key: string, { type }: Fact | Field): FactValue {
  if (type === 'boolean') return key === 'true';
  return type === 'integer' || type === 'number' ? Number(key) : key;
}

function bounded(value: number, { type, min, max }: Fact | Field): number {
  const whole = type === 'integer' ? Math.round(value) : value;
  return Math.min(max ?? Number.MAX_SAFE_INTEGER, Math.max(min ?? Number.MIN_SAFE_INTEGER, whole));
}
