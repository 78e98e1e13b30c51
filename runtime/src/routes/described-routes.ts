import type * as z from 'zod';
import { changeAccountInput, newAccountInput } from '../commands/account-inputs.ts';
import { acknowledgeInput } from '../commands/acknowledge-notice.ts';
import { assignInput } from '../commands/assign-role.ts';
import {
  approvalInput,
  diffVersionsInput,
  publishInput,
  rebaseInput,
  reviewInput,
  withdrawalInput,
} from '../commands/decide-inputs.ts';
import {
  beginDraftInput,
  changeDraftInput,
  commentInput,
  hereInput,
  penInput,
  replyInput,
  settleCommentInput,
} from '../commands/draft-inputs.ts';
import { handOverInput } from '../commands/hand-over-case.ts';
import {
  migrateInput,
  planMigrationInput,
  planMoveInput,
  startMoveInput,
  takeBackInput,
} from '../commands/migration-inputs.ts';
import { openInput } from '../commands/open-case.ts';
import { complaintInput } from '../commands/open-complaint.ts';
import { recordInput } from '../commands/record-facts.ts';
import { overrideInput, rectifyInput, reportInput } from '../commands/report-event.ts';
import { draftInput } from '../commands/save-draft.ts';
import { setUpInput } from '../commands/set-up.ts';
import { settleInput } from '../commands/settle-proposal.ts';
import { signInInput } from '../commands/sign-in.ts';
import { caseListInput } from '../queries/list-cases.ts';
import { deadlineListInput } from '../queries/list-deadlines.ts';
import { noticeListInput } from '../queries/list-notices.ts';
import { previewRectificationInput } from '../queries/preview-rectification.ts';
import { readCaseInput } from '../queries/read-case.ts';

export type Described = {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** Needs no session. */
  readonly open?: true;
  /** Needs an Idempotency-Key. */
  readonly keyed?: true;
};

