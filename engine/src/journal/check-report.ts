/**
 * Whether an event may be reported now. Each check answers with a refusal that says what would unlock it; the first one
 * counts. A protective event passes every check but who reports it, who confirms it, its reason, and a sure no.
 */
import { doorRules } from '../pathway/read-candidates.ts';
import { explainRule } from '../rules/decide-rules.ts';
import type { Refusal } from './entry.ts';
import { type Check, firstRefusal, type Inquiry } from './inquiry.ts';
import { askedByReading, notYes, unanswered } from './missing-facts.ts';
import { refusal } from './refusal.ts';
import { reports, whoMayReport } from './who-may-report.ts';
import { isHeardOnlyWhereWithheld, withheldBy } from './withheld.ts';

/** Why the event is refused before the machine is asked; undefined when it may go on. */
export function checkReport(inquiry: Inquiry): Refusal | undefined {
  return firstRefusal(inquiry, [
    who,
    overridable,
    differs,
    reasoned,
    decided,
    inTime,
    closedCase,
    late,
    heard,
    opened,
    open,
  ]);
}

/** Why the door itself is shut, whoever asks and whatever was answered. */
export function checkDoor(inquiry: Inquiry): Refusal | undefined {
  return firstRefusal(inquiry, [closedCase, heard, open]);
}

/** Whom a rule lets override it may report for it, save a decision about the child: that stays with who decides. */
const who: Check = ({ pathway, command, definition, decided, active }) => {
  const roles = whoMayReport(pathway, command.event, decided, active);
  if (roles.includes(command.by.role)) return undefined;
  return command.kind === 'override' && !definition.decision ? undefined : refusal('role', { roles });
};

/** Only rules that stand in the door of this very event, each by whom it says. */
const overridable: Check = ({ pathway, command, reading }) => {
  if (command.kind !== 'override') return undefined;
  const { rules } = pathway.pack;
  const door = doorRules(pathway, reading.heard, command.event);
  const closed = command.rules.filter(
    (rule) => !rules[rule]?.overridable?.by.includes(command.by.role) || !door.includes(rule),
  );
  if (closed.length === 0) return undefined;
  const roles = new Set(closed.flatMap((rule) => rules[rule]?.overridable?.by ?? []));
  return refusal('not_overridable', {
    rules: closed.map((rule) => ({ rule, outcome: 'unknown' as const })),
    roles: [...roles],
  });
};

const differs: Check = ({ caseFile, command, definition }) => {
  const others = (definition.differsFrom ?? []).map((event) => caseFile.reported[event]?.by);
  const same = others.includes(command.by.person) || command.second?.person === command.by.person;
  return same ? refusal('same_person') : undefined;
};

/** Asked last, when nothing else stands in the way: another person who may report confirms. */
export const checkSecond: Check = ({ pathway, command, definition, done, decided, active }) => {
  const asked =
    (definition.secondPerson && !done) ||
    (command.kind === 'override' &&
      command.rules.some((rule) => pathway.pack.rules[rule]?.overridable?.secondPerson));
  if (!asked) return undefined;
  const roles = whoMayReport(pathway, command.event, decided, active);
  const role = command.second?.role;
  if (role !== undefined && (roles.includes(role) || reports(pathway, role))) return undefined;
  return refusal('second_person', { event: command.event, roles });
};

const reasoned: Check = ({ command, definition, done }) => {
  const asked = definition.reasoned || done || command.kind === 'override';
  return asked && !command.reason?.trim() ? refusal('reason') : undefined;
};

/** No paper closes a protective door. */
const decided: Check = ({ command, definition }) =>
  definition.decision && !definition.protective && !command.decision ? refusal('decision') : undefined;

const inTime: Check = ({ happened, at }) => (happened > at ? refusal('when') : undefined);

const closedCase: Check = ({ pathway, caseFile, definition, reading, command }) => {
  if (caseFile.status !== 'closed' || definition.protective) return undefined;
  if (reading.heard.some((id) => pathway.states.get(id)?.track === 'main')) return undefined;
  return refusal('case_closed', { heardAt: pathway.hearers.get(command.event) ?? [] });
};

/** It happened before a deadline that has moved its track since: it must be looked at again, not typed over. */
const late: Check = ({ pathway, caseFile, command, definition, happened, reading, done }) => {
  if (done || (definition.protective && reading.heard.length > 0)) return undefined;
  const trackOf = (id: string) => pathway.states.get(id)?.track;
  const tracks = new Set((pathway.hearers.get(command.event) ?? []).map(trackOf));
  const passed = Object.values(caseFile.deadlines)
    .filter(
      ({ kind, state, ended, on }) =>
        kind === 'move' &&
        state === 'passed' &&
        ended !== undefined &&
        happened < ended &&
        tracks.has(trackOf(on.state)),
    )
    .sort((a, b) => (a.endedBy ?? 0) - (b.endedBy ?? 0))[0];
  return passed && refusal('late', { ...(passed.endedBy !== undefined && { since: passed.endedBy }) });
};

const heard: Check = (inquiry) => {
  const { pathway, command, definition, reading, done } = inquiry;
  const heardAt = pathway.hearers.get(command.event) ?? [];
  if (definition.when !== undefined) return signalsAreNotReported(inquiry, definition.when, heardAt);
  if (done || reading.verdict !== 'unheard') return undefined;
  if (isHeardOnlyWhereWithheld(inquiry)) {
    return definition.protective
      ? undefined
      : refusal('withheld', { heardAt, ...withheldBy(pathway, heardAt) });
  }
  return refusal('not_heard', { heardAt });
};

/** The engine reports a signal itself: people record the facts that set it off. */
function signalsAreNotReported(
  { pathway, decided }: Inquiry,
  rule: string,
  heardAt: readonly string[],
): Refusal {
  const facts = decided.outcomes[rule] === 'unknown' ? decided.facts : {};
  const { missing, parameters } = explainRule(pathway.program, rule, facts, decided.at);
  return refusal('not_heard', { heardAt, missing, parameters });
}

const opened: Check = ({ caseFile, definition, reading, happened }) => {
  if (definition.protective || reading.heard.length === 0) return undefined;
  const since = reading.heard.map((id) => caseFile.open[id] ?? caseFile.opened);
  return since.every((instant) => happened < instant)
    ? refusal('when', { heardAt: reading.heard })
    : undefined;
};

const open: Check = (inquiry) => {
  const { pathway, decided, command, reading, done } = inquiry;
  if (done || reading.verdict === 'taken' || reading.verdict === 'unheard') return undefined;
  const told = { rules: notYes(reading, { ...decided, outcomes: inquiry.outcomes }), heardAt: reading.heard };
  if (reading.verdict === 'unknown') {
    const asked = askedByReading(pathway, decided, reading);
    const later = unanswered(pathway, decided, command.event, reading.heard);
    return refusal('unknown', {
      ...told,
      missing: [...new Set([...asked.missing, ...later.missing])],
      parameters: [...new Set([...asked.parameters, ...later.parameters])],
    });
  }
  return reading.openTracks.length > 0
    ? refusal('tracks_open', { ...told, tracks: reading.openTracks })
    : refusal('closed', told);
};
