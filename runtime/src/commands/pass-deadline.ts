import { advance } from '@parcours/engine';
import type { Service } from '../access/who-asks.ts';
import type { LedgerRow } from '../store/store.ts';
import { StoreConflict } from '../store/store-error.ts';
import { askSecondOpinion } from './advance-case.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { noteLedger } from './run-once.ts';

/**
 * Tells the engine that a row has reached its `next` instant. The engine drops what is stale or early, and the guard on
 * (case, seq) drops what another one told at the same time, so it counts exactly once.
 */
export function passDeadline(service: Service, due: LedgerRow): Promise<void> {
  const { store, clock, pathways } = service;
  return service.inTurn(`case ${due.case}`, async () => {
    const stored = await store.case(due.case);
    const next = stored?.file.deadlines[due.row.id]?.next;
    if (!stored || next === undefined) return;
    const pathway = await pathways.of(stored.file.pack.hash);
    const at = clock.now();
    const result = advance(pathway, stored.file, { kind: 'deadline', row: due.row.id, next }, at);
    if (!hasOutcome(result) || result.entries.length === 0) return;
    const checked = await askSecondOpinion(pathway, stored.file, result, undefined, at);
    const writes = caseWrites(stored, checked.outcome, at);
    try {
      await store.commit([
        ...writes,
        {
          kind: 'audit',
          note: { at, account: 'engine', action: 'deadline.pass', subject: stored.id, outcome: 'allowed' },
        },
      ]);
      noteLedger(service, writes);
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
    }
  });
}
