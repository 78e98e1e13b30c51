/**
 * Whether an event may be reported now. Each check answers with a refusal that says what would unlock it; the first one
 * counts. A protective event passes every check but who reports it, who confirms it, its reason, and a sure no.
 */
import type { Pathway } from '../pathway/pathway.ts';
import { type Reading, readEvent } from '../pathway/read-candidates.ts';
import { activeStates } from '../pathway/step-machine.ts';
import { stepOf } from '../pathway/step-of.ts';
import type { EventDefinition } from '../procedure/events.ts';
import { explainRule } from '../rules/decide-rules.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile, Outcome } from './case-file.ts';
import type { Command, Report } from './command.ts';
import type { Decided } from './decide.ts';
import type { Refusal } from './entry.ts';
import { askedByReading, askedByRules, notYes, unanswered, unmetTasks } from './missing-facts.ts';
import { refusal } from './refusal.ts';
import { reports, whoMayReport } from './who-may-report.ts';

export type Reported = Report | Extract<Command, { kind: 'override' }>;

/** A report with all that its checks read. */
export type Inquiry = {
  readonly pathway: Pathway;
  readonly caseFile: CaseFile;
  readonly command: Reported;
  readonly definition: EventDefinition;
  readonly happened: Instant;
  readonly at: Instant;
  readonly active: ReadonlySet<string>;
  readonly decided: Decided;
  /** Outcomes with the overridden rules taken as yes. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly reading: Reading;
  /** An authorised person says that a protective act was done, whatever the door. */
  readonly done: boolean;
};

type Check = (inquiry: Inquiry) => Refusal | undefined;

/** Puts together what the checks of a report read. */
export function inquire(given: Omit<Inquiry, 'active' | 'outcomes' | 'reading' | 'done'>): Inquiry {
  const { pathway, caseFile, command, decided, definition } = given;
  const active = activeStates(caseFile.position);
  const taken = command.kind === 'override' ? command.rules.map((rule) => [rule, 'yes' as const]) : [];
  const outcomes = { ...decided.outcomes, ...Object.fromEntries(taken) };
  return {
    ...given,
    active,
    outcomes,
    reading: readEvent(pathway, { outcomes, active }, command.event),
    done: command.kind === 'report' && command.done === true && definition.protective === true,
  };
}

/** Why the event is refused before the machine is asked; undefined when it may go on. */
export function checkReport(inquiry: Inquiry): Refusal | undefined {
  return first(inquiry, [
    who,
    overridable,
    differs,
    second,
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
  return first(inquiry, [closedCase, heard, open]);
}

/** Everything that must be answered before the machine may take a step that leaves some states; the first one refuses. */
export function checkLeaving(inquiry: Inquiry, left: readonly string[]): readonly Refusal[] {
  if (inquiry.definition.protective) return [];
  const checks: readonly Check[] = [needs, (all) => settles(all, left), (all) => tasks(all, left)];
  return checks.flatMap((check) => first(inquiry, [check]) ?? []);
}

/** True when a protective event is heard only where a track is withheld: it is recorded as done and moves nothing. */
export function isHeardOnlyWhereWithheld({ pathway, command, reading, active, outcomes }: Inquiry): boolean {
  if (reading.verdict !== 'unheard') return false;
  const { heard: there } = readEvent(pathway, { outcomes, active }, command.event, { withheld: true });
  const hearers = there.length > 0 ? there : (pathway.hearers.get(command.event) ?? []);
  return hearers.length > 0 && hearers.every((id) => withheldTrack(pathway, id) !== undefined);
}

function first(inquiry: Inquiry, checks: readonly Check[]): Refusal | undefined {
  for (const check of checks) {
    const found = check(inquiry);
    if (found) return { ...found, event: inquiry.command.event };
  }
  return undefined;
}

const who: Check = ({ pathway, command, decided, active }) => {
  const roles = whoMayReport(pathway, command.event, decided, active);
  if (command.kind === 'override' || roles.includes(command.by.role)) return undefined;
  return refusal('role', { roles });
};

const overridable: Check = ({ pathway: { pack }, command }) => {
  if (command.kind !== 'override') return undefined;
  const closed = command.rules.filter((rule) => !pack.rules[rule]?.overridable?.by.includes(command.by.role));
  if (closed.length === 0) return undefined;
  const roles = new Set(closed.flatMap((rule) => pack.rules[rule]?.overridable?.by ?? []));
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

const second: Check = ({ pathway, command, definition, done, decided, active }) => {
  const asked =
    (definition.secondPerson && !done) ||
    (command.kind === 'override' &&
      command.rules.some((rule) => pathway.pack.rules[rule]?.overridable?.secondPerson));
  if (!asked) return undefined;
  const roles = whoMayReport(pathway, command.event, decided, active);
  const role = command.second?.role;
  if (role !== undefined && (roles.includes(role) || reports(pathway, role))) return undefined;
  return refusal('second_person', { roles });
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

const needs: Check = ({ pathway, decided, command, reading }) => {
  const asked = unanswered(pathway, decided, command.event, reading.heard);
  return asked.missing.length + asked.parameters.length > 0
    ? refusal('needs', { ...asked, heardAt: reading.heard })
    : undefined;
};

function settles({ pathway, decided, reading }: Inquiry, left: readonly string[]): Refusal | undefined {
  const { pack } = pathway;
  const signals = left.flatMap((id) => {
    return stepOf(pack, id)?.settles ?? [];
  });
  const rules = [...new Set(signals)].flatMap((event) => pack.events[event]?.when ?? []);
  const unknown = rules.filter((rule) => decided.outcomes[rule] === 'unknown');
  if (unknown.length === 0) return undefined;
  return refusal('settles', {
    ...askedByRules(pathway, decided, unknown),
    rules: unknown.map((rule) => ({ rule, outcome: 'unknown' })),
    heardAt: reading.heard,
  });
}

function tasks({ pathway, decided, reading }: Inquiry, left: readonly string[]): Refusal | undefined {
  const unmet = unmetTasks(pathway, decided, left);
  if (unmet.length === 0) return undefined;
  return refusal('needs', {
    ...askedByRules(pathway, decided, unmet),
    rules: unmet.map((rule) => ({ rule, outcome: decided.outcomes[rule] ?? 'unknown' })),
    heardAt: reading.heard,
  });
}

function withheldTrack({ pack, states }: Pathway, id: string): string | undefined {
  const track = states.get(id)?.track;
  return track !== undefined && track !== 'main' && Object.hasOwn(pack.pack.withheld ?? {}, track)
    ? track
    : undefined;
}

function withheldBy(
  pathway: Pathway,
  heardAt: readonly string[],
): Pick<Refusal, 'tracks' | 'call' | 'parameters'> {
  const tracks = [...new Set(heardAt.flatMap((id) => withheldTrack(pathway, id) ?? []))];
  const withheld = tracks.flatMap((track) => pathway.pack.pack.withheld?.[track] ?? []);
  const call = withheld.flatMap((track) => track.call ?? []);
  return {
    tracks,
    call: call.length > 0 ? [...new Set(call)] : Object.keys(pathway.pack.pack.contacts ?? {}).sort(),
    parameters: [...new Set(withheld.flatMap((track) => track.parameters ?? []))],
  };
}
