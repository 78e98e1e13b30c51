import { useCallback, useMemo } from 'react';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useQuantity } from '../words/use-quantity.ts';
import { useWords } from '../words/use-words.ts';
import { type ArrowWords, arrowWordsOf } from './arrow-words.ts';

export function useArrowWords(): ArrowWords {
  const labels = useLabels();
  const { t } = useWords();
  return useMemo(() => arrowWordsOf(labels, t), [labels, t]);
}

/** The span of a deadline in words: "24 heures", "5 jours ouvrés", or that national law was not found. */
export function useSpanWords(): (deadline: string) => string {
  const pack = usePack();
  const moments = useMoments();
  const quantity = useQuantity();
  const { t } = useWords();
  return useCallback(
    (id) => {
      const deadline = pack.deadlines[id];
      if (!deadline) return '';
      const isWorking = deadline.calendar === 'working';
      const read = (span: string | { readonly parameter: string }): string => {
        if (typeof span === 'string') return moments.duration(span, isWorking);
        const value = pack.parameters[span.parameter]?.value;
        if (typeof value === 'string') return moments.duration(value, isWorking);
        const unit = pack.parameters[span.parameter]?.unit;
        return typeof value === 'number' ? quantity(value, unit, isWorking) : t('due.needsLaw');
      };
      const { within } = deadline;
      return typeof within === 'object' && 'by' in within
        ? Object.values(within.values).map(read).join(' / ')
        : read(within);
    },
    [pack, moments, quantity, t],
  );
}
