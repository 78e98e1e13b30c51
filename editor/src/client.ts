import { createClient } from '@parcours/runtime/client';

export type {
  AccountList,
  AccountView,
  CaseAnswer,
  CaseList,
  CaseSummary,
  CaseView,
  ComplaintAnswer,
  DraftComment,
  DraftHistory,
  DraftSummary,
  DraftView,
  ErrorCode,
  Journal,
  JournalLine,
  LeftCase,
  NoticeLine,
  PackSummary,
  PackView,
  ProposalView,
  ProposedAnswer,
  SessionView,
  SetupView,
  TableView,
} from '@parcours/runtime/client';

/** The service from which this page came. */
export const client = createClient(window.location.origin);