/** Every route of the service in one sentence; a test holds it equal to what is served. */
export const ROUTES: Readonly<Record<string, Described>> = {
  'GET /api/setup': { summary: 'Whether the first administrator is still missing.', open: true },
  'POST /api/setup': {
    summary: 'Makes the first administrator with the one-time code.',
    body: setUpInput,
    open: true,
  },
  'GET /api/session': { summary: 'The account that is signed in.' },
  'POST /api/session': { summary: 'Signs in.', body: signInInput, open: true },
  'DELETE /api/session': { summary: 'Signs out.' },
  'GET /api/accounts': { summary: 'Accounts, or colleagues to assign.' },
  'POST /api/accounts': {
    summary: 'Creates an account (administrators).',
    body: newAccountInput,
    keyed: true,
  },
  'PATCH /api/accounts/:id': {
    summary: 'Changes an account (administrators).',
    body: changeAccountInput,
    keyed: true,
  },
  'GET /api/drafts': { summary: 'Procedures that are being drawn.' },
  'POST /api/drafts': {
    summary: 'Begins a draft: of a procedure, as a copy, as an adaptation, or from files (authors).',
    body: beginDraftInput,
    keyed: true,
  },
  'GET /api/drafts/:id': { summary: 'A draft with its pack, and the base it lies over.' },
  'GET /api/drafts/:id/history': { summary: 'Everything that was done to a draft, in order.' },
  'GET /api/drafts/:id/translations': {
    summary: 'From what the texts of a draft were translated, wherever that says something else by now.',
  },
  'POST /api/drafts/:id/changes': {
    summary: 'Saves changes of who holds the pen; refused when the draft has changed since.',
    body: changeDraftInput,
    keyed: true,
  },
  'POST /api/drafts/:id/pen': {
    summary: 'Takes, asks for, gives, keeps or leaves the pen.',
    body: penInput,
    keyed: true,
  },
  'POST /api/drafts/:id/here': {
    summary: 'Says that one is at the table and where one looks; tells who else is.',
    body: hereInput,
  },
  'POST /api/drafts/:id/comments': {
    summary: 'Comments on a place of a draft, perhaps with a change proposed.',
    body: commentInput,
    keyed: true,
  },
  'POST /api/drafts/:id/comments/:comment/replies': {
    summary: 'Answers a comment.',
    body: replyInput,
    keyed: true,
  },
  'POST /api/drafts/:id/comments/:comment/settle': {
    summary: 'Settles a comment, or opens it again.',
    body: settleCommentInput,
    keyed: true,
  },
  'GET /api/drafts/:id/decision': {
    summary: 'How far a draft is on its way to be published: approvals by sector, and what one may do.',
  },
  'GET /api/drafts/:id/gate': {
    summary: 'The report of the gate on a draft as it stands; `running` while it is being made.',
  },
  'GET /api/drafts/:id/minutes': {
    summary: 'The minutes: who was there, what was changed and decided, what stays open, who signs.',
  },
  'GET /api/drafts/:id/rebase': {
    summary: 'What laying an adaptation over the newer version of its base would ask, in words.',
  },
  'POST /api/drafts/:id/review': {
    summary: 'Begins the review, which stops all changes, or ends it (authors).',
    body: reviewInput,
    keyed: true,
  },
  'POST /api/drafts/:id/approvals': {
    summary: 'Approves exactly the text in review, for one’s own sector.',
    body: approvalInput,
    keyed: true,
  },
  'POST /api/drafts/:id/approvals/withdraw': {
    summary:
      'Takes back the approval of one’s own sector while the review lasts, with a reason for the minutes.',
    body: withdrawalInput,
    keyed: true,
  },
  'POST /api/drafts/:id/publish': {
    summary: 'Publishes what is approved and let through by the gate (publishers who wrote none of it).',
    body: publishInput,
    keyed: true,
  },
  'POST /api/drafts/:id/rebase': {
    summary: 'Lays an adaptation over the newer version of its base, each conflict answered (authors).',
    body: rebaseInput,
    keyed: true,
  },
  'POST /api/drafts/:id/close': {
    summary: 'Puts a draft away; ending its review opens it again (authors).',
    keyed: true,
  },
  'GET /api/packs/:id/versions': {
    summary: 'The versions of a procedure: who published them, when, on which report, and their days.',
  },
  'GET /api/packs/:id/versions/:hash/diff': {
    summary: 'What a version says differently from another, in words.',
    query: diffVersionsInput,
  },
  'GET /api/packs': { summary: 'The procedures of this service.' },
  'GET /api/packs/:id': { summary: 'One resolved procedure with its findings and verdicts, by id or hash.' },
  'GET /api/cases': { summary: 'The cases of this account, newest first.', query: caseListInput },
  'POST /api/cases': { summary: 'Opens a case.', body: openInput, keyed: true },
  'GET /api/cases/:id': { summary: 'A case with its guide, drafts and proposals.', query: readCaseInput },
  'GET /api/cases/:id/journal': { summary: 'The history of a case and its replay check.' },
  'POST /api/cases/:id/events': {
    summary:
      'Reports an event: 200 taken, 202 waits for a second person, 409 refused with what would unlock it.',
    body: reportInput,
    keyed: true,
  },
  'POST /api/cases/:id/overrides': {
    summary: 'Reports an event with overridable rules taken as yes.',
    body: overrideInput,
    keyed: true,
  },
  'POST /api/cases/:id/rectifications': {
    summary:
      'Reports an event that was refused as late: with a reason, and confirmed by a second person, it is put before what followed it.',
    body: rectifyInput,
    keyed: true,
  },
  'POST /api/cases/:id/rectifications/preview': {
    summary:
      'What putting a late report in its place would withdraw, and what had already left; changes nothing.',
    body: previewRectificationInput,
  },
  'POST /api/cases/:id/migration/plan': {
    summary:
      'What would become of the case in another version, deadlines before and after, and why it could not go; changes nothing.',
    body: planMigrationInput,
  },
  'POST /api/cases/:id/migration': {
    summary: 'Moves the case to another version, wholly or not at all: 409 with every reason why not.',
    body: migrateInput,
    keyed: true,
  },
  'POST /api/cases/:id/migration/take-back': {
    summary: 'Puts the case back on the version it came from, as long as nothing has happened since.',
    body: takeBackInput,
    keyed: true,
  },
  'GET /api/cases/:id/proposals/:pid/preview': {
    summary:
      'What confirming a proposed late report would withdraw, and what had already left, told to who may confirm it; changes nothing.',
  },
  'POST /api/cases/:id/proposals/:pid/confirm': {
    summary: 'Confirms what another account reported.',
    body: settleInput,
    keyed: true,
  },
  'POST /api/cases/:id/proposals/:pid/refuse': { summary: 'Refuses or withdraws a proposal.', keyed: true },
  'POST /api/cases/:id/facts': {
    summary: 'Records, corrects or forgets facts.',
    body: recordInput,
    keyed: true,
  },
  'POST /api/cases/:id/assignments': {
    summary: 'Gives a role to an account.',
    body: assignInput,
    keyed: true,
  },
  'GET /api/left-cases': {
    summary: 'Open cases that nobody carries any more (administrators); never what is in them.',
  },
  'POST /api/left-cases/:id/hand-over': {
    summary: 'Hands such a case to somebody, with a reason (administrators).',
    body: handOverInput,
    keyed: true,
  },
  'GET /api/version-moves': {
    summary: 'Versions on which cases stand, and the moves from one to another (administrators).',
  },
  'GET /api/version-moves/:id': { summary: 'One move, with what became of each case (administrators).' },
  'POST /api/version-moves/plan': {
    summary:
      'How many cases of a version could go to another, page by page; changes nothing (administrators).',
    body: planMoveInput,
  },
  'POST /api/version-moves': {
    summary:
      'Moves all cases of a version, one by one; it goes on after a stop or a restart (administrators).',
    body: startMoveInput,
    keyed: true,
  },
  'POST /api/version-moves/:id/stop': { summary: 'Stops a move; cases already moved stay.', keyed: true },
  'POST /api/version-moves/:id/resume': { summary: 'Goes on with a move where it stopped.', keyed: true },
  'PUT /api/cases/:id/drafts/:step': { summary: 'Keeps unfinished answers.', body: draftInput, keyed: true },
  'GET /api/deadlines': { summary: 'The deadlines that run, soonest first.', query: deadlineListInput },
  'GET /api/notices': {
    summary: 'What this account is told in its roles, and what reached nobody in its cases.',
    query: noticeListInput,
  },
  'POST /api/cases/:id/notices/:key/acknowledge': {
    summary: 'Says that a notice was read.',
    body: acknowledgeInput,
    keyed: true,
  },
  'POST /api/complaints': { summary: 'Opens a sealed complaint.', body: complaintInput, keyed: true },
  'GET /api/health': { summary: 'Whether the service can write.', open: true },
  'GET /api/openapi.json': { summary: 'This document.', open: true },
};
