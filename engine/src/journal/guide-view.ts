import type { Pathway } from '../pathway/pathway.ts';
import type { CaseFile } from './case-file.ts';
import type { Decided } from './decide.ts';

/** What every part of a guide reads: the case, all rules decided once, and who asks. */
export type GuideView = {
  readonly pathway: Pathway;
  readonly caseFile: CaseFile;
  readonly decided: Decided;
  readonly active: ReadonlySet<string>;
  readonly roles: readonly string[];
};
