import { doorRules, readEvent } from '../pathway/read-candidates.ts';
import { stepMachine } from '../pathway/step-machine.ts';
import { explainRule, factsRead } from '../rules/decide-rules.ts';
import { checkLeaving } from './check-leaving.ts';
import { checkDoor } from './check-report.ts';
import type { Refusal } from './entry.ts';
import type { EventGuide, ReasonGuide } from './guidance.ts';
import { shownGrounds } from './guide-shown.ts';
import type { GuideView } from './guide-view.ts';
import { type Inquiry, inquire } from './inquiry.ts';
import { unanswered } from './missing-facts.ts';
import { type Closed, questionNext, unlock } from './unlock.ts';
import { unmetParts } from './unmet-parts.ts';
import { whoMayReport } from './who-may-report.ts';

/** One outcome as it stands now: possible or not, why, what to ask first, and where it would lead. */
export function guideEvent(view: GuideView, event: string): EventGuide | undefined {
  const { pathway, caseFile, decided, active, roles: mine } = view;
  const definition = Object.hasOwn(pathway.pack.events, event) ? pathway.pack.events[event] : undefined;
  if (!definition) return undefined;
  const inquiry = inquire({
    pathway,
    caseFile,
    command: { kind: 'report', event, by: { person: '', role: '' } },
    definition,
    happened: decided.at,
    at: decided.at,
    decided,
  });
  const door = checkDoor(inquiry);
  const { left, leadsTo } = door ? { left: [], leadsTo: [] } : lead(view, event);
  const asked = [...(door ? [door] : []), ...(door ? [] : checkLeaving(inquiry, left))];
  const fields = definition.protective
    ? []
    : unanswered(pathway, decided, event, inquiry.reading.heard).missing;
  const [refused] = asked;
  const roles = whoMayReport(pathway, event, decided, active);
  return {
    event,
    label: definition.label,
    enabled: refused === undefined,
    protective: definition.protective === true,
    decision: definition.decision === true,
    reasoned: definition.reasoned === true,
    secondPerson: definition.secondPerson === true,
    roles,
    mine: roles.some((role) => mine.includes(role)),
    leadsTo,
    missing: [...new Set([...asked.flatMap(({ missing }) => missing), ...fields])],
    ...(refused && { closedBy: closedBy(refused) }),
    reasons: reasons(view, inquiry, asked),
    ...(refused && opening(view, { refused, heard: inquiry.reading.heard, left, unanswered: fields })),
    grounds: shownGrounds(pathway, definition),
    overridable: refused ? overridable(inquiry) : [],
  };
}

type Shut = Pick<Closed, 'heard' | 'left' | 'unanswered'> & { readonly refused: Refusal };

/** What would open it, where answers could. */
function opening(
  { pathway, decided, active }: GuideView,
  { refused, heard, left, unanswered: fields }: Shut,
): Pick<EventGuide, 'unlock' | 'ask'> {
  if (!ANSWERABLE.has(refused.code)) return {};
  const ways = unlock(pathway, {
    decided,
    active,
    event: refused.event ?? '',
    heard,
    left: left.length > 0 ? left : heard,
    unanswered: fields,
  });
  const ask = questionNext(ways) ?? refused.missing[0];
  return { unlock: ways, ...(ask !== undefined && { ask }) };
}

/** Refusals that an answer can lift. */
const ANSWERABLE: ReadonlySet<Refusal['code']> = new Set(['closed', 'unknown', 'needs', 'settles']);

function closedBy({ code, tracks, parameters }: Refusal): NonNullable<EventGuide['closedBy']> {
  return { code, tracks, parameters };
}

function lead({ pathway, caseFile, decided }: GuideView, event: string) {
  const result = stepMachine(pathway, caseFile.position, event, decided.outcomes);
  const acts = result.ok ? result.step.acts : [];
  const entered = acts.flatMap((act) =>
    act.kind === 'enter' && result.ok && result.step.active.has(act.state) ? [act.state] : [],
  );
  return {
    left: acts.flatMap((act) => (act.kind === 'leave' ? [act.state] : [])),
    leadsTo: entered.filter((id) => pathway.states.get(id)?.leaf && Object.hasOwn(pathway.pack.steps, id)),
  };
}

function reasons(
  view: GuideView,
  { reading }: Inquiry,
  refusals: readonly Refusal[],
): readonly ReasonGuide[] {
  const { pathway, decided } = view;
  const rules = new Set([
    ...reading.rules,
    ...refusals.flatMap(({ rules: read }) => read.map(({ rule }) => rule)),
  ]);
  const parts = [...rules].flatMap((rule) => [
    rule,
    ...unmetParts(pathway.pack.rules, decided.outcomes, rule),
  ]);
  return [...new Set(parts)].flatMap((rule) => {
    const definition = pathway.pack.rules[rule];
    const outcome = decided.outcomes[rule] ?? 'unknown';
    if (!definition) return [];
    const missing =
      outcome === 'unknown' ? explainRule(pathway.program, rule, decided.facts, decided.at).missing : [];
    const { label, reason } = definition;
    const grounds = shownGrounds(pathway, definition);
    const standsOn = factsRead(pathway.program, rule, decided.facts);
    return [{ rule, label, outcome, missing, standsOn, grounds, ...(reason && { reason }) }];
  });
}

/** Overridable rules that would open the door alone; else all of them, when only together they do. */
function overridable({ pathway, outcomes, active, command, reading }: Inquiry): EventGuide['overridable'] {
  const rules = [...new Set([...reading.rules, ...doorRules(pathway, reading.heard, command.event)])].filter(
    (rule) => outcomes[rule] !== 'yes' && pathway.pack.rules[rule]?.overridable,
  );
  const opens = (taken: readonly string[]) => {
    const overlaid = { ...outcomes, ...Object.fromEntries(taken.map((rule) => [rule, 'yes' as const])) };
    return readEvent(pathway, { outcomes: overlaid, active }, command.event).verdict === 'taken';
  };
  if (rules.length === 0 || opens([])) return [];
  const alone = rules.filter((rule) => opens([rule]));
  const opening = alone.length > 0 ? alone : opens(rules) ? rules : [];
  return opening.flatMap((rule) => {
    const { overridable: by } = pathway.pack.rules[rule] ?? {};
    return by ? [{ rule, by: by.by, secondPerson: by.secondPerson === true }] : [];
  });
}
