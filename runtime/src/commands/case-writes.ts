import type { Advance, CaseFile, DeadlineRow, EffectDue, Entry, Instant } from '@parcours/engine';
import type { StoredCase, Write } from '../store/store.ts';

/** What an advance leaves to be written, whether it was accepted or refused. */
export type Outcome = {
  readonly caseFile: CaseFile;
  readonly entries: readonly Entry[];
  readonly deadlines: readonly DeadlineRow[];
  readonly effects: readonly EffectDue[];
};

/** True when the advance wrote something: wrong values do not. */
export function hasOutcome(advance: Advance): advance is Extract<Advance, { caseFile: CaseFile }> {
  return !('invalid' in advance);
}

/** Projection, journal, ledger and outbox of one advance: the parts of one transaction. */
export function caseWrites(
  stored: Omit<StoredCase, 'file' | 'updated'>,
  outcome: Outcome,
  at: Instant,
): Write[] {
  if (outcome.entries.length === 0) return [];
  const { id, reference, sealed, agency, openedBy } = stored;
  return [
    { kind: 'case', case: { id, reference, sealed, agency, openedBy, updated: at, file: outcome.caseFile } },
    { kind: 'entries', entries: outcome.entries },
    { kind: 'ledger', case: id, rows: outcome.deadlines },
    { kind: 'outbox', rows: outcome.effects.map((effect) => ({ case: id, effect, at })) },
  ];
}

/** One outcome of two advances, the second made on the case file of the first. */
export function joined(first: Outcome | undefined, second: Outcome): Outcome {
  if (!first) return second;
  return {
    caseFile: second.caseFile,
    entries: [...first.entries, ...second.entries],
    deadlines: [...first.deadlines, ...second.deadlines],
    effects: [...first.effects, ...second.effects],
  };
}
