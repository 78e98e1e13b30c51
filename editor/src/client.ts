import { createClient } from '@parcours/runtime/client';
import { fetchEarly } from './session/ask-early.ts';
import { newKey } from './session/new-key.ts';

export type {
  AccountList,
  AccountView,
  CaseAnswer,
  CaseList,
  CaseSummary,
  CaseView,
  ComplaintAnswer,
  DecisionView,
  DraftComment,
  DraftMinutes,
  DraftSummary,
  DraftView,
  ErrorCode,
  GateReport,
  GateView,
  Journal,
  JournalLine,
  LeftCase,
  MinutedAct,
  MinutedChange,
  NoticeLine,
  PackSummary,
  PackView,
  ProposalView,
  ProposedAnswer,
  RectificationPreview,
  SessionView,
  SetupView,
  Sitting,
  StayCode,
  TableView,
  TextOrigins,
  VersionDiff,
  VersionList,
  VersionMoveList,
  VersionMovePlan,
  VersionView,
} from '@parcours/runtime/client';

/** The service from which this page came. */
export const client = createClient(window.location.origin, { newKey, fetch: fetchEarly });
