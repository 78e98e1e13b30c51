import type { Instant } from '@parcours/engine';
import type { Clock } from './clock.ts';

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends Clock {
  /** Leaps to an instant; what was to wake by then wakes, in order. Never goes back. */
  leapTo(at: Instant): void;
  /** Leaps forward by so many milliseconds. */
  leapBy(ms: number): void;
}

/** Starts a virtual clock at an instant. */
export function virtualClock(start: Instant): VirtualClock {
  let now = Date.parse(start);
  const sleepers = new Map<number, { at: number; wake: () => void }>();
  let last = 0;
  const leap = (to: number) => {
    now = Math.max(now, to);
    const due = [...sleepers].filter(([, sleeper]) => sleeper.at <= now).sort((a, b) => a[1].at - b[1].at);
    for (const [id, sleeper] of due) {
      if (sleepers.delete(id)) sleeper.wake();
    }
  };
  return {
    now: () => new Date(now).toISOString(),
    wakeAt(at, wake) {
      const id = ++last;
      sleepers.set(id, { at: Date.parse(at), wake });
      return () => void sleepers.delete(id);
    },
    leapTo: (at) => leap(Date.parse(at)),
    leapBy: (ms) => leap(now + ms),
  };
}
