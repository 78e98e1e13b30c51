import type { Pack } from '@parcours/engine';
import * as z from 'zod';
import { clearanceOf } from '../access/clearance.ts';
import { heldRoles } from '../access/gate.ts';
import type { Asked, Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { advanceInRole, isRefused } from './advance-case.ts';
import { caseAnswer, invalidValues, refusedBody } from './case-answer.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { given, idInput, reasonInput } from './command-inputs.ts';
import { onCase } from './on-case.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export const assignInput = z.strictObject({
  role: idInput,
  /** Account id. */
  person: z.string().min(1).max(64),
  /** The role acted in. */
  as: idInput.optional(),
  reason: reasonInput.optional(),
});
export type AssignInput = z.infer<typeof assignInput>;

/** Refuses somebody who is not active, or does not hold the role. */
export async function refuseUnfit(service: Service, pack: Pack, role: string, person: string): Promise<void> {
  const account = await service.store.account(person);
  if (!account?.active || !heldRoles(account, pack).includes(role)) {
    throw new RequestError(
      'account.not_assignable',
      `This account cannot be ${role}: it is not active, or does not hold the role.`,
      {
        role,
        person,
      },
    );
  }
}

/** Gives a role in the case to an account that holds it. */
export function assignRole(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  input: AssignInput,
): Promise<GivenAnswer> {
  return onCase(asked, write, caseId, async ({ stored, pathway, roles }) => {
    await refuseUnfit(asked.service, pathway.pack, input.role, input.person);
    if (input.person === asked.account.id && stored.file.assignments[input.role] !== input.person) {
      throw new RequestError(
        'account.not_assignable',
        'Nobody gives a role to themselves: a colleague of the case does.',
        { role: input.role, person: input.person },
      );
    }
    if (clearanceOf(pathway.pack, [input.role]) > clearanceOf(pathway.pack, roles)) {
      throw new RequestError(
        'access.refused',
        `Somebody who may read as much as ${input.role} does gives this role.`,
        { role: input.role },
      );
    }
    const at = asked.service.clock.now();
    const { result } = advanceInRole(
      pathway,
      stored.file,
      roles,
      input.as,
      (role) => ({
        kind: 'assign',
        by: { person: asked.account.id, role },
        role: input.role,
        person: input.person,
        ...given({ reason: input.reason }),
      }),
      at,
    );
    if (!hasOutcome(result)) throw invalidValues(result.invalid);
    const refusal = isRefused(result) ? result.refusal : undefined;
    return {
      status: refusal ? 409 : 200,
      body: refusal ? refusedBody(refusal) : caseAnswer(stored.reference, result.caseFile, result.entries),
      writes: caseWrites(stored, result, at),
      subject: stored.id,
      ...(refusal ? { refused: `event.refused.${refusal.code}` } : {}),
    };
  });
}
