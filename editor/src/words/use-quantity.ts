import { useCallback } from 'react';
import { LOCALES } from './languages.ts';
import { type SpanUnit, spanWords } from './span-words.ts';
import { useWords } from './use-words.ts';

const SPANS: Readonly<Record<string, SpanUnit>> = {
  years: 'year',
  months: 'month',
  weeks: 'week',
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
};

/** A number with its unit in the reader's language; a unit we have no words for is shown as the procedure writes it. `isWorking`: only working time counts. */
export function useQuantity(): (
  value: number | string,
  unit: string | undefined,
  isWorking?: boolean,
) => string {
  const { language, t } = useWords();
  return useCallback(
    (value, unit, isWorking) => {
      if (unit === undefined)
        return typeof value === 'number' ? new Intl.NumberFormat(LOCALES[language]).format(value) : value;
      const span = SPANS[unit];
      if (span === undefined || typeof value === 'string') return `${value} ${unit}`;
      return spanWords({ t, language }, value, span, isWorking);
    },
    [language, t],
  );
}

/** A unit alone, for beside a field: the plural of the reader's language. */
export function useUnitName(): (unit: string) => string {
  const { language } = useWords();
  return useCallback(
    (unit) => {
      const span = SPANS[unit];
      if (span === undefined) return unit;
      const parts = new Intl.NumberFormat(LOCALES[language], {
        style: 'unit',
        unit: span,
        unitDisplay: 'long',
      }).formatToParts(5);
      return parts.find(({ type }) => type === 'unit')?.value ?? unit;
    },
    [language],
  );
}
