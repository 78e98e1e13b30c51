import type { Instant } from '../vocabulary/instant.ts';
import type { Counting } from './due-instant.ts';
import { earliestInstant, fromFarEpochMs, latestInstant, toEpochMs } from './instant.ts';
import { addWorkingMs, workingMsBetween } from './working-time.ts';

export type RungQuestion = Omit<Counting, 'ends'> & {
  readonly from: Instant;
  readonly due: Instant;
  /** Percentage of the span from `from` to `due`; 100 is the due instant itself, more lies after it. */
  readonly at: number;
};

/**
 * When a rung of an escalation is told: a part of elapsed time, or of the time worked when working days are counted.
 * Never later than due below 100, never earlier above it. A span that was already over when it began is told at once.
 */
export function rungInstant({ from, due, at, calendar, ...place }: RungQuestion): Instant {
  if (at === 100 || due <= from) return due;
  const [fromMs, dueMs] = [toEpochMs(from), toEpochMs(due)];
  const part = (spanMs: number) => Math.floor((spanMs * at) / 100);
  const reached = fromFarEpochMs(
    calendar === 'working'
      ? addWorkingMs(fromMs, part(workingMsBetween(fromMs, dueMs, place)), place)
      : fromMs + part(dueMs - fromMs),
  );
  return at < 100 ? earliestInstant(reached, due) : latestInstant(reached, due);
}
