/**
 * When a deadline is due (design section 3). Days and longer count from the day after and end with the local day, or at
 * closing hour when working days are counted; hours count from the instant; months clip to their last day.
 * A mix counts its longest units first and its hours from the end of the day so found.
 */
import type { Deadline } from '../procedure/deadlines.ts';
import type { Duration, Instant } from '../vocabulary/instant.ts';
import { countsFromInstant, type DurationParts, durationParts } from './duration.ts';
import { fromFarEpochMs, localDay, localTime, toEpochMs } from './instant.ts';
import { addMonthsTo } from './local-date.ts';
import { addWorkingDays, nextWorkingDay } from './working-days.ts';
import {
  addWorkingMs,
  closingOf,
  nextWorkingInstant,
  type Workplace,
  workingMsBetween,
} from './working-time.ts';

/** What counting needs to know of a deadline and of the place where it runs. */
export type Counting = Workplace & {
  readonly calendar: Deadline['calendar'];
  /** `next-working`: never due on a day, or for hours at an instant, that is not worked. */
  readonly ends: Deadline['ends'];
};

export type DueQuestion = Counting & {
  readonly from: Instant;
  readonly within: Duration;
  /** Time not counted, as `pausedSpan` gives it: milliseconds (elapsed) or working minutes (working). */
  readonly pausedFor?: number;
};

type DueEpochQuestion = Omit<DueQuestion, 'from'> & { readonly fromMs: number };

const MINUTE_MS = 60_000;

/**
 * The due instant: the last millisecond of the local day for days, the closing hour for working days, the exact instant
 * for hours. Throws `duration.invalid`, `instant.invalid`, or `pack.unsound` for a calendar without working time.
 */
export function dueInstant({ from, ...question }: DueQuestion): Instant {
  return fromFarEpochMs(dueEpochMs({ ...question, fromMs: toEpochMs(from) }));
}

/** The same in epoch milliseconds, for those who count thousands of deadlines. */
export function dueEpochMs(question: DueEpochQuestion): number {
  const span = durationParts(question.within);
  return question.calendar === 'working' ? dueWorking(question, span) : dueElapsed(question, span);
}

/** What a pause adds to `pausedFor`: milliseconds (elapsed), or working minutes begun (working). */
export function pausedSpan(since: Instant, until: Instant, counting: Omit<Counting, 'ends'>): number {
  const [sinceMs, untilMs] = [toEpochMs(since), toEpochMs(until)];
  if (counting.calendar === 'elapsed') return Math.max(0, untilMs - sinceMs);
  return Math.ceil(workingMsBetween(sinceMs, untilMs, counting) / MINUTE_MS);
}

function dueElapsed(question: DueEpochQuestion, span: DurationParts): number {
  const { fromMs, within, ends, zone, book, pausedFor = 0 } = question;
  const exactMs = span.minutes * MINUTE_MS + pausedFor;
  const onWorkingTime = (ms: number) => (ends === 'next-working' ? nextWorkingInstant(ms, question) : ms);
  if (countsFromInstant(within)) return onWorkingTime(fromMs + exactMs);
  const lastDay = addMonthsTo(localDay(fromMs, zone), span) + span.days;
  const countedMs = endOf(lastDay, zone) + exactMs;
  if (span.minutes > 0) return onWorkingTime(countedMs);
  const day = localDay(countedMs, zone);
  return endOf(ends === 'next-working' ? nextWorkingDay(day, book) : day, zone);
}

/** Years, months and weeks are those of the calendar; days are working days, counted from the day after. */
function dueWorking(question: DueEpochQuestion, span: DurationParts): number {
  const { fromMs, within, zone, book, pausedFor = 0 } = question;
  const exactMs = (span.minutes + pausedFor) * MINUTE_MS;
  if (countsFromInstant(within)) return addWorkingMs(fromMs, exactMs, question);
  const lastDay = addWorkingDays(addMonthsTo(localDay(fromMs, zone), span), span.days, book);
  const countedMs = addWorkingMs(closingOf(lastDay, question, fromMs), exactMs, question);
  return span.minutes > 0 ? countedMs : closingOf(localDay(countedMs, zone), question);
}

function endOf(day: number, zone: string): number {
  return localTime(day + 1, 0, zone) - 1;
}
