/**
 * What a population file does not say, guessed from the pack: each value weighs by how many guards it leaves open, and what
 * would set off a signal is rare. A guess about an invented child, good enough to run; a committee replaces what matters.
 */
import type { Outcome } from '../../journal/case-file.ts';
import { guardRules } from '../../pathway/guard-outcome.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import type { Fact, Field } from '../../procedure/facts.ts';
import type { FactRow, FactValue } from '../../procedure/value.ts';
import { decideRule } from '../../rules/decide-rules.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Distribution } from './population.ts';

const RARE = 0.03;
const RARELY_ANSWERED = 0.004;
const MOST_NUMBERS = 40;
const ROWS_TRIED = 60;
const ROWS_KEPT = 8;
const AHEAD_DAYS = 180;

type Weighing = {
  /** How many guards of the pack a value alone leaves open. */
  readonly open: (fact: string, value: FactValue) => number;
  readonly setsOff: (fact: string, value: FactValue) => boolean;
};

const derived = new WeakMap<
  Pathway,
  { readonly at: Instant; readonly made: ReadonlyMap<string, Distribution> }
>();

/** A distribution for every fact that can be recorded, as of an instant. */
export function deriveDistributions(pathway: Pathway, at: Instant): ReadonlyMap<string, Distribution> {
  const known = derived.get(pathway);
  if (known?.at === at) return known.made;
  const made = derive(pathway, at);
  derived.set(pathway, { at, made });
  return made;
}

function derive(pathway: Pathway, at: Instant): ReadonlyMap<string, Distribution> {
  const weighing = weigh(pathway, at);
  const anchors = new Set(
    [...pathway.states.values()]
      .flatMap(({ after }) => [...after.keys()])
      .flatMap((id) => {
        const from = pathway.pack.deadlines[id]?.from;
        return from !== undefined && typeof from === 'object' && 'fact' in from ? [from.fact] : [];
      }),
  );
  const births = new Set(
    Object.values(pathway.pack.facts).flatMap(({ derive }) =>
      derive && 'years' in derive ? [derive.years.from] : [],
    ),
  );
  return new Map(
    Object.entries(pathway.pack.facts).flatMap(([id, fact]): [string, Distribution][] => {
      if (fact.derive) return [];
      if (births.has(id)) return [[id, { yearsAgo: { uniform: [0.1, 17.5] } }]];
      if (fact.type === 'date' && anchors.has(id))
        return [[id, { daysAgo: { uniform: [-AHEAD_DAYS, -30] } }]];
      return [[id, distributionOf(id, fact, weighing, at)]];
    }),
  );
}

function distributionOf(id: string, fact: Fact, weighing: Weighing, at: Instant): Distribution {
  switch (fact.type) {
    case 'boolean':
      return weighed(id, [true, false], weighing);
    case 'enum':
      return weighed(id, Object.keys(fact.values ?? {}), weighing);
    case 'integer':
    case 'number':
      return weighed(id, numbersOf(fact), weighing);
    case 'enums':
      return {
        chances: Object.fromEntries(
          Object.keys(fact.values ?? {}).map((value) => [value, weighing.setsOff(id, [value]) ? RARE : 0.12]),
        ),
      };
    case 'records':
      return rowsOf(id, fact, weighing, at);
    default:
      return plain(id, fact, weighing, at);
  }
}

function weighed(
  id: string,
  values: readonly (boolean | number | string)[],
  weighing: Weighing,
): Distribution {
  const most = Math.max(1, ...values.map((value) => weighing.open(id, value)));
  return {
    weights: Object.fromEntries(
      values.map((value) => {
        const usual = (0.1 + (0.9 * weighing.open(id, value)) / most) ** 3;
        return [String(value), usual * (weighing.setsOff(id, value) ? RARE : 1)];
      }),
    ),
  };
}

function numbersOf({ min = 0, max, type }: Fact | Field): readonly number[] {
  const highest = Math.min(max ?? min + 10, min + MOST_NUMBERS);
  const all = Array.from({ length: Math.max(1, Math.floor(highest - min) + 1) }, (_, index) => min + index);
  return type === 'integer' ? all.map(Math.ceil).filter((value) => value <= (max ?? value)) : all;
}

