import type { Entry } from './entry.ts';
import { GENESIS, hashOf } from './seal-entry.ts';

/** Where a journal was altered, and how that is seen. */
export type ChainBreak = {
  readonly seq: number;
  readonly why: 'hash' | 'previous' | 'seq' | 'case' | 'truncated';
};

/**
 * Looks for the first entry that was changed, removed, swapped or added: each carries the hash of the one before it.
 * Entries cut off at the end are seen only against `head`, the newest hash kept elsewhere (the case file has it).
 */
export function checkChain(entries: readonly Entry[], head?: string): ChainBreak | undefined {
  let previous = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const why = flaw(entry, { seq: index + 1, previous, id: entries[0]?.case });
    if (why) return { seq: entry.seq, why };
    previous = entry.hash;
  }
  return head !== undefined && previous !== head ? { seq: entries.length + 1, why: 'truncated' } : undefined;
}

function flaw(
  entry: Entry,
  expected: { readonly seq: number; readonly previous: string; readonly id: string | undefined },
): ChainBreak['why'] | undefined {
  if (entry.seq !== expected.seq) return 'seq';
  if (entry.case !== expected.id) return 'case';
  if (entry.previous !== expected.previous) return 'previous';
  return entry.hash === hashOf(entry) ? undefined : 'hash';
}
