import type { Atom, Conditions } from '../procedure/conditions.ts';
import type { Derive, Fact, Field } from '../procedure/facts.ts';
import type { Pack } from '../procedure/pack.ts';
import type { FactRow, FactValue } from '../procedure/value.ts';
import { throughRecords } from '../rules/names-in.ts';
import { readNode } from '../rules/read-node.ts';
import { familyOf } from '../rules/value-shape.ts';
import type { Instant, LocalDate } from '../vocabulary/instant.ts';
import { sampleValues } from './sample-values.ts';

/** More rows than this are not tried alone, and no more pairs of rows. */
const MOST_ROWS = 4_000;
const MOST_IN_PAIRS = 24;

type RowQuestion = {
  readonly pack: Pack;
  readonly fact: Fact;
  /** Derivations that must come out as the story needs. */
  readonly derived: readonly Derive[];
  readonly today: LocalDate;
  readonly at: Instant;
};

/**
 * Lists of no row, one row and two. Only fields that the derivations read, and those that every row has, are given a value: each
 * value that something compares it with, one that nothing does, and none.
 */
export function sampleRows({ pack, fact, derived, today, at }: RowQuestion): readonly FactValue[] {
  const compared = comparedFields(pack, derived);
  let rows: readonly FactRow[] = [{ id: 'row' }];
  for (const [name, field] of Object.entries(fact.fields ?? {})) {
    const values = compared.get(name);
    if (!values && !field.required) continue;
    const given = fieldValues(field, values ?? [], today, at);
    const options = field.required ? given : [...given, undefined];
    rows = rows
      .flatMap((row) =>
        options.map((value): FactRow => (value === undefined ? row : { ...row, [name]: value })),
      )
      .slice(0, MOST_ROWS);
  }
  const first = rows.map((row): FactRow => ({ ...row, id: 'row_1' }));
  const second = spread(rows, MOST_IN_PAIRS).map((row): FactRow => ({ ...row, id: 'row_2' }));
  const pairs = spread(first, MOST_IN_PAIRS).flatMap((one) => second.map((other) => [one, other]));
  return [[], ...first.map((row) => [row]), ...pairs];
}

/** The fields that derivations read, each with the values it is compared with. */
function comparedFields(pack: Pack, derived: readonly Derive[]): ReadonlyMap<string, readonly FactValue[]> {
  const found = new Map<string, FactValue[]>();
  const add = (name: string, values: readonly FactValue[]) =>
    found.set(name, [...(found.get(name) ?? []), ...values]);
  const walked = new Set<string>();
  const walk = (node: Conditions | Atom): void => {
    const read = readNode(node);
    if (read.kind === 'atom') {
      const { fact, value } = read.atom;
      add(fact, typeof value === 'object' && 'fact' in value ? [] : [value as FactValue]);
    } else if (read.kind === 'rule') {
      const rule = walked.has(read.rule) ? undefined : pack.rules[read.rule];
      walked.add(read.rule);
      if (rule) walk(rule.conditions);
    } else if (read.kind !== 'malformed') {
      for (const part of read.of) walk(part);
    }
  };
  for (const derive of derived) {
    const { where } = throughRecords(derive);
    if (where) walk(where);
    if ('latest' in derive)
      for (const name of [derive.latest.field, derive.latest.by]) if (name) add(name, []);
  }
  return found;
}

function fieldValues(
  field: Field,
  compared: readonly FactValue[],
  today: LocalDate,
  at: Instant,
): readonly FactRow[string][] {
  const family = familyOf(field.type);
  if (family === 'date') return [today];
  if (family === 'instant') return [at];
  if (family !== 'enum') return sampleValues(field as Fact, compared) as readonly FactRow[string][];
  const values = Object.keys(field.values ?? {});
  const named = new Set(compared.flat().filter((value) => typeof value === 'string'));
  const other = values.find((value) => !named.has(value));
  return values.filter((value) => named.has(value) || value === other);
}

/** At most so many of a list, from all over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  const every = Math.ceil(list.length / most);
  return list.filter((_, index) => index % every === 0);
}
