import { count, type Histogram } from './tally.ts';

/** How often each length of time occurred, by number of its bucket: as `Histogram`, without texts. */
export type TimeCounts = number[];

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const QUARTERS = DAY_MINUTES / 15;
const FINE_MINUTES = 30 * DAY_MINUTES;
/** Buckets below a month: quarters of an hour for a day, then 2 hours. */
const FINE = QUARTERS + (FINE_MINUTES - DAY_MINUTES) / 120;

/** Quarters of an hour for a day, 2 hours for a month, then days. */
function bucketOf(ms: number): number {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  if (minutes < DAY_MINUTES) return Math.floor(minutes / 15);
  if (minutes < FINE_MINUTES) return QUARTERS + Math.floor((minutes - DAY_MINUTES) / 120);
  return FINE + Math.floor((minutes - FINE_MINUTES) / DAY_MINUTES);
}

/** The lower end of a bucket, in minutes. */
function minutesOf(bucket: number): string {
  if (bucket < QUARTERS) return String(bucket * 15);
  if (bucket < FINE) return String(DAY_MINUTES + (bucket - QUARTERS) * 120);
  return String(FINE_MINUTES + (bucket - FINE) * DAY_MINUTES);
}

/** Counts one length of time. */
export function countTime(counts: TimeCounts, ms: number): void {
  const bucket = bucketOf(ms);
  while (counts.length <= bucket) counts.push(0);
  counts[bucket] = (counts[bucket] as number) + 1;
}

/** Adds the counts to a histogram, whose keys are the lower ends of buckets in minutes. */
export function addTimes(histogram: Histogram, counts: TimeCounts): void {
  for (const [bucket, times] of counts.entries()) if (times > 0) count(histogram, minutesOf(bucket), times);
}

/** Adds one length of time to a histogram. */
export function addTime(histogram: Histogram, ms: number): void {
  count(histogram, minutesOf(bucketOf(ms)));
}
