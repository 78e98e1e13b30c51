/** True for plain values that say the same; identical parts are not looked into. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  );
}

/** The members of `after`, those that say what one of `before` said being that one: who remembers it draws nothing again. */
export function keepSame<T>(
  before: readonly T[],
  after: readonly T[],
  id: (each: T) => string,
): readonly T[] {
  const known = new Map(before.map((each) => [id(each), each]));
  const kept = after.map((each) => {
    const last = known.get(id(each));
    return last !== undefined && sameValue(last, each) ? last : each;
  });
  return kept.length === before.length && kept.every((each, index) => each === before[index]) ? before : kept;
}
