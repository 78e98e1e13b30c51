import type { CaseFile } from '../journal/case-file.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Told } from './happenings.ts';
import { BROKEN, type Monitor } from './monitor.ts';

/** Where a case stands, when a proof goes from there instead of from the opening. */
export type Start = {
  /** Of the pathway that is proved. */
  readonly caseFile: CaseFile;
  readonly at: Instant;
  /** What has happened to the case so far, in the names of that pathway. */
  readonly past: readonly Told[];
};

/** What a sentence has seen of the past; where that broke it, it goes on as if this had not been: only what comes is judged. */
export function monitorAfter(monitor: Monitor, past: readonly Told[]): number {
  return past.reduce((state, { happening }) => {
    const next = monitor.step(state, happening, () => {});
    return next === BROKEN ? state : next;
  }, monitor.initial);
}
