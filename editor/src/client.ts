import { createClient } from '@parcours/runtime/client';

export type {
  AccountList,
  CaseSummary,
  CaseView,
  JournalLine,
  PackSummary,
  PackView,
  ProposalView,
} from '@parcours/runtime/client';

/** The service from which this page came. */
export const client = createClient(window.location.origin);
