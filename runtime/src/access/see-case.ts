import type { Pathway } from '@parcours/engine';
import { RequestError } from '../errors.ts';
import type { StoredCase } from '../store/store.ts';
import { gate } from './gate.ts';
import type { Asked } from './who-asks.ts';

export type SeenCase = {
  readonly stored: StoredCase;
  readonly pathway: Pathway;
  /** The roles in which the account acts in this case. */
  readonly roles: readonly string[];
};

/** The case, if this account may open it. Otherwise `case.not_found`: a stranger's case and no case look the same. */
export async function seeCase(
  { service, account }: Asked,
  id: string,
  act: 'case.read' | 'case.write',
): Promise<SeenCase> {
  const notFound = () => new RequestError('case.not_found', 'There is no such case, or it is not yours.');
  const stored = await service.store.case(id);
  if (!stored) throw notFound();
  const pathway = await service.pathways.of(stored.file.pack.hash);
  const verdict = gate(account, { act, case: stored, pack: pathway.pack });
  if (!verdict.allowed) throw notFound();
  return { stored, pathway, roles: verdict.roles };
}
