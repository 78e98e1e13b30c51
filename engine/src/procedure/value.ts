/**
 * A recorded value. Booleans, integers, numbers, strings, dates (`2026-03-02`), instants (RFC 3339 UTC),
 * one enum value, a list of enum values, a reference (an opaque id), or records: rows whose `id` is unique.
 * Unknown is the absence of a value, never `null`.
 */
export type FactValue = boolean | number | string | readonly string[] | readonly FactRow[];
export type FactRow = {
  readonly id: string;
  readonly [field: string]: boolean | number | string | readonly string[];
};
