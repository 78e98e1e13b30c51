import type { CaseFile, Entry, InvalidValue, Refusal } from '@parcours/engine';
import { type ErrorBody, RequestError } from '../errors.ts';

/** What a command on a case answers: ids and steps, never a value. The screen reads the case again. */
export type CaseAnswer = {
  readonly case: string;
  readonly reference: string;
  readonly seq: number;
  readonly status: CaseFile['status'];
  /** Steps and stages now open. */
  readonly open: readonly string[];
  readonly left: readonly string[];
  readonly entered: readonly string[];
  /** Signals that ran with it. */
  readonly signals: readonly string[];
  /** True when the second opinion disagreed and it was flagged. */
  readonly disagreed: boolean;
};

/** A report that waits for another person. */
export type ProposedAnswer = { readonly case: string; readonly proposal: string; readonly event: string };

/** Details of `event.refused`: what would unlock it, and where the answers were kept. */
export type RefusedDetails = { readonly refusal: Refusal; readonly draft?: string };

/** The answer of an accepted command. */
export function caseAnswer(reference: string, file: CaseFile, entries: readonly Entry[]): CaseAnswer {
  return {
    case: file.id,
    reference,
    seq: file.seq,
    status: file.status,
    open: Object.keys(file.open),
    left: entries.flatMap((entry) => entry.left ?? []),
    entered: entries.flatMap((entry) => entry.entered ?? []),
    signals: entries.flatMap((entry) => (entry.kind === 'signalled' && entry.event ? [entry.event] : [])),
    disagreed: entries.some((entry) => entry.kind === 'disagreed'),
  };
}

/** The body of a refusal that was recorded. */
export function refusedBody(refusal: Refusal, draft?: string): ErrorBody<RefusedDetails> {
  return {
    error: 'event.refused',
    message: `This is not possible now (${refusal.code}); details say what would unlock it.`,
    details: { refusal, ...(draft === undefined ? {} : { draft }) },
  };
}

/** Refuses the whole command for wrong values, each by its field. Nothing was recorded. */
export function invalidValues(invalid: readonly InvalidValue[]): RequestError {
  const fields = invalid.map(({ fact }) => fact).join(', ');
  return new RequestError('value.invalid', `Wrong value for: ${fields}.`, { invalid });
}
