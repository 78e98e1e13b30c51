import { EngineError } from '../vocabulary/engine-error.ts';
import type { Duration } from '../vocabulary/instant.ts';

/** The parts of an ISO 8601 duration, all whole and none negative. Hours stand in `minutes`. */
export type DurationParts = {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly minutes: number;
};

const DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/;
const LONGEST_YEARS = 200;
/** A pack has few durations, each read again and again. */
const MOST_REMEMBERED = 1_000;
const remembered = new Map<Duration, DurationParts>();

/** Splits a duration into its parts; undefined for fractions, signs, seconds, more than 200 years, and anything else. */
export function readDuration(text: string): DurationParts | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const parts = { years, months, weeks, days, minutes: hours * 60 + minutes };
  const length = parts.years + parts.months / 12 + (weeks * 7 + days) / 365 + parts.minutes / 525_600;
  return length > LONGEST_YEARS ? undefined : parts;
}

/** The same; throws `duration.invalid` for what is none. */
export function durationParts(text: Duration): DurationParts {
  const parts = remembered.get(text) ?? readDuration(text);
  if (parts) {
    if (remembered.size < MOST_REMEMBERED) remembered.set(text, parts);
    return parts;
  }
  throw new EngineError(
    'duration.invalid',
    `"${text}" is not a duration: write ISO 8601 such as PT24H, P3D or P6M.`,
    { text },
  );
}

/** True when the duration is written in hours and minutes only, so that it counts from the instant and not from the day after. */
export function countsFromInstant(text: Duration): boolean {
  return text.startsWith('PT');
}
