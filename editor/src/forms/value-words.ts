import type { FactRow, FactValue } from '@parcours/engine';
import { useCallback } from 'react';
import { useMoments } from '../words/use-moments.ts';
import { useQuantity } from '../words/use-quantity.ts';
import { useWords } from '../words/use-words.ts';

type Described = {
  readonly type: string;
  readonly values?:
    | Readonly<Record<string, { readonly label: Readonly<Record<string, string>> }>>
    | undefined;
  readonly fields?:
    | Readonly<Record<string, Described & { readonly label: Readonly<Record<string, string>> }>>
    | undefined;
  readonly unit?: string | undefined;
};

const isRow = (value: unknown): value is FactRow =>
  typeof value === 'object' && value !== null && 'id' in value;

/** A recorded value as a reader says it: yes and no, a label, a date, rows one after another. */
export function useValueWords(): (described: Described | undefined, value: FactValue | undefined) => string {
  const { t, say } = useWords();
  const moments = useMoments();
  const quantity = useQuantity();
  return useCallback(
    (described, value) => {
      const words = (of: Described | undefined, shown: FactValue | undefined): string => {
        if (shown === undefined) return t('answer.unknown');
        if (typeof shown === 'boolean') return t(shown ? 'answer.yes' : 'answer.no');
        if (typeof shown === 'object') {
          if (shown.length === 0) return t('form.none');
          return shown
            .map((item) =>
              isRow(item)
                ? Object.entries(of?.fields ?? {})
                    .filter(([id]) => item[id] !== undefined)
                    .map(
                      ([id, field]) => `${say(field.label, id)}${t('app.colon')} ${words(field, item[id])}`,
                    )
                    .join(', ')
                : say(of?.values?.[item]?.label, item),
            )
            .join(of?.type === 'records' ? '\u00a0; ' : ', ');
        }
        if (typeof shown === 'number') return quantity(shown, of?.unit);
        if (of?.type === 'date') return moments.date(shown);
        if (of?.type === 'instant') return moments.moment(shown);
        return say(of?.values?.[shown]?.label, shown);
      };
      return words(described, value);
    },
    [t, say, moments, quantity],
  );
}
