/** Names by number, so that what runs thousands of times holds numbers alone. */
export interface Numbered {
  readonly ids: readonly string[];
  /** -1 for a name that is not there. */
  of(id: string): number;
}

/** Numbers some names in their order, from 0. */
export function numbered(names: Iterable<string>): Numbered {
  const ids = [...names];
  const places = new Map(ids.map((id, place) => [id, place]));
  return { ids, of: (id) => places.get(id) ?? -1 };
}
