import type { Conditions } from '../procedure/conditions.ts';
import type { Field } from '../procedure/facts.ts';
import type { FactRow, FactValue } from '../procedure/value.ts';
import { sampleValues } from '../prove/sample-values.ts';
import type { Variable } from '../prove/variable.ts';
import { namesIn, throughRecords } from '../rules/names-in.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { familyOf } from '../rules/value-shape.ts';
import { EXAMPLE_TIME } from './example-time.ts';

const MOST_ROWS = 400;

/**
 * Lists of none to three rows of a records fact: rows that what is derived from them cannot tell apart are tried once. Fields that
 * nothing derived reads hold one value.
 */
export function rowLists(book: RuleBook, id: string, variables: readonly Variable[]): readonly FactValue[] {
  const fields = Object.entries(book.facts[id]?.fields ?? {});
  const read = fieldsRead(book, id);
  let rows: readonly FactRow[] = [{ id: 'row_1' }];
  for (const [name, field] of fields) {
    const values = valuesOf(field);
    const options = read.has(name)
      ? [...values, ...(field.required ? [] : [undefined])]
      : [field.required ? values[0] : undefined];
    rows = rows
      .flatMap((row) =>
        options.map((value): FactRow => (value === undefined ? row : { ...row, [name]: value })),
      )
      .slice(0, MOST_ROWS);
  }
  const told = new Map<string, FactRow>();
  for (const row of rows) {
    const seen = variables.map(({ regionAt }) => regionAt({ [id]: [row] }, EXAMPLE_TIME)).join(' ');
    if (!told.has(seen)) told.set(seen, row);
  }
  const kinds = [...told.values()].slice(0, 24);
  const numbered = (list: readonly FactRow[]) =>
    list.map((row, place) => ({ ...row, id: `row_${place + 1}` }));
  const pairs = kinds.flatMap((one, at) => kinds.slice(at).map((two) => [one, two]));
  const triples = kinds.length > 8 ? [] : pairs.flatMap((pair) => kinds.map((row) => [...pair, row]));
  return [[], ...kinds.map((row) => [row]), ...pairs, ...triples].map(numbered);
}

/** Fields that something derived from the records reads. */
function fieldsRead(book: RuleBook, id: string): ReadonlySet<string> {
  const read = new Set<string>();
  for (const { derive } of Object.values(book.facts)) {
    if (!derive || 'years' in derive || 'days' in derive || 'hours' in derive) continue;
    const through = throughRecords(derive);
    if (through.of !== id) continue;
    for (const name of namesThrough(book, through.where ? [through.where] : [])) read.add(name);
    if ('latest' in derive)
      for (const name of [derive.latest.field, derive.latest.by]) if (name) read.add(name);
  }
  return read;
}

function namesThrough(book: RuleBook, conditions: readonly Conditions[]): readonly string[] {
  const { facts, rules } = namesIn(conditions);
  const inner = [...rules].flatMap((rule) => [
    ...namesIn(book.rules[rule] ? [book.rules[rule].conditions] : []).facts,
  ]);
  return [...facts, ...inner];
}

function valuesOf(field: Field): readonly FactRow[string][] {
  const family = familyOf(field.type);
  if (family === 'date') return [EXAMPLE_TIME.slice(0, 10)];
  if (family === 'instant') return [EXAMPLE_TIME];
  return (sampleValues(field, []) as readonly FactRow[string][]).slice(0, 8);
}
