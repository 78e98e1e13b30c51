import type { Fact, Field } from '../../procedure/facts.ts';
import type { FactRow, FactValue } from '../../procedure/value.ts';
import { YES } from '../../rules/tri.ts';
import { type Chance, drawMeasure, type Lots, lotsOf } from './chance.ts';
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
    const lots = lotsOf(Object.values(distribution.weights));
    return (_, chance) => values[lots.draw(chance)];
  }
  if ('number' in distribution) {
    const { number } = distribution;
    return (_, chance) => bounded(drawMeasure(number, chance), of);
  }
  if ('yearsAgo' in distribution || 'daysAgo' in distribution) {
    const [measure, unit] =
      'yearsAgo' in distribution ? [distribution.yearsAgo, DAYS_A_YEAR] : [distribution.daysAgo, 1];
    const { days } = clock;
    if (of.type === 'date')
      return (_, chance) => days.textOf(clock.day() - Math.round(drawMeasure(measure, chance) * unit));
    return (_, chance) => {
      const ago = drawMeasure(measure, chance) * unit;
      return ago === 0 ? clock.text() : days.instantOf(clock.nowMs - Math.round(ago * DAY_MS));
    };
  }
  if ('chances' in distribution) {
    const chances = Object.entries(distribution.chances);
    return (_, chance) => {
      let drawn: string[] = NOTHING;
      for (const [value, share] of chances) if (chance.next() < share) drawn = [...drawn, value];
      return drawn;
    };
  }
  if ('lists' in distribution) return rowSampler(distribution.lists, of, ground);
  const otherwise = distribution.else && compileSampler(distribution.else, of, ground);
  if ('by' in distribution) {
    const read = slots.reader(distribution.by);
    const cases = new Map(
      Object.entries(distribution.cases).map(([value, inner]) => [value, compileSampler(inner, of, ground)]),
    );
    return (facts, chance) => {
      const value = read(facts);
      return (cases.get(typeof value === 'string' ? value : String(value)) ?? otherwise)?.(facts, chance);
    };
  }
  const when = slots.rules.of(distribution.when);
  const so = compileSampler(distribution.so, of, ground);
  return (facts, chance) => (slots.decide(facts, when) === YES ? so : otherwise)?.(facts, chance);
}

/** The same list each time, so that a fact that stays the same is seen to. */
const NOTHING: string[] = [];
const NO_ROWS: FactRow[] = [];

type RowField = { readonly name: string; readonly draw: Sampler };

function rowSampler(
  lists: Extract<Distribution, { lists: unknown }>['lists'],
  of: Fact | Field,
  ground: SamplingGround,
): Sampler {
  const fields = 'fields' in of ? (of.fields ?? {}) : {};
  const lots: Lots = lotsOf(lists.map(({ weight = 1 }) => weight));
  const compiled = lists.map(({ rows }) =>
    rows.map((row) =>
      Object.entries(row).flatMap(([name, inner]): RowField[] => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        return field ? [{ name, draw: compileSampler(inner, field, ground) }] : [];
      }),
    ),
  );
  return (facts, chance) => {
    const rows = compiled[lots.draw(chance)];
    if (!rows) return undefined;
    return rows.length === 0 ? NO_ROWS : rows.map((row, index) => rowOf(row, index, facts, chance));
  };
}

function rowOf(row: readonly RowField[], index: number, facts: CaseFacts, chance: Chance): FactRow {
  const made: Record<string, FactRow[string]> = { id: `row_${index + 1}` };
  for (const { name, draw } of row) {
    const value = draw(facts, chance);
    if (value !== undefined) made[name] = value as FactRow[string];
  }
  return made as FactRow;
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
