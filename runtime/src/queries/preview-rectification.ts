import type { Advance } from '@parcours/engine';
import type * as z from 'zod';
import { seen as recordSeen } from '../access/record-read.ts';
import { seeCase } from '../access/see-case.ts';
import type { Asked, Service } from '../access/who-asks.ts';
import { advanceInRole, isRefused } from '../commands/advance-case.ts';
import { hasOutcome } from '../commands/case-writes.ts';
import { rectifyInput, reportCommand, tellingOf } from '../commands/report-event.ts';
import { tellProposal, waitingProposal } from '../commands/tell-proposal.ts';
import { type JournalLine, sentEffects, withdrawnBy } from './read-journal.ts';

/** A late report as it would be put in its place; its reason may still be missing. */
export const previewRectificationInput = rectifyInput.partial({ reason: true });
export type PreviewRectificationInput = z.infer<typeof previewRectificationInput>;

/** What would no longer hold; or why the report could not be put there as it is. */
export type RectificationPreview = Required<Pick<JournalLine, 'withdrawn'>> | { readonly refused: string };

/** Stands in for the person who confirms and for the reason: neither changes what is withdrawn. */
const LATER = 'not-yet-known';

async function withdrawnIn(service: Service, caseId: string, result: Advance): Promise<RectificationPreview> {
  if (!hasOutcome(result)) return { refused: 'invalid' };
  if (isRefused(result)) return { refused: result.refusal.code };
  const put = result.entries.find(({ kind }) => kind === 'rectified');
  const withdrawn = put && withdrawnBy(put, await sentEffects(service, caseId, result.entries)).withdrawn;
  return { withdrawn: withdrawn ?? { entries: [], effects: [] } };
}

/** What putting a late report in its place would withdraw: told again beside the journal, which stays as it is. */
export async function previewRectification(
  asked: Asked,
  caseId: string,
  input: PreviewRectificationInput,
): Promise<RectificationPreview> {
  const { service, account } = asked;
  const seen = await seeCase(asked, caseId, 'case.write');
  const { stored, pathway, roles } = seen;
  const at = service.clock.now();
  const request = { ...input, kind: 'rectify', reason: input.reason ?? LATER } as const;
  const tell = await tellingOf(asked, seen, request, at);
  const { result } = advanceInRole(
    pathway,
    stored.file,
    roles,
    input.role,
    (role) => reportCommand(request, { person: account.id, role }, { person: LATER, role }),
    at,
    tell,
  );
  await recordSeen(asked, 'case.preview_rectification', caseId);
  return withdrawnIn(service, caseId, result);
}

/** The same for the second person who is asked to confirm it: only who may decide the proposal is told. */
export async function previewProposal(
  asked: Asked,
  caseId: string,
  proposalId: string,
): Promise<RectificationPreview> {
  const { service } = asked;
  const seen = await seeCase(asked, caseId, 'proposal.settle');
  const proposal = await waitingProposal(asked, seen, proposalId);
  const { result } = await tellProposal(asked, seen, proposal, undefined, service.clock.now());
  await recordSeen(asked, 'case.preview_rectification', caseId);
  return withdrawnIn(service, caseId, result);
}
