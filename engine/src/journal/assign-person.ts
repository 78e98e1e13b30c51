import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Command } from './command.ts';
import { decide, recordedValues } from './decide.ts';
import type { Refusal } from './entry.ts';
import { followUp } from './follow-up.ts';
import { refusal } from './refusal.ts';
import { reports } from './who-may-report.ts';
import type { Work } from './work.ts';
import { writeEntry } from './write-entry.ts';
import { writeRefusal } from './write-refusal.ts';

/** Who administers accounts, and is no role of any case: hands a case that nobody carries any more to somebody, with a reason. */
const ADMINISTRATION = 'administrator';

/** Gives a role of the case to a person. Throws `command.invalid` for a role the pack does not have. */
export function assignPerson(
  work: Work,
  command: Extract<Command, { kind: 'assign' }>,
  happened: Instant,
): Refusal | undefined {
  const { pathway, at } = work;
  if (!Object.hasOwn(pathway.pack.roles, command.role)) {
    throw new EngineError(
      'command.invalid',
      `This procedure has no role called ${command.role}: assign one that it has.`,
    );
  }
  const administers = command.by.role === ADMINISTRATION;
  const refused =
    !administers && !reports(pathway, command.by.role)
      ? refusal('role')
      : administers && !command.reason?.trim()
        ? refusal('reason')
        : happened > at
          ? refusal('when')
          : undefined;
  if (refused) return writeRefusal(work, refused, { command, given: {}, happened });
  const decided = decide(pathway, recordedValues(work.caseFile), happened);
  const written = writeEntry(work, {
    kind: 'assigned',
    happened,
    by: command.by.person,
    role: command.by.role,
    command,
    decided,
    changes: { assignments: { [command.role]: command.person } },
  });
  followUp(work, written, decided);
  return undefined;
}
