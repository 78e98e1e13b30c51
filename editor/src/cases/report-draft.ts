import type { DecisionAct } from '@parcours/engine';
import type { EventGuide } from '../guidance/types.ts';

/**
 * How the reporter asks for the event: as it stands, although its door is closed, against an overridable rule, or put before
 * a deadline that has moved the case since.
 */
export type ReportMode = 'report' | 'done' | 'override' | 'rectify';

/** What the dialog adds to the answers of the form. */
export type ReportDetails = {
  readonly happened?: string;
  readonly reason?: string;
  readonly decision?: DecisionAct;
};

/** What is typed in the dialog, every part possibly blank. */
export type ReportDraft = {
  readonly when: 'now' | 'earlier';
  readonly happened: string | undefined;
  readonly reason: string;
  readonly decidedBy: string;
  readonly function: string;
  readonly authority: string;
  readonly number: string;
  readonly on: string;
};

export const BLANK_REPORT: ReportDraft = {
  when: 'now',
  happened: undefined,
  reason: '',
  decidedBy: '',
  function: '',
  authority: '',
  number: '',
  on: '',
};

export type ReportField = 'happened' | 'reason' | 'decidedBy' | 'function' | 'authority' | 'on';

export function needsReason(outcome: EventGuide, mode: ReportMode): boolean {
  return outcome.reasoned || mode !== 'report';
}

/** The parts that must still be filled before the event can be sent. */
export function missingParts(
  outcome: EventGuide,
  mode: ReportMode,
  draft: ReportDraft,
): readonly ReportField[] {
  const blank = (field: 'reason' | 'decidedBy' | 'function' | 'authority' | 'on') =>
    draft[field].trim() === '';
  const wanted: ReportField[] = [];
  if ((mode === 'rectify' || draft.when === 'earlier') && draft.happened === undefined)
    wanted.push('happened');
  if (needsReason(outcome, mode) && blank('reason')) wanted.push('reason');
  if (outcome.decision) {
    for (const field of ['decidedBy', 'function', 'authority', 'on'] as const) {
      if (blank(field)) wanted.push(field);
    }
  }
  return wanted;
}

/** The details to send, blanks left out. */
export function reportDetails(outcome: EventGuide, draft: ReportDraft): ReportDetails {
  const reason = draft.reason.trim();
  const number = draft.number.trim();
  return {
    ...(draft.when === 'earlier' && draft.happened !== undefined ? { happened: draft.happened } : {}),
    ...(reason === '' ? {} : { reason }),
    ...(outcome.decision
      ? {
          decision: {
            decidedBy: draft.decidedBy.trim(),
            function: draft.function.trim(),
            authority: draft.authority.trim(),
            on: draft.on,
            ...(number === '' ? {} : { number }),
          },
        }
      : {}),
  };
}
