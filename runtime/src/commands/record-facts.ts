import type { Command } from '@parcours/engine';
import * as z from 'zod';
import { sightOf } from '../access/clearance.ts';
import type { SeenCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { advanceInRole, isRefused } from './advance-case.ts';
import { caseAnswer, invalidValues, refusedBody } from './case-answer.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { factsInput, forEngine, given, idInput, instantInput, reasonInput } from './command-inputs.ts';
import { onCase } from './on-case.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export const recordInput = z
  .strictObject({
    role: idInput.optional(),
    facts: factsInput.optional(),
    /** Values found wrong, with the right ones. */
    correct: factsInput.optional(),
    /** Values found wrong and now unknown. */
    forget: z.array(idInput).max(200).optional(),
    /** Entries (seq) of past decisions that were looked at again. */
    reconsidered: z.array(z.number().int().positive()).max(50).optional(),
    happened: instantInput.optional(),
    reason: reasonInput.optional(),
  })
  .refine((input) => input.facts || input.correct || input.forget || input.reconsidered, {
    message: 'give facts, correct, forget or reconsidered',
  });
export type RecordInput = z.infer<typeof recordInput>;

/** Everybody may write what they saw; only who may read a fact may say that it was wrong. */
function refuseUnseen({ account }: Asked, seen: SeenCase, input: RecordInput): void {
  const sight = sightOf(seen.pathway.pack, seen.stored, account.id, seen.roles);
  const touched = [...Object.keys(input.correct ?? {}), ...(input.forget ?? [])];
  const unseen = touched.filter((id) => !sight.fact(id, seen.stored.file.facts[id]?.by));
  if (unseen.length > 0) {
    throw new RequestError('access.refused', 'You cannot correct what you may not read.', { facts: unseen });
  }
}

/** Records, corrects or forgets facts; a signal they set off runs with them. */
export function recordFacts(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  input: RecordInput,
): Promise<GivenAnswer> {
  return onCase(asked, write, caseId, async (seen) => {
    refuseUnseen(asked, seen, input);
    const { stored, pathway, roles } = seen;
    const at = asked.service.clock.now();
    const { role: wanted, facts, correct, forget, reconsidered, happened, reason } = input;
    const command = (role: string): Command => ({
      kind: 'record',
      by: { person: asked.account.id, role },
      ...given({ forget, reconsidered, happened, reason }),
      ...(facts ? { facts: forEngine(facts) } : {}),
      ...(correct ? { correct: forEngine(correct) } : {}),
    });
    const { result } = advanceInRole(pathway, stored.file, roles, wanted, command, at);
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
