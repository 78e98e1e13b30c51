/**
 * The one way a case goes on. Pure and synchronous: same case file, same command, same instant, same text.
 * Facts are checked before anything is recorded, and never put in the place of newer ones but by a correction; what moves the case and lapsed before the act passes first; then the act
 * itself, its signals, what its steps ask again, and the deadlines that are already past due.
 */
import { toInstant } from '../calendar/instant.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { assignPerson } from './assign-person.ts';
import type { CaseFile } from './case-file.ts';
import { checkFacts } from './check-facts.ts';
import type { Command } from './command.ts';
import type { Advance, Refusal } from './entry.ts';
import { fireDeadline, passAtOnce, passLapsed } from './fire-deadline.ts';
import { recordFacts } from './record-facts.ts';
import { reportEvent } from './report-event.ts';
import { requireSamePack } from './require-same-pack.ts';
import { beginWork, type Work, workDone } from './work.ts';

/**
 * Takes one command. A refusal comes back with what would unlock it, and is recorded; a wrong value comes back as invalid,
 * and nothing is. Throws `pack.mismatch`, `instant.invalid`, and `command.invalid` for what the pack does not have.
 */
export function advance(pathway: Pathway, caseFile: CaseFile, command: Command, at: Instant): Advance {
  requireSamePack(pathway, caseFile);
  const work = beginWork(pathway, caseFile, toInstant(at));
  if (command.kind === 'deadline') return passing(work, command);
  requireJournalWhereAsked(command);
  const happened = command.happened === undefined ? work.at : toInstant(command.happened);
  const facts = checkFacts(pathway, 'facts' in command ? command.facts : undefined);
  const correct = checkFacts(pathway, 'correct' in command ? command.correct : undefined);
  const invalid = [...facts.invalid, ...correct.invalid];
  if (invalid.length > 0) return { ok: false, invalid };
  if (happened <= work.at) passLapsed(work, happened);
  const told = {
    ...command,
    ...('facts' in command && command.facts && { facts: facts.values }),
    ...('correct' in command && command.correct && { correct: correct.values }),
  };
  const refused = take(work, told, { facts: facts.values, correct: correct.values }, happened);
  return refused ? { ok: false, refusal: refused, ...workDone(work) } : { ok: true, ...workDone(work) };
}

function passing(work: Work, command: Extract<Command, { kind: 'deadline' }>): Advance {
  const row = Object.hasOwn(work.caseFile.deadlines, command.row)
    ? work.caseFile.deadlines[command.row]
    : undefined;
  fireDeadline(work, row, command.next, { command });
  const [first] = work.entries;
  if (first) passAtOnce(work, first.seq);
  return { ok: true, ...workDone(work) };
}

type Checked = Parameters<typeof recordFacts>[2];

function take(
  work: Work,
  command: Exclude<Command, { kind: 'deadline' }>,
  given: Checked,
  happened: Instant,
): Refusal | undefined {
  switch (command.kind) {
    case 'report':
    case 'override':
      return reportEvent(work, command, given.facts, happened);
    case 'record':
      return recordFacts(work, command, given, happened);
    case 'assign':
      return assignPerson(work, command, happened);
    case 'migrate':
      throw new EngineError(
        'command.invalid',
        'A migration needs the version it goes to: call migrate(from, to, caseFile, command, at) instead.',
      );
  }
}

function requireJournalWhereAsked(command: Command): void {
  if (command.kind !== 'report' || !command.rectify) return;
  throw new EngineError(
    'command.invalid',
    'A rectification tells the journal again: call rectify(pathway, entries, command, at) instead.',
  );
}
