import type { Instant } from '@parcours/engine';

/** Time, given. The real one serves; a virtual one lets tests leap years. */
export interface Clock {
  now(): Instant;
  /** Calls `wake` once, at `at` or sooner after a very long wait (a waker looks at the clock again). Returns the cancel. */
  wakeAt(at: Instant, wake: () => void): () => void;
}

/** Longest wait asked of a Node timer. Beyond 2^31-1 ms (24.8 days) it fires at once. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** The machine's clock. */
export function systemClock(): Clock {
  return {
    now: () => new Date().toISOString(),
    wakeAt(at, wake) {
      const wait = Math.min(Math.max(0, Date.parse(at) - Date.now()), LONGEST_WAIT_MS);
      const timer = setTimeout(wake, wait);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
