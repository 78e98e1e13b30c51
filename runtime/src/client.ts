/** The typed client of the service: the only door the editor uses. It runs wherever `fetch` does. */
import { hc } from 'hono/client';
import type { App } from './app.ts';

export type AppType = App;
export type { ApprovalAnswer } from './commands/approve-draft.ts';
export type { TableView } from './commands/be-present.ts';
export type { BegunDraft } from './commands/begin-draft.ts';
export type { CaseAnswer, ProposedAnswer, RefusedDetails } from './commands/case-answer.ts';
export type { ChangedDraft } from './commands/change-draft.ts';
export type { CommentAnswer } from './commands/comment-draft.ts';
export type { ComplaintAnswer } from './commands/open-complaint.ts';
export type { PublishedAnswer } from './commands/publish-draft.ts';
export type { ReviewAnswer } from './commands/review-draft.ts';
export type { ErrorBody, ErrorCode } from './errors.ts';
export type { TextOrigin, TextOrigins } from './packs/text-origins.ts';
export type { GateReport, PlayedScenario } from './proofs/gate-report.ts';
export type { AccountView, ColleagueView } from './queries/account-view.ts';
export type { CaseSummary } from './queries/case-summary.ts';
export type { AccountList } from './queries/list-accounts.ts';
export type { CaseList } from './queries/list-cases.ts';
export type { Inbox, InboxLine } from './queries/list-deadlines.ts';
export type { LeftCase } from './queries/list-left-cases.ts';
export type { NoticeLine, NoticeList } from './queries/list-notices.ts';
export type { PackSummary } from './queries/list-packs.ts';
export type { MoveCases, MoveView, VersionMoveList } from './queries/list-version-moves.ts';
export type { VersionDiff, VersionList, VersionView } from './queries/list-versions.ts';
export type { VersionMovePlan } from './queries/plan-version-move.ts';
export type { RectificationPreview } from './queries/preview-rectification.ts';
export type { CaseView, ProposalView } from './queries/read-case.ts';
export type { DecisionView } from './queries/read-decision.ts';
export type { DraftHistory, DraftSummary, DraftTranslations, DraftView } from './queries/read-draft.ts';
export type { GateView } from './queries/read-gate.ts';
export type { Journal, JournalLine, ReplayCheck } from './queries/read-journal.ts';
export type { DraftMinutes, MinutedAct, MinutedChange, Sitting } from './queries/read-minutes.ts';
export type { PackView } from './queries/read-pack.ts';
export type { RebaseView } from './queries/read-rebase.ts';
export type { HealthView } from './routes/health.ts';
export type { SessionView } from './routes/session.ts';
export type { SetupView } from './routes/setup.ts';

export type {
  Approval,
  DraftChange,
  DraftComment,
  DraftLine,
  ProcedureDraft,
  Publication,
} from './store/procedure-drafts.ts';
export type { StayCode } from './store/version-moves.ts';

export type ClientOptions = {
  /** For tests and examples: `app.request` of an application in memory, or a fetch that keeps cookies. */
  readonly fetch?: (input: string | URL | Request, init?: RequestInit) => Response | Promise<Response>;
  /** A fresh idempotency key; a random UUID when absent. */
  readonly newKey?: () => string;
};

const READS = new Set(['GET', 'HEAD']);

/**
 * A client for the service at `address` (empty: where the page came from). A write without an `Idempotency-Key` header
 * gets a new one: to repeat a write safely, give the key yourself.
 */
export function createClient(address = '', options: ClientOptions = {}) {
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const newKey = options.newKey ?? (() => globalThis.crypto.randomUUID());
  return hc<AppType>(address, {
    fetch: (input: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      if (!READS.has(init?.method ?? 'GET') && !headers.has('idempotency-key')) {
        headers.set('idempotency-key', newKey());
      }
      return send(input, { ...init, headers, credentials: 'same-origin' });
    },
  });
}

export type Client = ReturnType<typeof createClient>;
