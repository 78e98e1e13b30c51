import type { Pathway } from '@parcours/engine';
import { RequestError } from '../errors.ts';
import type { Proposal, StoredCase } from '../store/store.ts';
import { gate, type WaitingReport } from './gate.ts';
import type { Asked, Service } from './who-asks.ts';

export type SeenCase = {
  readonly stored: StoredCase;
  readonly pathway: Pathway;
  /** The roles in which the account acts in this case. */
  readonly roles: readonly string[];
};

/** What the gate asks of reports that wait for a second person. */
export async function waitingReports(
  service: Service,
  proposals: readonly Proposal[],
): Promise<readonly WaitingReport[]> {
  const reports: WaitingReport[] = [];
  for (const { event, by, role } of proposals) {
    const reporter = await service.store.account(by);
    if (reporter) reports.push({ event, by, role, agency: reporter.agency });
  }
  return reports;
}

/** The case, if this account may open it. Otherwise `case.not_found`: a stranger's case and no case look the same. */
export async function seeCase(
  { service, account }: Asked,
  id: string,
  act: 'case.read' | 'case.write' | 'proposal.settle',
): Promise<SeenCase> {
  const notFound = () => new RequestError('case.not_found', 'There is no such case, or it is not yours.');
  const stored = await service.store.case(id);
  if (!stored) throw notFound();
  const pathway = await service.pathways.of(stored.file.pack.hash);
  const waiting = await waitingReports(service, await service.store.proposals(id));
  const verdict = gate(account, { act, case: stored, pack: pathway.pack, waiting });
  if (!verdict.allowed) throw notFound();
  return { stored, pathway, roles: verdict.roles };
}
