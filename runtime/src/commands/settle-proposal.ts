import * as z from 'zod';
import type { SeenCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { isRefused } from './advance-case.ts';
import { invalidValues, refusedBody } from './case-answer.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { idInput } from './command-inputs.ts';
import { onCase } from './on-case.ts';
import { answerReport } from './report-event.ts';
import type { Answer, GivenAnswer, WriteRequest } from './run-once.ts';
import { tellProposal, waitingProposal } from './tell-proposal.ts';

export const settleInput = z.strictObject({ role: idInput.optional() });
export type SettleInput = z.infer<typeof settleInput>;

/** Confirms what another account proposed: the case moves with both names. The same account is refused. */
export function confirmProposal(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  proposalId: string,
  input: SettleInput,
): Promise<GivenAnswer> {
  const work = async (seen: SeenCase): Promise<Answer> => {
    const proposal = await waitingProposal(asked, seen, proposalId);
    const { stored } = seen;
    const at = asked.service.clock.now();
    const { request, result } = await tellProposal(asked, seen, proposal, input.role, at);
    if (!hasOutcome(result)) throw invalidValues(result.invalid);
    if (isRefused(result)) {
      return {
        status: 409,
        body: refusedBody(result.refusal),
        writes: caseWrites(stored, result, at),
        subject: stored.id,
        refused: `event.refused.${result.refusal.code}`,
      };
    }
    const answer = await answerReport(asked, seen, result, request, proposal.by, at);
    if (answer.refused !== undefined) return answer;
    return {
      ...answer,
      writes: [
        ...answer.writes,
        { kind: 'settle', proposal: proposal.id, state: 'confirmed', by: asked.account.id, at },
      ],
    };
  };
  return onCase(asked, write, caseId, work, 'proposal.settle');
}

/** Refuses a proposal, or withdraws one's own. Nothing enters the journal: it never happened. */
export function refuseProposal(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  proposalId: string,
): Promise<GivenAnswer> {
  const work = async (seen: SeenCase): Promise<Answer> => {
    const proposal = await waitingProposal(asked, seen, proposalId);
    const at = asked.service.clock.now();
    return {
      status: 200,
      body: { case: seen.stored.id, proposal: proposal.id, state: 'refused' },
      writes: [{ kind: 'settle', proposal: proposal.id, state: 'refused', by: asked.account.id, at }],
      subject: seen.stored.id,
    };
  };
  return onCase(asked, write, caseId, work, 'proposal.settle');
}
