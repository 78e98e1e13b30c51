/**
 * Offsets of time zones, remembered from one change of clocks to the next because asking for one costs tens of microseconds.
 * They come from the time zone data of the machine that runs: where a decree moves a change, that data must be up to date.
 */
import { Temporal } from 'temporal-polyfill';
import { EngineError } from '../vocabulary/engine-error.ts';

type Span = { readonly fromMs: number; readonly untilMs: number; readonly offsetMs: number };

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
const remembered = new Map<string, Span[]>();

/** How far local time is ahead of UTC at an instant, in milliseconds; throws `pack.unsound` for a zone that is not known. */
export function offsetMs(epochMs: number, zone: string): number {
  return spanAt(epochMs, zone).offsetMs;
}

/**
 * The instant of a local time, both in milliseconds. Of a local time that comes twice, the earlier instant; one that a
 * change of clocks skips is the moment of the change, so that skipped hours, or a skipped day, last no time.
 */
export function fromLocalMs(localMs: number, zone: string): number {
  const before = offsetMs(localMs - DAY_MS, zone);
  const after = offsetMs(localMs + DAY_MS, zone);
  const early = localMs - Math.max(before, after);
  const late = localMs - Math.min(before, after);
  if (early + offsetMs(early, zone) === localMs) return early;
  if (late + offsetMs(late, zone) === localMs) return late;
  return spanAt(late, zone).fromMs;
}

/** True when the name is an IANA time zone known here, such as `Africa/Porto-Novo`; a bare offset is not a zone. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function spanAt(epochMs: number, zone: string): Span {
  const spans = remembered.get(zone) ?? [];
  for (const span of spans) if (span.fromMs <= epochMs && epochMs < span.untilMs) return span;
  const span = readSpan(epochMs, zone);
  remembered.set(zone, [...spans, span]);
  return span;
}

function readSpan(epochMs: number, zone: string): Span {
  if (!isTimeZone(zone)) {
    throw new EngineError(
      'pack.unsound',
      `"${zone}" is not a time zone: write an IANA name such as Africa/Porto-Novo.`,
      { zone },
    );
  }
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const here = at(epochMs);
  const next = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const previous =
    at(epochMs + 1).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
  return {
    fromMs: Math.max(previous, epochMs - YEAR_MS),
    untilMs: Math.min(next, epochMs + YEAR_MS),
    offsetMs: here.offsetNanoseconds / 1_000_000,
  };
}
