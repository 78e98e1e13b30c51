/**
 * Time, told to the engine, and effects, delivered. Rows of the ledger and of the outbox are the truth: nothing is remembered between sweeps but when to look
 * next, so a restart loses nothing. Overdue is computed when read; a sweep only records it.
 * Never early (the engine looks at the clock too), never lost (rows stay until told), never twice (guards of the store).
 */
import type { Instant } from '@parcours/engine';
import type { Service } from '../access/who-asks.ts';
import { deliverEffect } from '../commands/deliver-effect.ts';
import { forgetOld } from '../commands/forget-old.ts';
import { moveVersions } from '../commands/move-versions.ts';
import { passDeadline } from '../commands/pass-deadline.ts';
import type { LedgerRow, OutboxRow } from '../store/store.ts';

const PAGE = 200;
/** Looks at least this often, whatever it knows: a row told late is told within a minute. */
const LONGEST_SLEEP_MS = 30_000;

export interface Sweeper {
  /**
   * Tells every row that is due now and what that makes due, then delivers effects and moves some cases of versions on their way.
   * Resolves to how many rows were looked at. */
  sweep(): Promise<number>;
  /** Something may be due at this instant: wakes by then. */
  noteDue(next: Instant): void;
  start(): void;
  /** Stops waking; resolves when the sweep under way has ended. */
  stop(): Promise<void>;
}

const FORGET_EVERY_MS = 60 * 60 * 1000;

const effectKey = (row: OutboxRow): string => JSON.stringify([row.case, row.effect.key]);
const keyOf = (due: LedgerRow): string => JSON.stringify([due.case, due.row.id, due.row.next]);

const earliest = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.filter((at) => at !== undefined).sort()[0];

/** A sweeper for a service; it does nothing until `start` or `sweep`. */
export function sweeper(service: Service): Sweeper {
  const { store, clock, log } = service;
  let cancel: (() => void) | undefined;
  let wakes: Instant | undefined;
  let running = false;
  let sweeping = false;
  let forgotten: number | undefined;
  let inProgress: Promise<unknown> = Promise.resolve();

  async function tell(due: LedgerRow): Promise<void> {
    try {
      await passDeadline(service, due);
    } catch (error) {
      // One case that fails must not keep the others waiting; it is tried again at the next sweep.
      const name = error instanceof Error ? error.name : 'unknown';
      log.error({ case: due.case, row: due.row.id, error: name }, 'a deadline could not be told');
    }
  }

  /** Every effect that waits, and those that delivering it sets off. One that fails waits for the next sweep. */
  async function deliverAll(): Promise<void> {
    const failed = new Set<string>();
    for (;;) {
      const rows = await store.waitingEffects(PAGE + failed.size);
      const fresh = rows.filter((row) => !failed.has(effectKey(row)));
      if (fresh.length === 0) return;
      for (const row of fresh) {
        try {
          await deliverEffect(service, row);
        } catch (error) {
          failed.add(effectKey(row));
          const name = error instanceof Error ? error.name : 'unknown';
          log.error(
            { case: row.case, effect: row.effect.key, error: name },
            'an effect could not be delivered',
          );
        }
      }
    }
  }

  async function forgetSometimes(): Promise<void> {
    const now = Date.parse(clock.now());
    if (forgotten !== undefined && now - forgotten < FORGET_EVERY_MS) return;
    forgotten = now;
    await forgetOld(service);
  }

  async function sweepAll(): Promise<number> {
    const told = await tellAll();
    await deliverAll();
    await forgetSometimes();
    if (await moveVersions(service)) service.noteDue(clock.now());
    return told;
  }

  async function tellAll(): Promise<number> {
    const told = new Set<string>();
    // Rows told in vain (a case that fails) stay in front: the page grows by them, so that they hide nobody.
    let stuck = 0;
    for (;;) {
      const rows = await store.dueRows(clock.now(), PAGE + stuck);
      const fresh = rows.filter((due) => !told.has(keyOf(due)));
      stuck = rows.length - fresh.length;
      if (fresh.length === 0) return told.size;
      for (const due of fresh) {
        told.add(keyOf(due));
        await tell(due);
      }
    }
  }

  function sleepUntil(at: Instant): void {
    cancel?.();
    wakes = at;
    cancel = clock.wakeAt(at, wake);
  }

  async function sweepAndSleep(): Promise<void> {
    try {
      await sweepAll();
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a sweep failed');
    }
    sweeping = false;
    if (!running) return;
    const now = clock.now();
    const latest = new Date(Date.parse(now) + LONGEST_SLEEP_MS).toISOString();
    const next = await store.nextDue(now).catch(() => undefined);
    if (running) sleepUntil(earliest([wakes, next, latest]) ?? latest);
  }

  function wake(): void {
    cancel = undefined;
    wakes = undefined;
    sweeping = true;
    inProgress = sweepAndSleep();
  }

  return {
    sweep: sweepAll,
    noteDue(next) {
      if (!running || (wakes !== undefined && wakes <= next)) return;
      if (sweeping) wakes = next;
      else sleepUntil(next);
    },
    start() {
      running = true;
      wake();
    },
    async stop() {
      running = false;
      cancel?.();
      cancel = undefined;
      await inProgress;
    },
  };
}
