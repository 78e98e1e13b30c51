import type { InvalidValue } from '../journal/entry.ts';
import type { Fact, Field } from '../procedure/facts.ts';
import type { FactRow, FactValue } from '../procedure/value.ts';
import { FORBIDDEN_IDS } from '../vocabulary/ids.ts';
import { checkScalar, type Flaw, type Scalar } from './check-scalar.ts';
import { own } from './subject.ts';

const MOST_ROWS = 500;
const ROW_ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/;

export type CheckedFact = { readonly value: FactValue } | { readonly invalid: InvalidValue };

/**
 * Checks a value that somebody wants to record: strict type, bounds, enum membership, dates that exist, and for records
 * every row and field. The value given back is a clean copy (instants in UTC, declared fields only), never the input.
 * `null`, an empty text and a value of another type are refused; unknown is told by leaving the fact out.
 */
export function checkFactValue(fact: Fact, id: string, value: unknown): CheckedFact {
  const checked =
    fact.type === 'records' ? checkRows(fact, value) : checkScalar(value, { ...fact, type: fact.type });
  if ('value' in checked) return checked;
  return { invalid: { fact: id, code: checked.flaw.code, message: `${id}: ${checked.flaw.message}` } };
}

function checkRows(
  fact: Fact,
  value: unknown,
): { readonly value: readonly FactRow[] } | { readonly flaw: Flaw } {
  if (!Array.isArray(value)) return flaw('value.type', 'Give a list of rows.');
  if (value.length > MOST_ROWS) return flaw('value.too_many', `Give ${MOST_ROWS} rows at most.`);
  const rows: FactRow[] = [];
  const ids = new Set<string>();
  for (const [index, given] of value.entries()) {
    const row = checkRow(fact.fields ?? {}, given);
    if ('flaw' in row) return flaw(row.flaw.code, `row ${index + 1}: ${row.flaw.message}`);
    if (ids.has(row.value.id))
      return flaw('value.row_twice', `row ${index + 1}: another row has the id ${row.value.id}.`);
    ids.add(row.value.id);
    rows.push(row.value);
  }
  return { value: rows };
}

function checkRow(
  fields: Readonly<Record<string, Field>>,
  given: unknown,
): { readonly value: FactRow } | { readonly flaw: Flaw } {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return flaw('value.row', 'A row is an object with an id.');
  const row: Readonly<Record<string, unknown>> = { ...given };
  const id = own(row, 'id');
  if (typeof id !== 'string' || !ROW_ID.test(id))
    return flaw('value.row_id', 'Give the row an id of letters and digits.');
  const stranger = Object.keys(given).find(
    (key) => key !== 'id' && (FORBIDDEN_IDS.has(key) || !Object.hasOwn(fields, key)),
  );
  if (stranger !== undefined)
    return flaw('value.field_unknown', `"${stranger.slice(0, 60)}" is not a field of these rows.`);
  const clean: Record<string, Scalar> = {};
  for (const [key, field] of Object.entries(fields)) {
    const item = own(row, key);
    if (item === undefined) {
      if (field.required) return flaw('value.field_missing', `Fill in ${key}.`);
      continue;
    }
    const checked = checkScalar(item, field);
    if ('flaw' in checked) return flaw(checked.flaw.code, `${key}: ${checked.flaw.message}`);
    clean[key] = checked.value;
  }
  return { value: { ...clean, id } };
}

function flaw(code: string, message: string): { readonly flaw: Flaw } {
  return { flaw: { code, message } };
}
