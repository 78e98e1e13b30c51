import { stepOf } from '../pathway/step-of.ts';
import { type Decided, decide, recordedValues } from './decide.ts';
import { reschedule } from './reschedule.ts';
import { runSignals } from './run-signals.ts';
import type { Work } from './work.ts';
import { type Written, writeEntry } from './write-entry.ts';

/** What follows an entry in the same command: its signals, then the facts that the steps entered ask again, then due instants that moved. */
export function followUp(work: Work, written: Written, decided: Decided): void {
  const { happened, seq, cause = seq } = written.entry;
  const entered = [...written.entered, ...runSignals(work, written, decided)];
  const forgotten = askedAgain(work, entered);
  if (forgotten.length > 0) {
    const facts = Object.fromEntries(
      Object.entries(recordedValues(work.caseFile)).filter(([id]) => !forgotten.includes(id)),
    );
    writeEntry(work, {
      kind: 'refreshed',
      happened,
      by: 'engine',
      cause,
      decided: decide(work.pathway, facts, happened),
      forgotten,
    });
  }
  reschedule(work, happened, cause);
}

/** Facts known now that a step declares `fresh`: each time it opens they are unknown again. */
function askedAgain({ pathway, caseFile }: Work, entered: readonly string[]): readonly string[] {
  const fresh = entered.flatMap((id) => {
    return stepOf(pathway.pack, id)?.fresh ?? [];
  });
  return [...new Set(fresh)].filter((id) => Object.hasOwn(caseFile.facts, id)).sort();
}
