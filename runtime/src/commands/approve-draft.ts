import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { wholeText } from '../packs/draft-text.ts';
import { requiredSectors } from '../packs/required-sectors.ts';
import type { Approval, ProcedureDraft } from '../store/procedure-drafts.ts';
import { given } from './command-inputs.ts';
import type { ApprovalInput } from './decide-inputs.ts';
import { onDraft } from './on-draft.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export type ApprovalAnswer = { readonly approval: Approval };

/** Throws unless a draft is in review; gives the hash of what is. */
export function requireReview({ state, reviewed }: ProcedureDraft): string {
  if (state !== 'review' || !reviewed)
    throw new RequestError('draft.not_in_review', 'It is not in review: an author begins the review.');
  return reviewed.hash;
}

/** The approvals that count: those of exactly this text. */
export function approvalsOf({ approvals }: ProcedureDraft, hash: string): readonly Approval[] {
  return approvals.filter((one) => one.hash === hash);
}

/**
 * A sector approves the text in review, by somebody of that sector: whatever functions they hold, authors too. Once for each
 * sector; of any other text it says nothing, and a change of the draft ends it.
 */
export function approveDraft(
  asked: Asked,
  write: WriteRequest,
  id: string,
  input: ApprovalInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onDraft(asked, write, id, async (draft, at) => {
    const hash = requireReview(draft);
    if (input.hash !== hash)
      throw new RequestError(
        'draft.changed_since',
        'Another text is in review now: read it before you approve.',
        {
          hash,
        },
      );
    const { pack } = await wholeText(service, draft);
    if (!requiredSectors(pack).includes(input.sector))
      throw new RequestError(
        'draft.sector_not_asked',
        `The sector ${input.sector} has no part in this procedure.`,
      );
    if (account.sector !== input.sector)
      throw new RequestError(
        'draft.other_sector',
        `Only somebody of the sector ${input.sector} approves for it.`,
      );
    if (approvalsOf(draft, hash).some(({ sector }) => sector === input.sector))
      throw new RequestError('draft.sector_approved', 'This sector has approved it already.');
    const approval: Approval = {
      sector: input.sector,
      by: account.id,
      person: account.displayName,
      function: input.function,
      body: input.body,
      ...given({ act: input.act }),
      hash,
      at,
    };
    return {
      act: { kind: 'approved', sector: input.sector, hash },
      draft: { approvals: [...draft.approvals, approval] },
      body: { approval } satisfies ApprovalAnswer,
    };
  });
}
