/** What depends on what, in an order that puts every part after those it reads. */
export type DependenceOrder = {
  /** Every key, the parts it reads first. */
  readonly order: readonly string[];
  /** Groups of keys that read each other, or one that reads itself; sorted, so that the same pack tells the same. */
  readonly cycles: readonly (readonly string[])[];
};

/**
 * Orders keys by what they read, and finds the cycles among them (Tarjan's strongly connected components, without
 * recursion, so that ten thousand rules in a row neither overflow nor hang). Keys that nobody declared are left out.
 */
export function orderByDependence(reads: ReadonlyMap<string, Iterable<string>>): DependenceOrder {
  const order: string[] = [];
  const cycles: string[][] = [];
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const waiting: string[] = [];
  const isWaiting = new Set<string>();
  const path: { readonly key: string; readonly next: Iterator<string> }[] = [];

  const enter = (key: string): void => {
    number.set(key, number.size);
    lowest.set(key, number.get(key) ?? 0);
    waiting.push(key);
    isWaiting.add(key);
    path.push({ key, next: (reads.get(key) ?? [])[Symbol.iterator]() });
  };
  const lower = (key: string, to: number): void => {
    lowest.set(key, Math.min(lowest.get(key) ?? to, to));
  };
  const leave = (key: string): void => {
    path.pop();
    const above = path.at(-1);
    if (above) lower(above.key, lowest.get(key) ?? 0);
    if (lowest.get(key) !== number.get(key)) return;
    const group = waiting.splice(waiting.lastIndexOf(key));
    for (const member of group) isWaiting.delete(member);
    order.push(...group);
    if (group.length > 1 || readsItself(reads, key)) cycles.push(group.sort());
  };

  for (const root of reads.keys()) {
    if (number.has(root)) continue;
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value: read, done } = top.next.next();
      if (done) leave(top.key);
      else if (!reads.has(read)) continue;
      else if (!number.has(read)) enter(read);
      else if (isWaiting.has(read)) lower(top.key, number.get(read) ?? 0);
    }
  }
  return { order, cycles };
}

function readsItself(reads: ReadonlyMap<string, Iterable<string>>, key: string): boolean {
  for (const read of reads.get(key) ?? []) if (read === key) return true;
  return false;
}
