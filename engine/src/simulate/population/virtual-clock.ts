import { fromEpochMs, localDay, localTime } from '../../calendar/instant.ts';
import { momentOf } from '../../rules/moment.ts';
import type { Moment } from '../../rules/operators.ts';
import type { Instant } from '../../vocabulary/instant.ts';

/** The one clock of a simulation. Its text and its moment are made only when somebody reads them. */
export interface VirtualClock {
  nowMs: number;
  /** The instant it shows, as text. */
  text(): Instant;
  moment(): Moment;
  /** True for an instant of the local day it shows. */
  isToday(ms: number): boolean;
}

/** A clock that stands at an instant until it is set. */
export function virtualClock(zone: string, startMs: number): VirtualClock {
  let textMs = Number.NaN;
  let text = '';
  let momentMs = Number.NaN;
  let moment: Moment | undefined;
  let fromMs = 0;
  let untilMs = 0;
  const clock: VirtualClock = {
    nowMs: startMs,
    text: () => {
      if (textMs !== clock.nowMs) {
        textMs = clock.nowMs;
        text = fromEpochMs(textMs);
      }
      return text;
    },
    moment: () => {
      if (moment === undefined || momentMs !== clock.nowMs) {
        momentMs = clock.nowMs;
        moment = momentOf(clock.text(), zone);
      }
      return moment;
    },
    isToday: (ms) => {
      if (clock.nowMs < fromMs || clock.nowMs >= untilMs) {
        const day = localDay(clock.nowMs, zone);
        fromMs = localTime(day, 0, zone);
        untilMs = localTime(day + 1, 0, zone);
      }
      return ms >= fromMs && ms < untilMs;
    },
  };
  return clock;
}
