import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { wholeText } from '../packs/draft-text.ts';
import { filesOf, readAgain } from '../proofs/read-again.ts';
import type { ProcedureDraft } from '../store/procedure-drafts.ts';
import { requireDrawing } from './change-draft.ts';
import { onDraft, requireAuthor } from './on-draft.ts';
import { isPenFree } from './pass-pen.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export type ReviewAnswer = {
  readonly state: ProcedureDraft['state'];
  /** What is in review. */
  readonly hash?: string;
};

/**
 * Stops the changes of a draft, so that its sectors approve one text. That text is the draft written as files and read again: what
 * is approved is what everybody will read. The pen is put down.
 */
export function beginReview(asked: Asked, write: WriteRequest, id: string): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onDraft(asked, write, id, async (draft, at) => {
    requireAuthor(asked);
    requireDrawing(draft);
    if (!(await isPenFree(asked, draft, at)))
      throw new RequestError('draft.pen_held', 'Somebody is still writing: ask for the pen.');
    const { pack, base } = await wholeText(service, draft);
    const read = readAgain(filesOf(pack, base), base);
    if (!read.pack || read.hash === undefined)
      throw new RequestError('draft.unreadable', 'These changes do not go together yet.', {
        findings: read.findings.filter(({ severity }) => severity === 'error').slice(0, 50),
      });
    const { hash } = read;
    const body: ReviewAnswer = { state: 'review', hash };
    return {
      act: { kind: 'review', state: 'review', hash },
      draft: {
        state: 'review',
        reviewed: { hash, at, by: account.id },
        pen: undefined,
        asked: [],
        approvals: draft.approvals.filter((one) => one.hash === hash),
      },
      pack: read.pack,
      body,
    };
  });
}

/** Ends the review, or opens a closed draft: it can be changed again. Approvals stand until it is. */
export function endReview(asked: Asked, write: WriteRequest, id: string): Promise<GivenAnswer> {
  return onDraft(asked, write, id, (draft) => {
    requireAuthor(asked);
    if (draft.state === 'published')
      throw new RequestError('draft.published', 'It is published: begin a new draft of it.');
    if (draft.state === 'drawing')
      throw new RequestError('draft.not_in_review', 'It is not in review: it can be changed.');
    const body: ReviewAnswer = { state: 'drawing' };
    return {
      act: { kind: 'review', state: 'drawing', hash: draft.reviewed?.hash ?? '' },
      draft: { state: 'drawing', reviewed: undefined },
      body,
    };
  });
}

/** Puts a draft away. What was drawn is kept, and it can be opened again. */
export function closeDraft(asked: Asked, write: WriteRequest, id: string): Promise<GivenAnswer> {
  return onDraft(asked, write, id, async (draft, at) => {
    requireAuthor(asked);
    if (draft.state === 'published')
      throw new RequestError('draft.published', 'It is published: begin a new draft of it.');
    if (draft.state === 'closed') throw new RequestError('draft.closed', 'It is closed already.');
    if (!(await isPenFree(asked, draft, at)))
      throw new RequestError('draft.pen_held', 'Somebody is still writing: ask for the pen.');
    const body: ReviewAnswer = { state: 'closed' };
    return {
      act: { kind: 'closed' },
      draft: { state: 'closed', reviewed: undefined, pen: undefined, asked: [] },
      body,
    };
  });
}
