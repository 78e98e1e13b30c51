/**
 * A copy of plain JSON with every object's keys in code-unit order and `undefined` left out: whatever order a store gave
 * an entry back in, what is built from it is the same text.
 */
export function sortKeys<T>(value: T): T {
  return sorted(value) as T;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort();
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    keys.filter((key) => record[key] !== undefined).map((key) => [key, sorted(record[key])]),
  );
}
