import { gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { targetVersion } from '../packs/target-version.ts';
import type { VersionMove } from '../store/version-moves.ts';
import { mapOf, type StartMoveInput } from './migration-inputs.ts';
import { type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

/** What an administrator keeps of a move that they asked for. */
export type MoveAnswer = { readonly move: string; readonly state: VersionMove['state'] };

/** Throws unless the account moves versions. */
export function requireMover({ account }: Asked): void {
  if (!gate(account, { act: 'version.move' }).allowed) {
    throw new RequestError('access.refused', 'Only an administrator moves the cases of a version.');
  }
}

/** Begins to move all cases of a version; the sweeper moves them, one by one. */
export function startVersionMove(
  asked: Asked,
  write: WriteRequest,
  input: StartMoveInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return woken(
    asked,
    runOnce(service, write, async () => {
      requireMover(asked);
      const from = await service.pathways.of(input.from);
      const to = await targetVersion(service, from, input.to);
      const at = service.clock.now();
      const move: VersionMove = {
        id: service.newId(),
        pack: from.pack.pack.id,
        from: from.hash,
        to: to.hash,
        reason: input.reason,
        by: account.id,
        started: at,
        state: 'running',
        updated: at,
        ...mapOf(input),
      };
      const body: MoveAnswer = { move: move.id, state: move.state };
      return {
        status: 202,
        body,
        // Kept by its hash: it may have left the shelf when the move goes on.
        writes: [
          { kind: 'pack', pack: { hash: to.hash, pack: to.pack } },
          { kind: 'newMove', move },
        ],
        subject: move.id,
      };
    }),
  );
}

/** The sweeper is told once it is written. */
async function woken({ service }: Asked, answer: Promise<GivenAnswer>): Promise<GivenAnswer> {
  const given = await answer;
  service.noteDue(service.clock.now());
  return given;
}

/** Stops a move, or goes on with it. What is done already answers as done. */
export function changeVersionMove(
  asked: Asked,
  write: WriteRequest,
  id: string,
  state: 'stopped' | 'running',
): Promise<GivenAnswer> {
  const { service } = asked;
  return woken(
    asked,
    service.inTurn(`move ${id}`, () =>
      runOnce(service, write, async () => {
        requireMover(asked);
        const move = await service.store.versionMove(id);
        if (!move) throw new RequestError('move.not_found', 'There is no such move.');
        if (move.state === 'done') throw new RequestError('move.done', 'Every case of it was looked at.');
        const at = service.clock.now();
        const body: MoveAnswer = { move: id, state };
        return { status: 200, body, writes: [{ kind: 'moveState', id, state, at }], subject: id };
      }),
    ),
  );
}
