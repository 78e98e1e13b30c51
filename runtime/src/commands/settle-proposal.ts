import * as z from 'zod';
import { gate } from '../access/gate.ts';
import type { SeenCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { Proposal } from '../store/store.ts';
import { advanceInRole, isRefused } from './advance-case.ts';
import { invalidValues, refusedBody } from './case-answer.ts';
import { caseWrites, hasOutcome } from './case-writes.ts';
import { idInput } from './command-inputs.ts';
import { onCase } from './on-case.ts';
import { answerReport, type ReportRequest, reportCommand, tellingOf } from './report-event.ts';
import type { Answer, GivenAnswer, WriteRequest } from './run-once.ts';

export const settleInput = z.strictObject({ role: idInput.optional() });
export type SettleInput = z.infer<typeof settleInput>;

async function waiting({ service }: Asked, seen: SeenCase, id: string): Promise<Proposal> {
  const proposal = await service.store.proposal(id);
  if (!proposal || proposal.case !== seen.stored.id) {
    throw new RequestError('proposal.not_found', 'There is no such proposal in this case.');
  }
  if (proposal.state !== 'waiting') {
    throw new RequestError('proposal.settled', 'Somebody answered it already.', { state: proposal.state });
  }
  return proposal;
}

/** The request of a proposal, as `reportEvent` wrote it. */
function requestOf(proposal: Proposal): ReportRequest {
  return proposal.request as ReportRequest;
}

/** Confirms what another account proposed: the case moves with both names. The same account is refused. */
export function confirmProposal(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  proposalId: string,
  input: SettleInput,
): Promise<GivenAnswer> {
  const work = async (seen: SeenCase): Promise<Answer> => {
    const proposal = await waiting(asked, seen, proposalId);
    if (proposal.by === asked.account.id) {
      throw new RequestError(
        'proposal.same_person',
        'Another person confirms: the same account cannot do both.',
      );
    }
    const { stored, pathway, roles } = seen;
    const reporter = await asked.service.store.account(proposal.by);
    const still =
      reporter && gate(reporter, { act: 'case.write', case: stored, pack: pathway.pack, waiting: [] });
    if (!still?.allowed || !still.roles.includes(proposal.role)) {
      throw new RequestError(
        'proposal.settled',
        'Who reported it no longer acts in that role in this case: report it again.',
      );
    }
    const at = asked.service.clock.now();
    const request: ReportRequest = {
      ...requestOf(proposal),
      happened: requestOf(proposal).happened ?? proposal.at,
    };
    const by = { person: proposal.by, role: proposal.role };
    const { result } = advanceInRole(
      pathway,
      stored.file,
      roles,
      input.role,
      (role) => reportCommand(request, by, { person: asked.account.id, role }),
      at,
      await tellingOf(asked, seen, request, at),
    );
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
    const proposal = await waiting(asked, seen, proposalId);
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
