import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import { requireMover } from '../commands/start-version-move.ts';
import { RequestError } from '../errors.ts';
import type { MovedCase, VersionCount, VersionMove } from '../store/version-moves.ts';

const MOST = 100;

/** A move as administrators see it: counts, and nothing of what a case holds. */
export type MoveView = VersionMove & {
  readonly moved: number;
  readonly stayed: number;
  readonly failed: number;
  /** Cases that have not been looked at yet. */
  readonly left: number;
};

export type VersionMoveList = {
  /** Versions on which cases stand; `newest` is the hash of what new cases open on, when it is another. */
  readonly versions: readonly (VersionCount & { readonly newest?: string })[];
  readonly moves: readonly MoveView[];
};

async function viewOf({ service: { store } }: Asked, move: VersionMove): Promise<MoveView> {
  const cases = await store.movedCases(move.id);
  const count = (outcome: MovedCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const left =
    move.state === 'done' ? [] : await store.casesOnVersion(move.from, move.after, Number.MAX_SAFE_INTEGER);
  return {
    ...move,
    moved: count('moved'),
    stayed: count('stayed'),
    failed: count('failed'),
    left: left.length,
  };
}

/** The versions on which cases stand, and the moves from one to another: administrators only. */
export async function listVersionMoves(asked: Asked): Promise<VersionMoveList> {
  requireMover(asked);
  const { store, packs } = asked.service;
  const versions = (await store.caseVersions()).map((counted) => {
    const newest = packs.get(counted.pack);
    return newest?.pathway && newest.hash !== counted.hash ? { ...counted, newest: newest.hash } : counted;
  });
  const moves: MoveView[] = [];
  for (const move of await store.versionMoves(MOST)) moves.push(await viewOf(asked, move));
  await seen(asked, 'version.list_moves');
  return { versions, moves };
}

export type MoveCases = MoveView & {
  readonly cases: readonly (MovedCase & { readonly reference: string })[];
};

/** One move, with what became of each case. */
export async function readVersionMove(asked: Asked, id: string): Promise<MoveCases> {
  requireMover(asked);
  const { store } = asked.service;
  const move = await store.versionMove(id);
  if (!move) throw new RequestError('move.not_found', 'There is no such move.');
  const cases: (MovedCase & { readonly reference: string })[] = [];
  for (const one of await store.movedCases(id)) {
    const stored = await store.case(one.case);
    cases.push({ ...one, reference: stored?.reference ?? '' });
  }
  await seen(asked, 'version.read_move', id);
  return { ...(await viewOf(asked, move)), cases };
}
