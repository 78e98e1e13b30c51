import type { Pack } from '@parcours/engine';
import { useLabels } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';

type Anchor = Pack['deadlines'][string]['from'];

/** Where a deadline starts counting, in words. */
export function useAnchorWords(): (anchor: Anchor) => string {
  const { t } = useWords();
  const labels = useLabels();
  const words = (anchor: Anchor): string => {
    if (anchor === 'entry') return t('due.entry');
    if ('fact' in anchor) return labels.fact(anchor.fact);
    if ('done' in anchor) return t('due.doneStep', { step: labels.state(anchor.done) });
    if ('event' in anchor) return labels.event(anchor.event);
    if ('latest' in anchor) return t('due.latest', { of: anchor.latest.map(words).join('\u00a0; ') });
    if ('earliest' in anchor) return t('due.earliest', { of: anchor.earliest.map(words).join('\u00a0; ') });
    return t('due.first', { of: anchor.first.map(words).join('\u00a0; ') });
  };
  return words;
}
