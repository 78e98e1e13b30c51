import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { acknowledgeInput, acknowledgeNotice } from '../commands/acknowledge-notice.ts';
import { assignInput, assignRole } from '../commands/assign-role.ts';
import type { CaseAnswer, ProposedAnswer } from '../commands/case-answer.ts';
import { migrateCase, planCaseMigration, takeBackCaseMigration } from '../commands/migrate-case.ts';
import { migrateInput, planMigrationInput, takeBackInput } from '../commands/migration-inputs.ts';
import { openCase, openInput } from '../commands/open-case.ts';
import { recordFacts, recordInput } from '../commands/record-facts.ts';
import { overrideInput, rectifyInput, reportEvent, reportInput } from '../commands/report-event.ts';
import { draftInput, saveDraft } from '../commands/save-draft.ts';
import { confirmProposal, refuseProposal, settleInput } from '../commands/settle-proposal.ts';
import { caseListInput, listCases } from '../queries/list-cases.ts';
import {
  previewProposal,
  previewRectification,
  previewRectificationInput,
} from '../queries/preview-rectification.ts';
import { readCase, readCaseInput } from '../queries/read-case.ts';
import { readJournal } from '../queries/read-journal.ts';
import type { Acknowledgement } from '../store/store.ts';
import { type AppEnv, bodyOf, queryOf, send, sendAnswer, signedIn, writeOf } from './http.ts';

/** Cases: opened, read, moved. Everything about a stranger's case answers 404. */
export function caseRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', queryOf(caseListInput), async (c) =>
      send(c, await listCases(c.get('asked'), c.req.valid('query'))),
    )
    .post('/', bodyOf(openInput), async (c) => {
      const input = c.req.valid('json');
      return sendAnswer<CaseAnswer>(c, await openCase(c.get('asked'), writeOf(c, 'case.open', input), input));
    })
    .get('/:id', queryOf(readCaseInput), async (c) =>
      send(c, await readCase(c.get('asked'), c.req.param('id'), c.req.valid('query'))),
    )
    .get('/:id/journal', async (c) => send(c, await readJournal(c.get('asked'), c.req.param('id'))))
    .post('/:id/events', bodyOf(reportInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.report', input);
      const request = { ...input, kind: 'report' } as const;
      return sendAnswer<CaseAnswer | ProposedAnswer>(
        c,
        await reportEvent(c.get('asked'), write, c.req.param('id'), request),
      );
    })
    .post('/:id/overrides', bodyOf(overrideInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.override', input);
      const request = { ...input, kind: 'override' } as const;
      return sendAnswer<CaseAnswer | ProposedAnswer>(
        c,
        await reportEvent(c.get('asked'), write, c.req.param('id'), request),
      );
    })
    .post('/:id/rectifications', bodyOf(rectifyInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.rectify', input);
      const request = { ...input, kind: 'rectify' } as const;
      return sendAnswer<CaseAnswer | ProposedAnswer>(
        c,
        await reportEvent(c.get('asked'), write, c.req.param('id'), request),
      );
    })
    .post('/:id/rectifications/preview', bodyOf(previewRectificationInput), async (c) =>
      send(c, await previewRectification(c.get('asked'), c.req.param('id'), c.req.valid('json'))),
    )
    .post('/:id/migration/plan', bodyOf(planMigrationInput), async (c) =>
      send(c, await planCaseMigration(c.get('asked'), c.req.param('id'), c.req.valid('json'))),
    )
    .post('/:id/migration', bodyOf(migrateInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.migrate', input);
      return sendAnswer<CaseAnswer>(c, await migrateCase(c.get('asked'), write, c.req.param('id'), input));
    })
    .post('/:id/migration/take-back', bodyOf(takeBackInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.take_back_migration', input);
      return sendAnswer<CaseAnswer>(
        c,
        await takeBackCaseMigration(c.get('asked'), write, c.req.param('id'), input),
      );
    })
    .get('/:id/proposals/:pid/preview', async (c) => {
      const { id, pid } = c.req.param();
      return send(c, await previewProposal(c.get('asked'), id, pid));
    })
    .post('/:id/proposals/:pid/confirm', bodyOf(settleInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'proposal.confirm', input);
      const { id, pid } = c.req.param();
      return sendAnswer<CaseAnswer>(c, await confirmProposal(c.get('asked'), write, id, pid, input));
    })
    .post('/:id/proposals/:pid/refuse', async (c) => {
      const write = writeOf(c, 'proposal.refuse', null);
      const { id, pid } = c.req.param();
      return sendAnswer<{ case: string; proposal: string; state: 'refused' }>(
        c,
        await refuseProposal(c.get('asked'), write, id, pid),
      );
    })
    .post('/:id/facts', bodyOf(recordInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.record', input);
      return sendAnswer<CaseAnswer>(c, await recordFacts(c.get('asked'), write, c.req.param('id'), input));
    })
    .post('/:id/assignments', bodyOf(assignInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.assign', input);
      return sendAnswer<CaseAnswer>(c, await assignRole(c.get('asked'), write, c.req.param('id'), input));
    })
    .post('/:id/notices/:key/acknowledge', bodyOf(acknowledgeInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'notice.acknowledge', input);
      const { id, key } = c.req.param();
      return sendAnswer<Acknowledgement>(c, await acknowledgeNotice(c.get('asked'), write, id, key, input));
    })
    .put('/:id/drafts/:step', bodyOf(draftInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'draft.save', input);
      const { id, step } = c.req.param();
      return sendAnswer<{ case: string; account: string; step: string; saved: string }>(
        c,
        await saveDraft(c.get('asked'), write, id, step, input),
      );
    });
}
