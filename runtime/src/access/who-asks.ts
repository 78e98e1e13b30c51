import type { KeyedQueue } from '../commands/keyed-queue.ts';
import type { Deps } from '../deps.ts';
import type { PathwayCache } from '../packs/pathway-cache.ts';
import type { DraftGates } from '../proofs/draft-gates.ts';
import type { Prover } from '../proofs/proof-tasks.ts';
import type { StoredAccount } from '../store/store.ts';

/** What every command and query of a running application works with. */
export type Service = Deps & {
  readonly inTurn: KeyedQueue;
  readonly pathways: PathwayCache;
  readonly prover: Prover;
  /** Reports of the gate on what is being drawn. */
  readonly gates: DraftGates;
  /** Tells the sweeper that a row may be due sooner than it knew. */
  readonly noteDue: (next: string) => void;
};

/** A signed-in request: who asks, of what. */
export type Asked = { readonly service: Service; readonly account: StoredAccount };
