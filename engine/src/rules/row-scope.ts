import type { Fact } from '../procedure/facts.ts';
import type { FactRow, FactValue } from '../procedure/value.ts';
import type { Facts, RuleBook } from './rule-book.ts';
import { own } from './subject.ts';

/** The same rules where the fields of the rows of `of` are read first, for deadlines that count for `each` row. */
export function bookForRows(book: RuleBook, of: string): RuleBook {
  const fields: Record<string, Fact> = {};
  for (const [id, { required: _, ...field }] of Object.entries(own(book.facts, of)?.fields ?? {}))
    fields[id] = field;
  return { ...book, facts: { ...book.facts, ...fields } };
}

/** The facts as one row sees them: its fields stand before facts of the same name, also where the row leaves them out. */
export function factsForRow(book: RuleBook, of: string, facts: Facts, row: FactRow): Facts {
  const seen: Record<string, FactValue> = { ...facts };
  for (const id of Object.keys(own(book.facts, of)?.fields ?? {})) {
    const value = own<FactRow[string]>(row, id);
    if (value === undefined) delete seen[id];
    else seen[id] = value;
  }
  return seen;
}
