import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { type ApprovalAnswer, approveDraft } from '../commands/approve-draft.ts';
import type { ChangedDraft } from '../commands/change-draft.ts';
import {
  approvalInput,
  publishInput,
  rebaseInput,
  reviewInput,
  withdrawalInput,
} from '../commands/decide-inputs.ts';
import { type PublishedAnswer, publishDraft } from '../commands/publish-draft.ts';
import { rebaseDraft } from '../commands/rebase-draft.ts';
import { beginReview, closeDraft, endReview, type ReviewAnswer } from '../commands/review-draft.ts';
import { type WithdrawnAnswer, withdrawApproval } from '../commands/withdraw-approval.ts';
import { readDecision } from '../queries/read-decision.ts';
import { readGate } from '../queries/read-gate.ts';
import { readMinutes } from '../queries/read-minutes.ts';
import { readRebase } from '../queries/read-rebase.ts';
import { type AppEnv, bodyOf, send, sendAnswer, signedIn, writeOf } from './http.ts';

/** From a draft to a published version: review, approval by each sector, the gate, a second person. */
export function draftDecisionRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/:id/decision', async (c) => send(c, await readDecision(c.get('asked'), c.req.param('id'))))
    .get('/:id/gate', async (c) => send(c, await readGate(c.get('asked'), c.req.param('id'))))
    .get('/:id/minutes', async (c) => send(c, await readMinutes(c.get('asked'), c.req.param('id'))))
    .get('/:id/rebase', async (c) => send(c, await readRebase(c.get('asked'), c.req.param('id'))))
    .post('/:id/review', bodyOf(reviewInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.review', input);
      const turn = input.state === 'review' ? beginReview : endReview;
      return sendAnswer<ReviewAnswer>(c, await turn(c.get('asked'), write, c.req.param('id')));
    })
    .post('/:id/approvals', bodyOf(approvalInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.approve', input);
      return sendAnswer<ApprovalAnswer>(
        c,
        await approveDraft(c.get('asked'), write, c.req.param('id'), input),
      );
    })
    .post('/:id/approvals/withdraw', bodyOf(withdrawalInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.withdraw', input);
      return sendAnswer<WithdrawnAnswer>(
        c,
        await withdrawApproval(c.get('asked'), write, c.req.param('id'), input),
      );
    })
    .post('/:id/publish', bodyOf(publishInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.publish', input);
      return sendAnswer<PublishedAnswer>(
        c,
        await publishDraft(c.get('asked'), write, c.req.param('id'), input),
      );
    })
    .post('/:id/rebase', bodyOf(rebaseInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.rebase', input);
      return sendAnswer<ChangedDraft>(c, await rebaseDraft(c.get('asked'), write, c.req.param('id'), input));
    })
    .post('/:id/close', async (c) => {
      const write = writeOf(c, 'draft.close', null);
      return sendAnswer<ReviewAnswer>(c, await closeDraft(c.get('asked'), write, c.req.param('id')));
    });
}