/** Times are now, texts are marked as invented. */
function plain(id: string, fact: Fact | Field, weighing: Weighing, at: Instant): Distribution {
  const isTime = fact.type === 'date' || fact.type === 'instant';
  const distribution: Distribution = isTime ? { daysAgo: 0 } : { value: inventedText(fact) };
  const sample = fact.type === 'date' ? at.slice(0, 10) : isTime ? at : inventedText(fact);
  return weighing.setsOff(id, sample) ? { ...distribution, answered: RARELY_ANSWERED } : distribution;
}

function inventedText({ maxLength }: Fact | Field): string {
  return 'invented'.slice(0, maxLength);
}

function rowsOf(id: string, fact: Fact, weighing: Weighing, at: Instant): Distribution {
  const chance = chanceOf(1, ROWS_TRIED);
  const tried = new Map<
    string,
    { readonly row: Readonly<Record<string, Distribution>>; readonly open: number }
  >();
  for (let count = 0; count < ROWS_TRIED; count += 1) {
    const drawn = Object.entries(fact.fields ?? {}).map(([name, field]) =>
      drawField(name, field, chance, at),
    );
    const value: FactRow = {
      id: 'row_1',
      ...Object.fromEntries(drawn.map(({ name, value }) => [name, value])),
    };
    const key = JSON.stringify(value);
    if (tried.has(key) || weighing.setsOff(id, [value])) continue;
    tried.set(key, {
      row: Object.fromEntries(drawn.map(({ name, distribution }) => [name, distribution])),
      open: weighing.open(id, [value]),
    });
  }
  const best = [...tried.values()].sort((a, b) => b.open - a.open).slice(0, ROWS_KEPT);
  return best.length === 0
    ? { lists: [{ rows: [] }] }
    : { lists: best.map(({ row, open }) => ({ weight: 0.1 + open, rows: [row] })) };
}

function drawField(name: string, field: Field, chance: Chance, at: Instant) {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(chance.next() * values.length)];
  const fixed = (value: boolean | number | string) => ({
    name,
    value,
    distribution: { value } as Distribution,
  });
  switch (field.type) {
    case 'boolean':
      return fixed(chance.next() < 0.5);
    case 'enum':
      return fixed(pick(Object.keys(field.values ?? {})) ?? '');
    case 'integer':
    case 'number':
      return fixed(pick(numbersOf(field)) ?? 0);
    case 'enums':
      return {
        name,
        value: Object.keys(field.values ?? {}).slice(0, 1),
        distribution: { chances: {} } as Distribution,
      };
    case 'date':
      return { name, value: at.slice(0, 10), distribution: { daysAgo: 0 } as Distribution };
    case 'instant':
      return { name, value: at, distribution: { daysAgo: 0 } as Distribution };
    default:
      return fixed(inventedText(field));
  }
}

function weigh(pathway: Pathway, at: Instant): Weighing {
  const { program, pack } = pathway;
  const guards = new Set(
    [...pathway.states.values()].flatMap(({ on }) =>
      [...on.values()].flat().flatMap(({ guard }) => guardRules(guard)),
    ),
  );
  const initial = Object.fromEntries(
    Object.entries(pack.facts).flatMap(([id, fact]) =>
      fact.initial === undefined ? [] : [[id, fact.initial]],
    ),
  );
  const readers = new Map<string, string[]>();
  for (const rule of guards) {
    for (const fact of program.names(`rule:${rule}`).facts)
      readers.set(fact, [...(readers.get(fact) ?? []), rule]);
  }
  const outcome = (rule: string, fact: string, value: FactValue): Outcome =>
    decideRule(program, rule, { ...initial, [fact]: value } as Readonly<Record<string, FactValue>>, at);
  return {
    open: (fact, value) =>
      (readers.get(fact) ?? []).filter((rule) => outcome(rule, fact, value) !== 'no').length,
    setsOff: (fact, value) =>
      pathway.signals.some(
        ({ rule }) => program.names(`rule:${rule}`).facts.has(fact) && outcome(rule, fact, value) === 'yes',
      ),
  };
}
