import {
  addDuration,
  dueInstant,
  EngineError,
  holidaysOn,
  type Instant,
  localDate,
  type Pack,
  rungInstant,
} from '@parcours/engine';

type Deadline = Pack['deadlines'][string];

export type DeadlineTrial =
  /** The parameter that nobody found. */
  | { readonly unknown: string }
  | {
      readonly due: Instant;
      /** Who is told, and when. */
      readonly rungs: readonly { readonly at: Instant; readonly to: string }[];
      /** Local dates between start and end that working time passes over, with the holidays of each. */
      readonly daysOff: readonly { readonly day: string; readonly holidays: readonly string[] }[];
    };

/** More days off than this are not listed. */
const MOST_DAYS = 40;

/**
 * When a deadline that starts at an instant is due, as the engine counts it; `value` is what the enum fact says on which the span
 * depends (absent: the shortest). Undefined for a calendar in which nothing is ever worked.
 */
export function previewDeadline(
  pack: Pack,
  deadline: Deadline,
  from: Instant,
  value?: string,
): DeadlineTrial | undefined {
  const span = spanOf(pack, deadline.within, from, value);
  if (span === undefined) return undefined;
  if ('unknown' in span) return span;
  const { calendar, ends } = deadline;
  const place = { zone: pack.pack.timeZone, book: pack.calendar };
  try {
    const due = dueInstant({ from, within: span.iso, calendar, ends, ...place });
    const rungs = (deadline.escalation ?? []).map(({ at, to }) => ({
      at: rungInstant({ from, due, at, calendar, ...place }),
      to,
    }));
    return { due, rungs, daysOff: calendar === 'working' ? daysOff(pack, from, due) : [] };
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

type Span = { readonly iso: string } | { readonly unknown: string };

function spanOf(pack: Pack, within: Deadline['within'], from: Instant, value?: string): Span | undefined {
  if (typeof within === 'string') return { iso: within };
  if ('parameter' in within) {
    const said = pack.parameters[within.parameter]?.value;
    return typeof said === 'string' ? { iso: said } : { unknown: within.parameter };
  }
  const chosen = value === undefined ? undefined : within.values[value];
  if (chosen !== undefined) return spanOf(pack, chosen, from);
  const known = Object.values(within.values).flatMap((part) => {
    const span = spanOf(pack, part, from);
    return span && 'iso' in span ? [span.iso] : [];
  });
  const zone = pack.pack.timeZone;
  const [shortest] = known
    .map((iso) => ({ iso, end: addDuration(from, iso, zone) }))
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  return shortest && { iso: shortest.iso };
}

function daysOff(pack: Pack, from: Instant, due: Instant) {
  const zone = pack.pack.timeZone;
  const last = localDate(due, zone);
  const found: { day: string; holidays: readonly string[] }[] = [];
  for (let day = localDate(from, zone); day <= last && found.length < MOST_DAYS; day = dayAfter(day)) {
    const holidays = holidaysOn(day, pack.calendar);
    const isWeekend = pack.calendar.weekend.includes(weekdayOf(day));
    if (isWeekend || holidays.length > 0) found.push({ day, holidays });
  }
  return found;
}

const DAY_MS = 86_400_000;

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** ISO: 1 Monday to 7 Sunday. */
const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay() || 7;

/** The next Friday at 17:00 in a zone, from an instant on: the start that people argue about. */
export function fridayEvening(now: number, zone: string): string {
  let day = localDate(new Date(now).toISOString(), zone);
  while (weekdayOf(day) !== 5) day = dayAfter(day);
  return `${day}T17:00`;
}
