/** A person records, corrects or forgets facts, or answers decisions that were to be looked at again. Nothing moves but by a signal. */
import type { FactValue } from '../procedure/value.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Command } from './command.ts';
import { decide, recordedValues } from './decide.ts';
import type { Refusal } from './entry.ts';
import { passAtOnce } from './fire-deadline.ts';
import { followUp } from './follow-up.ts';
import { withoutOlder } from './newer-values.ts';
import { reconsiderations } from './reconsider.ts';
import { refusal } from './refusal.ts';
import { reports } from './who-may-report.ts';
import type { Work } from './work.ts';
import { writeEntry } from './write-entry.ts';
import { writeRefusal } from './write-refusal.ts';

type RecordCommand = Extract<Command, { kind: 'record' }>;
type Values = Readonly<Record<string, FactValue>>;

/** Gives the refusal, when there is one. Throws `command.invalid` for a fact to forget, or a decision, that is not there. */
export function recordFacts(
  work: Work,
  command: RecordCommand,
  { facts, correct }: { readonly facts: Values; readonly correct: Values },
  happened: Instant,
): Refusal | undefined {
  const { pathway, caseFile } = work;
  requireSense(work, command);
  const refused = check(work, command, happened);
  if (refused) {
    return writeRefusal(work, refused, { command, given: { ...facts, ...correct }, happened });
  }
  const given = { ...withoutOlder(work, facts, happened), ...correct };
  const forgotten = (command.forget ?? []).filter((id) => Object.hasOwn(caseFile.facts, id)).sort();
  const known = recordedValues(caseFile);
  const before = decide(pathway, known, happened);
  const kept = Object.entries({ ...known, ...given }).filter(([id]) => !forgotten.includes(id));
  const decided = decide(pathway, Object.fromEntries(kept), happened);
  const reconsider = reconsiderations(work, before, decided).filter(
    ({ seq }) => !command.reconsidered?.includes(seq),
  );
  const written = writeEntry(work, {
    kind: Object.keys(correct).length + forgotten.length > 0 ? 'corrected' : 'recorded',
    happened,
    by: command.by.person,
    role: command.by.role,
    command,
    decided,
    facts: given,
    forgotten,
    changes: { ...(JSON.stringify(reconsider) !== JSON.stringify(caseFile.reconsider) && { reconsider }) },
  });
  followUp(work, written, decided);
  passAtOnce(work, written.entry.seq);
  return undefined;
}

function requireSense(
  { pathway, caseFile }: Work,
  { facts, correct, forget, reconsidered }: RecordCommand,
): void {
  const strange = forget?.find((id) => !Object.hasOwn(pathway.pack.facts, id));
  if (strange !== undefined)
    throw invalid(`This procedure has no fact called ${strange}: forget one that it has.`);
  const twice = Object.keys(correct ?? {}).find(
    (id) => Object.hasOwn(facts ?? {}, id) || forget?.includes(id),
  );
  if (twice !== undefined) throw invalid(`${twice} is given twice: say once what becomes of it.`);
  const both = Object.keys(facts ?? {}).find((id) => forget?.includes(id));
  if (both !== undefined) throw invalid(`${both} is both given and forgotten: say once what becomes of it.`);
  const answered = reconsidered?.find((seq) => !caseFile.reconsider.some((one) => one.seq === seq));
  if (answered !== undefined) throw invalid(`No decision of entry ${answered} is to be looked at again.`);
}

function check(
  { pathway, at }: Work,
  { by, reason, reconsidered }: RecordCommand,
  happened: Instant,
): Refusal | undefined {
  if (!reports(pathway, by.role)) {
    const roles = Object.keys(pathway.pack.roles).filter((role) => reports(pathway, role));
    return refusal('role', { roles: roles.sort() });
  }
  if (reconsidered && reconsidered.length > 0 && !reason?.trim()) return refusal('reason');
  return happened > at ? refusal('when') : undefined;
}

function invalid(message: string): EngineError {
  return new EngineError('command.invalid', message);
}
