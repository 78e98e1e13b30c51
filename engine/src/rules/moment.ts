import { localDate, subtractDuration, toInstant } from '../calendar/instant.ts';
import type { Instant, LocalDate } from '../vocabulary/instant.ts';
import type { Moment } from './operators.ts';
import { isInstant } from './value-shape.ts';

/** An instant of evaluation in a zone; what is asked of the calendar is computed once. Throws `instant.invalid`. */
export function momentOf(at: Instant, timeZone: string): Moment {
  const instant = isInstant(at) ? at : toInstant(at);
  const earliest = new Map<string, string>();
  let today: LocalDate | undefined;
  return {
    at: instant,
    today: () => {
      today ??= localDate(instant, timeZone);
      return today;
    },
    earliest: (duration, family) => {
      const key = `${family} ${duration}`;
      const found = earliest.get(key);
      if (found !== undefined) return found;
      const back = subtractDuration(instant, duration, timeZone);
      const made = family === 'date' ? localDate(back, timeZone) : back;
      earliest.set(key, made);
      return made;
    },
  };
}
