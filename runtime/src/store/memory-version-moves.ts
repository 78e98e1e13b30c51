import type { StoredCase } from './store.ts';
import { StoreConflict } from './store-error.ts';
import type {
  MovedCase,
  VersionCount,
  VersionMove,
  VersionMoveReads,
  VersionMoveWrite,
} from './version-moves.ts';

/** The part of the store in memory that keeps moves of versions. */
export type MoveShelf = {
  readonly cases: Map<string, StoredCase>;
  readonly moves: Map<string, VersionMove>;
  readonly movedCases: Map<string, MovedCase>;
};

type Put = <V>(map: Map<string, V>, key: string, value: V | undefined) => void;
type Apply<K extends VersionMoveWrite['kind']> = (
  shelf: MoveShelf,
  write: Extract<VersionMoveWrite, { kind: K }>,
  put: Put,
) => void;

export const MOVE_WRITES: { readonly [K in VersionMoveWrite['kind']]: Apply<K> } = {
  newMove: (shelf, { move }, put) => {
    const isUnderWay = [...shelf.moves.values()].some(
      ({ from, state }) => from === move.from && state !== 'done',
    );
    if (isUnderWay || shelf.moves.has(move.id)) throw new StoreConflict('move');
    put(shelf.moves, move.id, move);
  },
  moveState: (shelf, { id, state, at }, put) => {
    const move = shelf.moves.get(id);
    if (move) put(shelf.moves, id, { ...move, state, updated: at });
  },
  moveStep: (shelf, { step }, put) => {
    const key = JSON.stringify([step.move, step.case]);
    if (shelf.movedCases.has(key)) throw new StoreConflict('move');
    put(shelf.movedCases, key, step);
    const move = shelf.moves.get(step.move);
    if (move) put(shelf.moves, move.id, { ...move, after: step.case, updated: step.at });
  },
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** The reads of moves in memory. */
export function memoryMoveReads(shelf: MoveShelf): VersionMoveReads {
  const moves = () => [...shelf.moves.values()].sort(byId);
  const unsealed = () => [...shelf.cases.values()].filter(({ sealed }) => !sealed).sort(byId);
  return {
    versionMove: async (id) => shelf.moves.get(id),
    versionMoves: async (limit) => moves().reverse().slice(0, limit),
    runningMoves: async () => moves().filter(({ state }) => state === 'running'),
    movedCases: async (id) =>
      [...shelf.movedCases.values()]
        .filter(({ move }) => move === id)
        .sort((a, b) => (a.case < b.case ? -1 : 1)),
    casesOnVersion: async (hash, after, limit) =>
      unsealed()
        .filter(({ id, file }) => file.pack.hash === hash && (after === undefined || id > after))
        .slice(0, limit),
    caseVersions: async () => {
      const counts = new Map<string, VersionCount>();
      for (const { file } of unsealed()) {
        const { id: pack, version, hash } = file.pack;
        counts.set(hash, { pack, version, hash, cases: (counts.get(hash)?.cases ?? 0) + 1 });
      }
      return [...counts.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    },
  };
}
