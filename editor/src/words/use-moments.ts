import { useMemo } from 'react';
import { dateFormat } from './date-format.ts';
import { LOCALES } from './languages.ts';
import { type SpanUnit, spanWords } from './span-words.ts';
import { useWords } from './use-words.ts';
import { useZone } from './zone.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How near a due instant is. `soon` is within the next two days. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later';

export function urgencyOf(due: string, now: number, zone: string): Urgency {
  const ms = Date.parse(due);
  if (ms < now) return 'overdue';
  const day = dateFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  if (day.format(ms) === day.format(now)) return 'today';
  return ms - now < 2 * DAY ? 'soon' : 'later';
}

/** Dates, times and spans in the reader's language and the procedure's time zone. */
export function useMoments() {
  const { language, t } = useWords();
  const zone = useZone();
  return useMemo(() => {
    const long = (timeZone: string) => dateFormat(LOCALES[language], { timeZone, dateStyle: 'long' });
    const moment = () =>
      dateFormat(LOCALES[language], {
        timeZone: zone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      });
    const unit = (n: number, name: SpanUnit) => spanWords({ t, language }, n, name);
    return {
      zone,
      /** A calendar date, `2026-03-02`, or the local date of an instant. */
      date: (value: string) => long(value.length === 10 ? 'UTC' : zone).format(Date.parse(value)),
      moment: (instant: string | number) =>
        moment().format(typeof instant === 'number' ? instant : Date.parse(instant)),
      /** The largest units of a span: "2 jours 3 heures". */
      span: (ms: number) => {
        const whole = Math.max(0, Math.abs(ms));
        const days = Math.floor(whole / DAY);
        if (days >= 730) return unit(Math.floor(days / 365.25), 'year');
        if (days >= 90) return unit(Math.floor(days / 30.44), 'month');
        const hours = Math.floor((whole % DAY) / HOUR);
        const minutes = Math.floor((whole % HOUR) / MINUTE);
        if (days >= 7 || (days > 0 && hours === 0)) return unit(days, 'day');
        if (days > 0) return `${unit(days, 'day')} ${unit(hours, 'hour')}`;
        if (hours > 0)
          return minutes > 0 ? `${unit(hours, 'hour')} ${unit(minutes, 'minute')}` : unit(hours, 'hour');
        return unit(minutes, 'minute');
      },
      /** An ISO 8601 duration in words: `PT24H` is "24 heures", or "24 heures ouvrées" where only working time counts. */
      duration: (iso: string, isWorking = false) => {
        const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso);
        if (!found) return iso;
        const names = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const;
        const parts = names.flatMap((name, index) => {
          const n = found[index + 1];
          return n === undefined ? [] : [spanWords({ t, language }, Number(n), name, isWorking)];
        });
        return parts.length > 0 ? parts.join(' ') : t('time.atOnce');
      },
    };
  }, [language, zone, t]);
}
