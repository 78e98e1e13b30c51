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

/** Splits a duration into its parts; throws `duration.invalid` for fractions, signs, seconds, more than 200 years, and anything else. */
export function durationParts(text: Duration): DurationParts {
  const match = DURATION.exec(text);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = (match ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const parts = { years, months, weeks, days, minutes: hours * 60 + minutes };
  const length = parts.years + parts.months / 12 + (weeks * 7 + days) / 365 + parts.minutes / 525_600;
  if (!match || length > LONGEST_YEARS) {
    throw new EngineError(
      'duration.invalid',
      `"${text}" is not a duration: write ISO 8601 such as PT24H, P3D or P6M.`,
      { text },
    );
  }
  return parts;
}

/** True when the duration is written in hours and minutes only, so that it counts from the instant and not from the day after. */
export function countsFromInstant(text: Duration): boolean {
  return text.startsWith('PT');
}
