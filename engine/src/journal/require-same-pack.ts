import type { Pathway } from '../pathway/pathway.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { CaseFile } from './case-file.ts';

/** A case stays on its version until somebody migrates it. Throws `pack.mismatch` otherwise. */
export function requireSamePack({ hash, pack }: Pathway, caseFile: CaseFile): void {
  if (caseFile.pack.hash === hash) return;
  throw new EngineError(
    'pack.mismatch',
    `The case ${caseFile.id} runs on ${caseFile.pack.id} ${caseFile.pack.version}, not on this version of ${pack.pack.id}: compile its own version, or migrate it.`,
    { case: caseFile.id, pack: caseFile.pack.id, version: caseFile.pack.version },
  );
}
