import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { DraftChange, DraftComment, ProcedureDraft } from '../store/procedure-drafts.ts';
import type { CommentInput } from './draft-inputs.ts';
import { onDraft } from './on-draft.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export type CommentAnswer = { readonly comment: DraftComment };

/** Says something about a place of a draft, and may propose a change there. Everybody may. */
export function commentDraft(
  asked: Asked,
  write: WriteRequest,
  id: string,
  input: CommentInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onDraft(asked, write, id, (draft, at) => {
    const comment: DraftComment = {
      id: service.newId(),
      place: input.place,
      text: input.text,
      by: account.id,
      at,
      ...(input.suggestion && { suggestion: input.suggestion as DraftChange }),
      state: 'open',
      replies: [],
    };
    return {
      act: { kind: 'commented', comment: comment.id, place: input.place, text: input.text },
      draft: { comments: [...draft.comments, comment] },
      body: { comment } satisfies CommentAnswer,
    };
  });
}

/** Answers a comment. */
export function replyToComment(
  asked: Asked,
  write: WriteRequest,
  ids: { readonly draft: string; readonly comment: string },
  text: string,
): Promise<GivenAnswer> {
  return onDraft(asked, write, ids.draft, (draft, at) => {
    const before = commentOf(draft, ids.comment);
    const comment = { ...before, replies: [...before.replies, { text, by: asked.account.id, at }] };
    return {
      act: { kind: 'commented', comment: comment.id, place: comment.place, text },
      draft: { comments: replaced(draft, comment) },
      body: { comment } satisfies CommentAnswer,
    };
  });
}

/** Settles a comment, or opens it again. */
export function settleComment(
  asked: Asked,
  write: WriteRequest,
  ids: { readonly draft: string; readonly comment: string },
  state: DraftComment['state'],
): Promise<GivenAnswer> {
  return onDraft(asked, write, ids.draft, (draft, at) => {
    const { settledBy: _by, settledAt: _at, ...before } = commentOf(draft, ids.comment);
    const settled = state === 'open' ? {} : { settledBy: asked.account.id, settledAt: at };
    const comment: DraftComment = { ...before, state, ...settled };
    return {
      act: { kind: 'settled', comment: comment.id, state },
      draft: { comments: replaced(draft, comment) },
      body: { comment } satisfies CommentAnswer,
    };
  });
}

function commentOf(draft: ProcedureDraft, id: string): DraftComment {
  const comment = draft.comments.find((each) => each.id === id);
  if (!comment) throw new RequestError('draft.comment_not_found', 'There is no such comment.');
  return comment;
}

const replaced = (draft: ProcedureDraft, comment: DraftComment): readonly DraftComment[] =>
  draft.comments.map((each) => (each.id === comment.id ? comment : each));
