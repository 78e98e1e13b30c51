/** From a person's request to an advance of the engine: in the role that may do it, with a second opinion when it is sure. */
import {
  type Advance,
  advance,
  type CaseFile,
  type Command,
  type Instant,
  type Pathway,
  type RefusalCode,
  recordDisagreement,
  secondOpinion,
} from '@parcours/engine';
import { RequestError } from '../errors.ts';
import { hasOutcome, joined, type Outcome } from './case-writes.ts';

export type Refused = Extract<Advance, { refusal: unknown }>;

/** True when the engine refused an event (not when a value was wrong). */
export function isRefused(result: Advance): result is Refused {
  return 'refusal' in result;
}

/** Refusals that another role of the same person may not meet. */
const OF_ROLE: ReadonlySet<RefusalCode> = new Set(['role', 'not_overridable']);

/**
 * Advances in the first of the roles that is not refused for its role. A role that was asked for is the only one tried.
 * `tell` takes the command otherwise than `advance` does.
 */
export function advanceInRole(
  pathway: Pathway,
  file: CaseFile,
  roles: readonly string[],
  wanted: string | undefined,
  command: (role: string) => Command,
  at: Instant,
  tell: (command: Command) => Advance = (told) => advance(pathway, file, told, at),
): { readonly result: Advance; readonly role: string } {
  if (wanted !== undefined && !roles.includes(wanted)) {
    throw new RequestError('access.refused', `You do not act as ${wanted} in this case.`, { roles });
  }
  let first: { result: Advance; role: string } | undefined;
  for (const role of wanted === undefined ? roles : [wanted]) {
    const tried = { result: tell(command(role)), role };
    if (!(isRefused(tried.result) && OF_ROLE.has(tried.result.refusal.code))) return tried;
    first ??= tried;
  }
  if (!first) throw new RequestError('access.refused', 'You have no role in this case.');
  return first;
}

export type Checked =
  | { readonly agreed: true; readonly outcome: Outcome }
  /** The evaluators disagree and the event is not protective: only the disagreement is recorded. */
  | { readonly agreed: false; readonly outcome: Outcome; readonly rules: readonly string[] };

/**
 * Asks json-rules-engine about every rule that decided. A disagreement is its own entry; it keeps any event but a
 * protective one from counting.
 */
export async function askSecondOpinion(
  pathway: Pathway,
  before: CaseFile,
  result: Outcome,
  event: string | undefined,
  at: Instant,
): Promise<Checked> {
  const disagreements = await secondOpinion(pathway, result.entries);
  if (disagreements.length === 0) return { agreed: true, outcome: result };
  const isProtective = event === undefined || pathway.pack.events[event]?.protective === true;
  const flagged = recordDisagreement(pathway, isProtective ? result.caseFile : before, disagreements, at);
  if (!hasOutcome(flagged)) throw new Error('a disagreement could not be recorded');
  if (!isProtective) {
    return { agreed: false, outcome: flagged, rules: disagreements.map(({ rule }) => rule) };
  }
  return { agreed: true, outcome: joined(result, flagged) };
}
