import { advance } from '@parcours/engine';
import * as z from 'zod';
import { ADMINISTRATOR, gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { refuseUnfit } from './assign-role.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { idInput, reasonInput } from './command-inputs.ts';
import { type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

export const handOverInput = z.strictObject({
  role: idInput,
  /** Account id; never one's own. */
  person: z.string().min(1).max(64),
  reason: reasonInput,
});
export type HandOverInput = z.infer<typeof handOverInput>;

/** What the administrator keeps: nothing of what the case holds. */
export type HandOverAnswer = { readonly case: string; readonly role: string; readonly person: string };

/**
 * Gives a role to somebody in a case that nobody carries any more: an administrator, with a reason, in the journal and in
 * the audit. A case that somebody still carries answers as one that does not exist.
 */
export function handOverCase(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  { role, person, reason }: HandOverInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  const { store, clock, pathways } = service;
  return service.inTurn(`case ${caseId}`, () =>
    runOnce(service, write, async () => {
      if (!gate(account, { act: 'case.hand_over' }).allowed) {
        throw new RequestError('access.refused', 'Only an administrator hands cases over.');
      }
      const left = (await store.leftCases(Number.MAX_SAFE_INTEGER)).find(({ id }) => id === caseId);
      if (!left) throw new RequestError('case.not_found', 'There is no such case, or somebody carries it.');
      if (person === account.id) {
        throw new RequestError('account.not_assignable', 'Give it to somebody else than yourself.', {
          role,
          person,
        });
      }
      const pathway = await pathways.of(left.file.pack.hash);
      await refuseUnfit(service, pathway.pack, role, person);
      if (Object.hasOwn(left.file.people, person)) {
        throw new RequestError('account.not_assignable', 'This account cannot take this case.', {
          role,
          person,
        });
      }
      const at = clock.now();
      const by = { person: account.id, role: ADMINISTRATOR };
      const result = advance(pathway, left.file, { kind: 'assign', by, role, person, reason }, at);
      if (!hasOutcome(result) || !result.ok) throw new Error('a case could not be handed over');
      const body: HandOverAnswer = { case: caseId, role, person };
      return { status: 200, body, writes: caseWrites(left, result, at), subject: caseId };
    }),
  );
}
