import { fromDayNumber, toDayNumber } from '../../calendar/day-number.ts';
import { fromEpochMs, localTime, toEpochMs } from '../../calendar/instant.ts';
import { offsetMs } from '../../calendar/zone-clock.ts';
import type { Instant, LocalDate } from '../../vocabulary/instant.ts';

/** The calendar's own answers about days of one zone, each asked once and remembered. */
export interface LocalDays {
  /** The day number it is at an instant. */
  dayOf(ms: number): number;
  /** The first instant of a local day. */
  startOf(day: number): number;
  textOf(day: number): LocalDate;
  instantOf(ms: number): Instant;
  /** The instant of a recorded time, for a date the start of its day; NaN for anything else. */
  msOf(text: string): number;
}

const DAY_MS = 86_400_000;
const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Nothing asked yet. */
export function localDays(zone: string): LocalDays {
  /** By day of UTC: how far local time is ahead all that day; NaN when clocks change in it. */
  const offsets = new Map<number, number>();
  const starts = new Map<number, number>();
  const texts = new Map<number, LocalDate>();
  const dates = new Map<string, number>();
  const utcDays = new Map<string, number>();
  const offsetOn = (utcDay: number): number => {
    const first = offsetMs(utcDay * DAY_MS, zone);
    const isSame = first === offsetMs((utcDay + 1) * DAY_MS - 1, zone);
    const offset = isSame ? first : Number.NaN;
    offsets.set(utcDay, offset);
    return offset;
  };
  const textOf = (day: number): LocalDate => {
    const known = texts.get(day);
    if (known !== undefined) return known;
    const text = fromDayNumber(day);
    texts.set(day, text);
    return text;
  };
  const startOf = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const ms = localTime(day, 0, zone);
    starts.set(day, ms);
    return ms;
  };
  const dateMs = (text: string): number => {
    const known = dates.get(text);
    if (known !== undefined) return known;
    const ms = startOf(toDayNumber(text));
    dates.set(text, ms);
    return ms;
  };
  const dayOfText = (text: string): number => {
    const known = utcDays.get(text);
    if (known !== undefined) return known;
    const day = toDayNumber(text);
    utcDays.set(text, day);
    return day;
  };
  return {
    dayOf: (ms) => {
      const utcDay = Math.floor(ms / DAY_MS);
      const offset = offsets.get(utcDay) ?? offsetOn(utcDay);
      return Math.floor((ms + (Number.isNaN(offset) ? offsetMs(ms, zone) : offset)) / DAY_MS);
    },
    startOf,
    textOf,
    instantOf: (ms) => {
      const day = Math.floor(ms / DAY_MS);
      if (!Number.isInteger(ms) || day < -700_000 || day > 2_900_000) return fromEpochMs(ms);
      const left = ms - day * DAY_MS;
      const seconds = Math.floor(left / 1_000);
      const minutes = Math.floor(seconds / 60);
      const hours = Math.floor(minutes / 60);
      const time = `${TWO[hours]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}`;
      return `${textOf(day)}T${time}.${String(left % 1_000).padStart(3, '0')}Z`;
    },
    msOf: (text) => {
      if (text.length === 10) return dateMs(text);
      if (text.length === 24 && text.charCodeAt(23) === 90 && text.charCodeAt(10) === 84) {
        const day = dayOfText(text.slice(0, 10));
        const minutes = two(text, 11) * 60 + two(text, 14);
        return day * DAY_MS + (minutes * 60 + two(text, 17)) * 1_000 + digit(text, 20) * 100 + two(text, 21);
      }
      return /^\d{4}-\d{2}-\d{2}T/.test(text) ? toEpochMs(text) : Number.NaN;
    },
  };
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

function two(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}
