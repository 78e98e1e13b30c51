import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { bePresent } from '../commands/be-present.ts';
import { type BegunDraft, beginDraft } from '../commands/begin-draft.ts';
import { type ChangedDraft, changeDraft } from '../commands/change-draft.ts';
import {
  type CommentAnswer,
  commentDraft,
  replyToComment,
  settleComment,
} from '../commands/comment-draft.ts';
import {
  beginDraftInput,
  changeDraftInput,
  commentInput,
  hereInput,
  penInput,
  replyInput,
  settleCommentInput,
} from '../commands/draft-inputs.ts';
import { type PenAnswer, passPen } from '../commands/pass-pen.ts';
import { listDrafts, readDraft, readDraftHistory, readDraftTranslations } from '../queries/read-draft.ts';
import { type AppEnv, bodyOf, send, sendAnswer, signedIn, writeOf } from './http.ts';

/** A machine of 16 levels, each two deep in JSON, inside a change inside a list. */
const DEEPEST_CHANGE = 64;

/** Procedures as they are drawn. They hold nothing personal. */
export function draftRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', async (c) => send(c, await listDrafts(c.get('asked'))))
    .get('/:id', async (c) => send(c, await readDraft(c.get('asked'), c.req.param('id'))))
    .get('/:id/history', async (c) => send(c, await readDraftHistory(c.get('asked'), c.req.param('id'))))
    .get('/:id/translations', async (c) =>
      send(c, await readDraftTranslations(c.get('asked'), c.req.param('id'))),
    )
    .post('/', bodyOf(beginDraftInput, DEEPEST_CHANGE), async (c) => {
      const input = c.req.valid('json');
      return sendAnswer<BegunDraft>(
        c,
        await beginDraft(c.get('asked'), writeOf(c, 'draft.begin', input), input),
      );
    })
    .post('/:id/changes', bodyOf(changeDraftInput, DEEPEST_CHANGE), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.change', input);
      return sendAnswer<ChangedDraft>(c, await changeDraft(c.get('asked'), write, c.req.param('id'), input));
    })
    .post('/:id/pen', bodyOf(penInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.pen', input);
      return sendAnswer<PenAnswer>(c, await passPen(c.get('asked'), write, c.req.param('id'), input));
    })
    .post('/:id/here', bodyOf(hereInput), async (c) =>
      send(c, await bePresent(c.get('asked'), c.req.param('id'), c.req.valid('json'))),
    )
    .post('/:id/comments', bodyOf(commentInput, DEEPEST_CHANGE), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.comment', input);
      return sendAnswer<CommentAnswer>(
        c,
        await commentDraft(c.get('asked'), write, c.req.param('id'), input),
      );
    })
    .post('/:id/comments/:comment/replies', bodyOf(replyInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.reply', input);
      const ids = { draft: c.req.param('id'), comment: c.req.param('comment') };
      return sendAnswer<CommentAnswer>(c, await replyToComment(c.get('asked'), write, ids, input.text));
    })
    .post('/:id/comments/:comment/settle', bodyOf(settleCommentInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.settle', input);
      const ids = { draft: c.req.param('id'), comment: c.req.param('comment') };
      return sendAnswer<CommentAnswer>(c, await settleComment(c.get('asked'), write, ids, input.state));
    });
}
