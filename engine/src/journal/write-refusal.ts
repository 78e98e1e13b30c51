import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Command } from './command.ts';
import { decide, recordedValues } from './decide.ts';
import type { Refusal } from './entry.ts';
import { passAtOnce } from './fire-deadline.ts';
import { followUp } from './follow-up.ts';
import { protectiveFacts } from './protective-facts.ts';
import { UNAUTHORISED } from './refusal.ts';
import type { Work } from './work.ts';
import { writeEntry } from './write-entry.ts';

type PersonsCommand = Exclude<Command, { kind: 'deadline' }>;

/**
 * Records a refusal. Of what was told it keeps the facts that turn a protective signal to yes, and runs that signal;
 * the other answers are in no entry: they stay that person's draft.
 */
export function writeRefusal(
  work: Work,
  refused: Refusal,
  {
    command,
    given,
    happened,
  }: {
    readonly command: PersonsCommand;
    readonly given: Readonly<Record<string, FactValue>>;
    readonly happened: Instant;
  },
): Refusal {
  const then = happened > work.at ? work.at : happened;
  const kept = UNAUTHORISED.has(refused.code)
    ? {}
    : protectiveFacts(work.pathway, work.caseFile, given, then);
  const decided = decide(work.pathway, { ...recordedValues(work.caseFile), ...kept }, then);
  const written = writeEntry(work, {
    kind: 'refused',
    happened: then,
    by: command.by.person,
    role: command.by.role,
    command: withoutAnswers(command, kept),
    event: refused.event,
    decided,
    read: refused.rules
      .map(({ rule }) => rule)
      .filter((rule) => Object.hasOwn(work.pathway.pack.rules, rule)),
    refusal: { code: refused.code, ...(refused.event !== undefined && { event: refused.event }) },
    facts: kept,
  });
  followUp(work, written, decided);
  passAtOnce(work, written.entry.seq);
  return refused;
}

function withoutAnswers(command: PersonsCommand, kept: Readonly<Record<string, FactValue>>): Command {
  if (command.kind === 'record') {
    const { facts: _, correct: __, forget: ___, ...rest } = command;
    return Object.keys(kept).length > 0 ? { ...rest, facts: kept } : rest;
  }
  if (command.kind !== 'report' && command.kind !== 'override') return command;
  const { facts: _, ...rest } = command;
  return Object.keys(kept).length > 0 ? { ...rest, facts: kept } : rest;
}
