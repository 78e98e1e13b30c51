import { toInstant } from '../calendar/instant.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Disagreement } from '../rules/second-opinion.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile } from './case-file.ts';
import type { Advance } from './entry.ts';
import { requireSamePack } from './require-same-pack.ts';
import { append, beginWork, workDone } from './work.ts';

/**
 * Writes what `secondOpinion` found, one entry for each entry it looked at: recorded and flagged, it changes nothing and
 * never refuses a protective event. `at` is when the entries were recorded. Does nothing for an empty list.
 */
export function recordDisagreement(
  pathway: Pathway,
  caseFile: CaseFile,
  disagreements: readonly Disagreement[],
  at: Instant,
): Extract<Advance, { ok: true }> {
  requireSamePack(pathway, caseFile);
  const work = beginWork(pathway, caseFile, toInstant(at));
  for (const cause of new Set(disagreements.map(({ seq }) => seq))) {
    append(work, {
      kind: 'disagreed',
      happened: work.at,
      by: 'engine',
      cause,
      decisions: disagreements
        .filter(({ seq }) => seq === cause)
        .map(({ rule, ours, theirs }) => ({ rule, outcome: ours, facts: {}, secondOpinion: theirs })),
      effects: [],
      changes: {},
    });
  }
  return { ok: true, ...workDone(work) };
}
