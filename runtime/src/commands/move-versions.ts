/**
 * All cases of a version go to another one by one. What became of a case, the cursor and the audit row stand in the same commit as
 * its entries: after a stop or a crash the next sweep goes on where it was, and no case is moved twice.
 */
import { type Command, EngineError, type Pathway } from '@parcours/engine';
import { ADMINISTRATOR } from '../access/gate.ts';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { StoredCase, Write } from '../store/store.ts';
import { StoreConflict, StoreFailure } from '../store/store-error.ts';
import type { MovedCase, VersionMove } from '../store/version-moves.ts';
import { isRefused } from './advance-case.ts';
import { migrationOf } from './migrate-case.ts';
import { noteLedger } from './run-once.ts';

/** So many cases of a move at a time: deadlines and effects have their turn in between. */
const PAGE = 5;
const MOST_TRIES = 6;

/** Moves some cases of every move under way; true when there are more. */
export async function moveVersions(service: Service): Promise<boolean> {
  let isMore = false;
  for (const { id } of await service.store.runningMoves()) {
    for (let count = 0; count < PAGE; count += 1) {
      const went = await service.inTurn(`move ${id}`, () => moveNext(service, id));
      if (!went) break;
      isMore ||= count === PAGE - 1;
      await new Promise<void>((done) => setImmediate(done));
    }
  }
  return isMore;
}

/** The next case of a move; false when it is at its end, or was stopped. */
async function moveNext(service: Service, id: string): Promise<boolean> {
  const { store, clock, inTurn } = service;
  const move = await store.versionMove(id);
  if (move?.state !== 'running') return false;
  const [next] = await store.casesOnVersion(move.from, move.after, 1);
  if (next) {
    await inTurn(`case ${next.id}`, () => moveOne(service, move, next.id));
    return true;
  }
  const at = clock.now();
  await store.commit([
    { kind: 'moveState', id, state: 'done', at },
    {
      kind: 'audit',
      note: { at, account: 'engine', action: 'version.moved', subject: id, outcome: 'allowed' },
    },
  ]);
  return false;
}

async function moveOne(service: Service, move: VersionMove, caseId: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { writes, outcome, codes } = await attempt(service, move, caseId);
    const at = service.clock.now();
    const step: MovedCase = { move: move.id, case: caseId, outcome, codes, at };
    const note = { at, account: move.by, action: 'case.migrate', subject: caseId };
    const isMoved = outcome === 'moved';
    try {
      await service.store.commit([
        ...writes,
        { kind: 'moveStep', step },
        {
          kind: 'audit',
          note: isMoved
            ? { ...note, outcome: 'allowed' }
            : { ...note, outcome: 'refused', code: codes[0] ?? outcome },
        },
      ]);
      noteLedger(service, writes);
      return;
    } catch (error) {
      if (!(error instanceof StoreConflict) || tries >= MOST_TRIES) throw error;
      if (error.on === 'move') return;
    }
  }
}

type Attempt = Pick<MovedCase, 'outcome' | 'codes'> & { readonly writes: readonly Write[] };

/** One that fails must not keep the others: it is told as failed, by its code. */
async function attempt(service: Service, move: VersionMove, caseId: string): Promise<Attempt> {
  try {
    const stored = await service.store.case(caseId);
    if (stored?.file.pack.hash !== move.from)
      return { outcome: 'stayed', codes: ['version.other'], writes: [] };
    return await migrateStored(service, move, stored);
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const isKnown = error instanceof EngineError || error instanceof RequestError;
    const code = isKnown ? error.code : 'server.failed';
    service.log.error({ case: caseId, move: move.id, error: code }, 'a case could not be migrated');
    return { outcome: 'failed', codes: [code], writes: [] };
  }
}

async function migrateStored(service: Service, move: VersionMove, stored: StoredCase): Promise<Attempt> {
  const { pathways, clock } = service;
  const from = await pathways.of(move.from);
  const to = await pathways.of(move.to);
  const { result, writes } = await migrationOf(service, stored, from, to, commandOf(move, to), clock.now());
  if (!isRefused(result)) return { outcome: 'moved', codes: [], writes };
  const codes = (result.refusal.migration ?? []).map(({ code }) => code);
  return { outcome: 'stayed', codes: [...new Set(codes)].sort(), writes };
}

function commandOf(
  { by, reason, map }: VersionMove,
  { pack, hash }: Pathway,
): Extract<Command, { kind: 'migrate' }> {
  const { id, version } = pack.pack;
  return {
    kind: 'migrate',
    by: { person: by, role: ADMINISTRATOR },
    to: { id, version, hash },
    reason,
    ...(map && { map }),
  };
}
