/**
 * The same value with one inner field set, or taken away when `next` is undefined. Maps on the way are made; a map or list that a
 * removal leaves empty goes too, the outermost included. Lists take their indices as keys.
 */
export function setIn(value: unknown, path: readonly string[], next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  const inner = setIn(own(value, key), rest, next);
  if (Array.isArray(value)) {
    const list = [...value];
    if (inner === undefined) list.splice(Number(key), 1);
    else list[Number(key)] = inner;
    return list.length === 0 ? undefined : list;
  }
  const kept = Object.entries((value ?? {}) as object).filter(([each]) => each !== key);
  const fields = inner === undefined ? kept : [...kept, [key, inner]];
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
