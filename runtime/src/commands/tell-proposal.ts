import type { Advance } from '@parcours/engine';
import { gate } from '../access/gate.ts';
import type { SeenCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { Proposal } from '../store/store.ts';
import { advanceInRole } from './advance-case.ts';
import { type ReportRequest, reportCommand, tellingOf } from './report-event.ts';

/** A proposal of this case that nobody has answered yet. */
export async function waitingProposal({ service }: Asked, seen: SeenCase, id: string): Promise<Proposal> {
  const proposal = await service.store.proposal(id);
  if (!proposal || proposal.case !== seen.stored.id) {
    throw new RequestError('proposal.not_found', 'There is no such proposal in this case.');
  }
  if (proposal.state !== 'waiting') {
    throw new RequestError('proposal.settled', 'Somebody answered it already.', { state: proposal.state });
  }
  return proposal;
}

/** What confirming a proposal would do, by another account than the one that made it; nothing is written. */
export async function tellProposal(
  asked: Asked,
  seen: SeenCase,
  proposal: Proposal,
  role: string | undefined,
  at: string,
): Promise<{ readonly request: ReportRequest; readonly result: Advance }> {
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
  // A proposal is stored as `reportEvent` wrote it.
  const proposed = proposal.request as ReportRequest;
  const request: ReportRequest = { ...proposed, happened: proposed.happened ?? proposal.at };
  const by = { person: proposal.by, role: proposal.role };
  const { result } = advanceInRole(
    pathway,
    stored.file,
    roles,
    role,
    (acting) => reportCommand(request, by, { person: asked.account.id, role: acting }),
    at,
    await tellingOf(asked, seen, request, at),
  );
  return { request, result };
}
