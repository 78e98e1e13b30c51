import { localDay } from '../../calendar/instant.ts';
import { openHours, type Workplace } from '../../calendar/working-time.ts';

/** Working hours of the pack's calendar laid out over the days of a simulation, so that thousands of sums cost little. */
export interface WorkingClock {
  /** When some worked milliseconds, counted from an instant, are done. */
  after(fromMs: number, workMs: number): number;
  /** Milliseconds worked from the first day until an instant. */
  worked(untilMs: number): number;
}

const MOST_EMPTY_DAYS = 800;
const DAYS_AT_ONCE = 366;

/** Lays out days from the one of an instant on, further ones when they are needed. A calendar without hours works day and night. */
export function workingClock(place: Workplace, startMs: number): WorkingClock {
  const opens: number[] = [];
  const closes: number[] = [];
  const before: number[] = [];
  let total = 0;
  let day = localDay(startMs, place.zone) - 1;
  let empty = 0;
  const layOut = () => {
    for (let count = 0; count < DAYS_AT_ONCE; count += 1) {
      const hours = openHours(day, place);
      empty = hours.length === 0 ? empty + 1 : 0;
      for (const { opensMs, closesMs } of hours) {
        opens.push(opensMs);
        closes.push(closesMs);
        before.push(total);
        total += closesMs - opensMs;
      }
      day += 1;
    }
    return empty < MOST_EMPTY_DAYS;
  };
  const isOpenAtAll = () => {
    while (opens.length === 0) if (!layOut()) return false;
    return true;
  };
  if (!isOpenAtAll())
    return { after: (fromMs, workMs) => fromMs + workMs, worked: (untilMs) => untilMs - startMs };

  /** The last span of hours that opens at or before an instant; -1 before the first. */
  const spanAt = (ms: number): number => {
    while ((opens[opens.length - 1] as number) <= ms) layOut();
    let low = 0;
    let high = opens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((opens[middle] as number) <= ms) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const worked = (untilMs: number): number => {
    const span = spanAt(untilMs);
    if (span < 0) return 0;
    return (before[span] as number) + Math.min(untilMs, closes[span] as number) - (opens[span] as number);
  };
  return {
    worked,
    after: (fromMs, workMs) => {
      const goal = worked(fromMs) + workMs;
      while (total < goal) layOut();
      let low = 0;
      let high = before.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((before[middle] as number) < goal) low = middle + 1;
        else high = middle;
      }
      const span = Math.max(0, low - 1);
      return (opens[span] as number) + goal - (before[span] as number);
    },
  };
}
