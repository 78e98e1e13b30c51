import type { Entry } from '@parcours/engine';
import { useLabels } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';

/** An entry of the journal as one sentence in the reader's language. */
export function useJournalSentence(): (entry: Entry) => string {
  const { t } = useWords();
  const labels = useLabels();
  return (entry) => {
    const facts = Object.keys(entry.changes.facts ?? {});
    const forgotten = entry.changes.forgotten ?? [];
    return t(`journal.${entry.kind}`, {
      event: entry.event === undefined ? '' : labels.event(entry.event),
      deadline: entry.deadline === undefined ? '' : labels.deadline(deadlineId(entry.deadline)),
      facts: [...facts, ...forgotten].map(labels.fact).join(', '),
    });
  };
}

/** The deadline of a row: `x#2` is the second time that `x` was armed. */
export function deadlineId(row: string): string {
  return row.replace(/#.*$/, '');
}
