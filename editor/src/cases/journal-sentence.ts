import type { Entry } from '@parcours/engine';
import { useLabels } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import { deadlineOfRow } from './deadline-of-row.ts';
import type { HistoryLine } from './history-line.ts';

/** A line of history as one sentence in the reader's language. */
export function useJournalSentence(): (line: HistoryLine) => string {
  const { t } = useWords();
  const labels = useLabels();
  return (line) => {
    const kind: Entry['kind'] = line.kind;
    return t(`journal.${kind}`, {
      event: line.event === undefined ? '' : labels.event(line.event),
      deadline: line.deadline === undefined ? '' : labels.deadline(deadlineOfRow(line.deadline)),
      facts: [...Object.keys(line.facts), ...line.forgotten].map(labels.fact).join(', '),
    });
  };
}
