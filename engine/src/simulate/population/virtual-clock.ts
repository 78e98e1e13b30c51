import { countsFromInstant, durationParts } from '../../calendar/duration.ts';
import { localDate, subtractDuration } from '../../calendar/instant.ts';
import type { Moment } from '../../rules/operators.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import { type LocalDays, localDays } from './local-days.ts';

/** The one clock of a simulation. Its text and its day are told only when somebody reads them. */
export interface VirtualClock {
  nowMs: number;
  readonly days: LocalDays;
  /** Always the moment that it shows. */
  readonly moment: Moment;
  /** The instant it shows, as text. */
  text(): Instant;
  /** The day number it shows, in its zone. */
  day(): number;
}

const MINUTE_MS = 60_000;

type Earlier = { readonly family: 'date' | 'instant'; readonly duration: string; atMs: number; text: string };

/** A clock that stands at an instant until it is set. */
export function virtualClock(zone: string, startMs: number): VirtualClock {
  const days = localDays(zone);
  const earlier: Earlier[] = [];
  let textMs = Number.NaN;
  let text = '';
  let dayMs = Number.NaN;
  let day = 0;
  const tell = (): Instant => {
    if (textMs !== clock.nowMs) {
      textMs = clock.nowMs;
      text = days.instantOf(textMs);
    }
    return text;
  };
  const today = (): number => {
    if (dayMs !== clock.nowMs) {
      dayMs = clock.nowMs;
      day = days.dayOf(dayMs);
    }
    return day;
  };
  const before = (duration: string, family: 'date' | 'instant'): string => {
    if (countsFromInstant(duration)) {
      const ms = clock.nowMs - durationParts(duration).minutes * MINUTE_MS;
      return family === 'date' ? days.textOf(days.dayOf(ms)) : days.instantOf(ms);
    }
    const back = subtractDuration(tell(), duration, zone);
    return family === 'date' ? localDate(back, zone) : back;
  };
  const clock: VirtualClock = {
    nowMs: startMs,
    days,
    moment: {
      get at() {
        return tell();
      },
      today: () => days.textOf(today()),
      earliest: (duration, family) => {
        for (const one of earlier) {
          if (one.family !== family || one.duration !== duration) continue;
          if (one.atMs !== clock.nowMs) {
            one.atMs = clock.nowMs;
            one.text = before(duration, family);
          }
          return one.text;
        }
        const made = { family, duration, atMs: clock.nowMs, text: before(duration, family) };
        earlier.push(made);
        return made.text;
      },
    },
    text: tell,
    day: today,
  };
  return clock;
}
