import type { Finding } from '../vocabulary/finding.ts';

/** A text of which one language was changed: the inherited others no longer say the same. */
export type StaleText = { readonly path: string; readonly languages: readonly string[] };

/** What a merge has to tell, gathered while it runs. */
export type MergeNotes = { readonly findings: Finding[]; readonly stale: StaleText[] };
