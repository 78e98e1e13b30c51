import type { TFunction } from 'i18next';
import { type Language, LOCALES } from './languages.ts';

export type SpanUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute';

/** Units that count working time only; years, months and weeks are those of the calendar, whatever is worked. */
const WORKING = {
  day: 'due.workingDay',
  hour: 'due.workingHour',
  minute: 'due.workingMinute',
} as const satisfies Partial<Record<SpanUnit, string>>;

/** A number of one unit in the reader's language: "2 jours", or "2 jours ouvrés" where only working time counts. */
export function spanWords(
  { t, language }: { readonly t: TFunction<'words'>; readonly language: Language },
  count: number,
  unit: SpanUnit,
  isWorking = false,
): string {
  if (isWorking && Object.hasOwn(WORKING, unit)) return t(WORKING[unit as keyof typeof WORKING], { count });
  return formatOf(language, unit).format(count);
}

/** Made once for each unit: a map says hundreds of spans. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, unit: SpanUnit): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(key, made);
  return made;
}
