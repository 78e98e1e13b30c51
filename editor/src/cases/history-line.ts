import type { Entry } from '@parcours/engine';
import type { JournalLine } from '../client.ts';

/** A line of history as the service gives it, with the act of decision when its reader may see it. */
export type HistoryLine = Omit<JournalLine, 'hash' | 'cause' | 'hidden'>;

/** An entry of a story played here, in the same shape. */
export function historyLine(entry: Entry): HistoryLine {
  const spoken = entry.command && entry.command.kind !== 'deadline' ? entry.command : undefined;
  const decision = spoken && 'decision' in spoken ? spoken.decision : undefined;
  const { seq, kind, happened, recorded, by, event, left, entered, refusal, deadline } = entry;
  return {
    seq,
    kind,
    happened,
    recorded,
    by,
    decisions: entry.decisions,
    facts: entry.changes.facts ?? {},
    forgotten: entry.changes.forgotten ?? [],
    ...(event === undefined ? {} : { event }),
    ...(left === undefined ? {} : { left }),
    ...(entered === undefined ? {} : { entered }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(spoken?.reason === undefined ? {} : { reason: spoken.reason }),
    ...(spoken?.second === undefined ? {} : { second: spoken.second.person }),
    ...(decision === undefined ? {} : { decision }),
  };
}
