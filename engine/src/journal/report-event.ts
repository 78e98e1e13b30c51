/** A person reports an event, or overrides: facts first, then every rule, then the machine, then what follows. */
import { type StepResult, stepMachine } from '../pathway/step-machine.ts';
import { doneEvent } from '../pathway/xstate-machine.ts';
import type { FactValue } from '../procedure/value.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { checkLeaving } from './check-leaving.ts';
import { checkReport, checkSecond } from './check-report.ts';
import { decide, recordedValues } from './decide.ts';
import type { EntryKind, Refusal } from './entry.ts';
import { passAtOnce } from './fire-deadline.ts';
import { followUp } from './follow-up.ts';
import { type Inquiry, inquire, type Reported } from './inquiry.ts';
import { withoutOlder } from './newer-values.ts';
import { refusal } from './refusal.ts';
import { isHeardOnlyWhereWithheld } from './withheld.ts';
import type { Work } from './work.ts';
import { writeEntry } from './write-entry.ts';
import { writeRefusal } from './write-refusal.ts';

/** Gives the refusal, when there is one; it is recorded like everything else. Throws `command.invalid` for an event or rule the pack does not have. */
export function reportEvent(
  work: Work,
  command: Reported,
  given: Readonly<Record<string, FactValue>>,
  happened: Instant,
): Refusal | undefined {
  const inquiry = inquireAbout(work, command, given, happened);
  const refused = checkReport(inquiry);
  if (refused) return writeRefusal(work, refused, { command, given, happened });
  const taking = take(inquiry);
  const left = taking.result.ok
    ? taking.result.step.acts.flatMap((act) => (act.kind === 'leave' ? [act.state] : []))
    : [];
  const stays = taking.result.ok
    ? (checkLeaving(inquiry, left)[0] ?? checkSecond(inquiry))
    : refusal('closed', { event: command.event, heardAt: inquiry.reading.heard });
  if (stays) return writeRefusal(work, stays, { command, given, happened });
  const { decided: judged, reading, definition } = inquiry;
  const facts = withoutOlder(work, given, happened);
  const decided =
    facts === given ? judged : decide(work.pathway, { ...recordedValues(work.caseFile), ...facts }, happened);
  const step = taking.result.ok ? taking.result.step : undefined;
  const written = writeEntry(work, {
    kind: taking.kind,
    happened,
    by: command.by.person,
    role: command.by.role,
    command,
    event: command.event,
    decided,
    judged,
    read: [...reading.rules, ...(step?.read ?? []), ...(command.kind === 'override' ? command.rules : [])],
    overridden: command.kind === 'override' ? command.rules : [],
    stands: definition.decision === true,
    step,
    facts,
  });
  followUp(work, written, decided);
  passAtOnce(work, written.entry.seq);
  return undefined;
}

function inquireAbout(
  work: Work,
  command: Reported,
  given: Readonly<Record<string, FactValue>>,
  happened: Instant,
): Inquiry {
  const { pathway, caseFile, at } = work;
  const definition = Object.hasOwn(pathway.pack.events, command.event)
    ? pathway.pack.events[command.event]
    : undefined;
  if (!definition)
    throw invalid(`This procedure has no event called ${command.event}: report one that its steps hear.`);
  if (command.kind === 'report' && command.done && !definition.protective) {
    throw invalid(
      `${command.event} is not protective: only a protective act can be recorded as done whatever the door.`,
    );
  }
  if (command.kind === 'override' && command.rules.length === 0) {
    throw invalid('An override names at least one rule: report the event instead.');
  }
  const strange =
    command.kind === 'override'
      ? command.rules.find((rule) => !Object.hasOwn(pathway.pack.rules, rule))
      : undefined;
  if (strange !== undefined)
    throw invalid(`This procedure has no rule called ${strange}: override one that it has.`);
  const then = happened > at ? at : happened;
  const decided = decide(pathway, { ...recordedValues(caseFile), ...given }, then);
  return inquire({ pathway, caseFile, command, definition, happened, at, decided });
}

type Taking = { readonly kind: EntryKind; readonly result: StepResult };

/** Takes the event, or follows a protective act that was done on a closed door. */
function take(inquiry: Inquiry): Taking {
  const { pathway, caseFile, command, outcomes, done, reading } = inquiry;
  const step = (event: string) => stepMachine(pathway, caseFile.position, event, outcomes);
  if (isHeardOnlyWhereWithheld(inquiry) || (done && reading.verdict !== 'taken')) {
    return { kind: 'done_outside', result: step(doneEvent(command.event)) };
  }
  return { kind: command.kind === 'override' ? 'overridden' : 'reported', result: step(command.event) };
}

function invalid(message: string): EngineError {
  return new EngineError('command.invalid', message);
}
