/**
 * Concurrent commits share one transaction, so that a slow disk costs them one wait together.
 * What cannot go in together (one of them conflicts) goes in one by one, so nobody fails for another.
 */
import { StoreConflict } from './store-error.ts';

const LARGEST_GROUP = 64;

type Waiting<U> = {
  readonly unit: U;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/** Wraps `commitTogether`, which writes all units in one transaction or none, into a commit of one unit. */
export function groupCommit<U>(commitTogether: (units: readonly U[]) => Promise<void>): {
  readonly commit: (unit: U) => Promise<void>;
  /** Resolves when nothing waits any more. */
  readonly settled: () => Promise<void>;
} {
  const waiting: Waiting<U>[] = [];
  let draining: Promise<void> | undefined;

  async function commitOne(one: Waiting<U>): Promise<void> {
    try {
      await commitTogether([one.unit]);
      one.resolve();
    } catch (error) {
      one.reject(error);
    }
  }

  async function commitGroup(group: readonly Waiting<U>[]): Promise<void> {
    const [only] = group;
    if (group.length === 1 && only) return commitOne(only);
    try {
      await commitTogether(group.map(({ unit }) => unit));
    } catch (error) {
      if (!(error instanceof StoreConflict)) {
        for (const { reject } of group) reject(error);
        return;
      }
      for (const one of group) await commitOne(one);
      return;
    }
    for (const { resolve } of group) resolve();
  }

  async function drain(): Promise<void> {
    // One turn of the event loop, so that requests already read join this group.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commitGroup(waiting.splice(0, LARGEST_GROUP));
    draining = undefined;
  }

  return {
    commit: (unit) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ unit, resolve, reject });
        draining ??= drain();
      }),
    settled: async () => {
      await draining;
    },
  };
}
