import type { Pathway } from '../pathway/pathway.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import { apply } from './apply.ts';
import type { CaseFile } from './case-file.ts';
import { checkChain } from './check-chain.ts';
import type { Entry } from './entry.ts';
import { requireSamePack } from './require-same-pack.ts';

/**
 * Rebuilds a case file from its journal, byte for byte what it was live.
 * Throws `journal.broken` when an entry was altered and `pack.mismatch` when the case runs on another version.
 */
export function replay(pathway: Pathway, entries: readonly Entry[]): CaseFile {
  const broken = checkChain(entries);
  if (broken) {
    throw new EngineError(
      'journal.broken',
      `Entry ${broken.seq} of the journal was altered (${broken.why}): restore it from a copy.`,
      { seq: broken.seq },
    );
  }
  const caseFile = entries.reduce<CaseFile | undefined>(apply, undefined);
  if (!caseFile)
    throw new EngineError('journal.broken', 'The journal has no entry: give it from its opening on.');
  requireSamePack(pathway, caseFile);
  return caseFile;
}
