import type { Pathway } from '../pathway/pathway.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { apply } from './apply.ts';
import type { CaseFile, DeadlineRow } from './case-file.ts';
import type { EffectDue, Entry } from './entry.ts';
import { sealEntry } from './seal-entry.ts';

/** One command on its way: what it has written so far. Lives for the length of one call. */
export type Work = {
  readonly pathway: Pathway;
  /** When the command was recorded. */
  readonly at: Instant;
  caseFile: CaseFile;
  readonly entries: Entry[];
};

/** Starts a command on a case file. */
export function beginWork(pathway: Pathway, caseFile: CaseFile, at: Instant): Work {
  return { pathway, caseFile, at, entries: [] };
}

/** Seals the next entry of the case and applies it. */
export function append(
  work: Work,
  body: Omit<Entry, 'case' | 'seq' | 'recorded' | 'previous' | 'hash'>,
): Entry {
  const entry = sealEntry({
    ...body,
    case: work.caseFile.id,
    seq: work.caseFile.seq + 1,
    recorded: work.at,
    previous: work.caseFile.head,
  });
  work.caseFile = apply(work.caseFile, entry);
  work.entries.push(entry);
  return entry;
}

/** Rows of the ledger that an entry writes; all of them when it puts the whole case file. */
export function rowsTouched({ changes }: Entry): readonly string[] {
  return Object.keys(changes.instead?.deadlines ?? changes.deadlines ?? {});
}

/** What a command did, as the world needs it: the rows to write and the effects to run. */
export function workDone({ caseFile, entries }: Work): {
  readonly caseFile: CaseFile;
  readonly entries: readonly Entry[];
  readonly deadlines: readonly DeadlineRow[];
  readonly effects: readonly EffectDue[];
} {
  const touched = new Set(entries.flatMap(rowsTouched));
  return {
    caseFile,
    entries,
    deadlines: [...touched].flatMap((id) => caseFile.deadlines[id] ?? []),
    effects: entries.flatMap((entry) => entry.effects),
  };
}
