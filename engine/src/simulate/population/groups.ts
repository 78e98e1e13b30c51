import type { Pathway } from '../../pathway/pathway.ts';
import type { Fact } from '../../procedure/facts.ts';
import type { LightCase } from './light-case.ts';
import type { Population } from './population.ts';
import type { RuleSlots } from './rule-slots.ts';

export type GroupDefinition = { readonly fact: string; readonly bands?: readonly number[] | undefined };

const AGE_BANDS = [0, 6, 12, 15, 18];

/** By what children are counted apart: what the population says, else sex, age and disability as far as the pack has them. */
export function groupDefinitions(
  { pack }: Pathway,
  { groups }: Population,
): Readonly<Record<string, GroupDefinition>> {
  if (groups) return groups;
  const facts = Object.entries(pack.facts);
  const named = (pattern: RegExp, types: readonly Fact['type'][]) =>
    facts.find(([id, { type }]) => pattern.test(id) && types.includes(type))?.[0];
  const sex = named(/(^|_)(sex|gender)($|_)/, ['enum']);
  const age = facts.find(
    ([, { derive }]) => derive && 'years' in derive && derive.years.asOf === undefined,
  )?.[0];
  const disability = named(/disab|handicap/, ['enums', 'enum', 'boolean']);
  return {
    ...(sex !== undefined && { sex: { fact: sex } }),
    ...(age !== undefined && { age: { fact: age, bands: AGE_BANDS } }),
    ...(disability !== undefined && { disability: { fact: disability } }),
  };
}

/** How a child's group is told. Read it with the clock at the opening, so that age is the age then. */
export function groupsOf(
  pathway: Pathway,
  population: Population,
  slots: RuleSlots,
): readonly { readonly id: string; readonly groupOf: (found: LightCase) => string }[] {
  return Object.entries(groupDefinitions(pathway, population)).map(([id, { fact, bands }]) => ({
    id,
    groupOf: ({ facts }) => {
      const value = slots.reader(fact)(facts);
      if (value === undefined) return 'unknown';
      if (typeof value === 'number') return bandOf(value, bands ?? AGE_BANDS);
      if (Array.isArray(value)) return value.some((one) => one !== 'none') ? 'yes' : 'none';
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
    },
  }));
}

function bandOf(value: number, bands: readonly number[]): string {
  const sorted = [...bands].sort((a, b) => a - b);
  const place = sorted.findLastIndex((lower) => lower <= value);
  const lower = sorted[place];
  const next = sorted[place + 1];
  if (lower === undefined) return `under ${sorted[0] ?? 0}`;
  return next === undefined ? `${lower} and over` : `${lower} to ${next - 1}`;
}
