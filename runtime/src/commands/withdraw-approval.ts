import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { approvalsOf, requireReview } from './approve-draft.ts';
import type { WithdrawalInput } from './decide-inputs.ts';
import { onDraft } from './on-draft.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export type WithdrawnAnswer = { readonly sector: string };

/**
 * A sector takes back its approval of the text in review, by somebody of that sector, with a reason that stands in the minutes. It
 * may approve again. What is published stays published.
 */
export function withdrawApproval(
  asked: Asked,
  write: WriteRequest,
  id: string,
  { sector, reason }: WithdrawalInput,
): Promise<GivenAnswer> {
  const { account } = asked;
  return onDraft(asked, write, id, (draft) => {
    const hash = requireReview(draft);
    if (account.sector !== sector)
      throw new RequestError(
        'draft.other_sector',
        `Only somebody of the sector ${sector} takes back its approval.`,
      );
    if (!approvalsOf(draft, hash).some((one) => one.sector === sector))
      throw new RequestError('draft.sector_not_approved', 'This sector has not approved this text.');
    return {
      act: { kind: 'withdrawn', sector, hash, reason },
      draft: { approvals: draft.approvals.filter((one) => one.hash !== hash || one.sector !== sector) },
      body: { sector } satisfies WithdrawnAnswer,
    };
  });
}
