/** The units that people count a deadline in, largest first. */
export const DURATION_UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
export type DurationPart = { readonly unit: DurationUnit; readonly count: number };

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** An ISO 8601 duration as its parts: `P1DT12H` is one day and twelve hours. Empty for what is no duration. */
export function durationPartsOf(iso: string): readonly DurationPart[] {
  const found = ISO.exec(iso);
  if (!found) return [];
  return DURATION_UNITS.flatMap((unit, index) => {
    const count = found[index + 1];
    return count === undefined ? [] : [{ unit, count: Number(count) }];
  });
}

/** Parts as an ISO 8601 duration; two of one unit are added. No part is no duration. */
export function isoOf(parts: readonly DurationPart[]): string | undefined {
  const sum = (unit: DurationUnit) =>
    parts.filter((part) => part.unit === unit).reduce((total, { count }) => total + count, 0);
  const said = (unit: DurationUnit, letter: string) =>
    parts.some((part) => part.unit === unit) ? `${sum(unit)}${letter}` : '';
  const days = said('years', 'Y') + said('months', 'M') + said('weeks', 'W') + said('days', 'D');
  const time = said('hours', 'H') + said('minutes', 'M');
  if (days === '' && time === '') return undefined;
  return `P${days}${time === '' ? '' : `T${time}`}`;
}
