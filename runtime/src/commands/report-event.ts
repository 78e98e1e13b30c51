import { type Advance, advance, type Command, type Pack, rectify } from '@parcours/engine';
import * as z from 'zod';
import type { SeenCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import type { Write } from '../store/store.ts';
import { advanceInRole, askSecondOpinion, isRefused, type Refused } from './advance-case.ts';
import { caseAnswer, invalidValues, type ProposedAnswer, refusedBody } from './case-answer.ts';
import { caseWrites, hasOutcome, type Outcome } from './case-writes.ts';
import {
  decisionInput,
  factsInput,
  forEngine,
  given,
  idInput,
  instantInput,
  reasonInput,
} from './command-inputs.ts';
import { onCase } from './on-case.ts';
import type { Answer, GivenAnswer, WriteRequest } from './run-once.ts';

const common = {
  event: idInput,
  /** The role acted in; the first that may, when absent. */
  role: idInput.optional(),
  facts: factsInput.optional(),
  happened: instantInput.optional(),
  reason: reasonInput.optional(),
  decision: decisionInput.optional(),
};

export const reportInput = z.strictObject({
  ...common,
  /** A protective act that was done although its door is closed. */
  done: z.boolean().optional(),
});
export type ReportInput = z.infer<typeof reportInput>;

export const overrideInput = z.strictObject({
  ...common,
  rules: z.array(idInput).min(1).max(20),
  reason: reasonInput,
});
export type OverrideInput = z.infer<typeof overrideInput>;

/** A report that `advance` answers as late: the reason is asked here, a second person always. */
export const rectifyInput = z.strictObject({
  ...common,
  happened: instantInput,
  reason: reasonInput,
});
export type RectifyInput = z.infer<typeof rectifyInput>;

export type ReportRequest =
  | ({ readonly kind: 'report' } & ReportInput)
  | ({ readonly kind: 'rectify' } & RectifyInput)
  | ({ readonly kind: 'override' } & OverrideInput);

/** The engine's command for a request, by one account in one role, with or without a second person. */
export function reportCommand(
  request: ReportRequest,
  by: { readonly person: string; readonly role: string },
  second?: { readonly person: string; readonly role: string },
): Command {
  const { event, happened, reason, decision, facts } = request;
  const parts = {
    by,
    event,
    ...given({ happened, reason, second }),
    ...(decision ? { decision: given(decision) } : {}),
    ...(facts ? { facts: forEngine(facts) } : {}),
  };
  if (request.kind === 'override')
    return { ...parts, kind: 'override', rules: request.rules, reason: request.reason };
  if (request.kind === 'rectify') return { ...parts, kind: 'report', rectify: true };
  return { ...parts, kind: 'report', ...given({ done: request.done }) };
}

/** True when the definition asks that another person confirms. */
export function asksSecondPerson(pack: Pack, request: ReportRequest): boolean {
  if (request.kind === 'rectify') return true;
  if (pack.events[request.event]?.secondPerson) return true;
  return (
    request.kind === 'override' && request.rules.some((rule) => pack.rules[rule]?.overridable?.secondPerson)
  );
}

/** How the engine is told a request: a late report is put before what followed it, which reads the whole journal. */
export async function tellingOf(
  { service }: Asked,
  { stored, pathway }: SeenCase,
  request: ReportRequest,
  at: string,
): Promise<(command: Command) => Advance> {
  if (request.kind !== 'rectify') return (command) => advance(pathway, stored.file, command, at);
  const entries = await service.store.entries(stored.id);
  return (command) => {
    if (command.kind !== 'report') throw new Error('only a report is put in its place');
    return rectify(pathway, entries, command, at);
  };
}

/** The step whose draft keeps the answers of a report that was not taken: an open one that hears it. */
function draftStep({ stored, pathway }: SeenCase, event: string, heardAt: readonly string[] = []): string {
  const open = Object.keys(stored.file.open);
  return open.find((id) => pathway.states.get(id)?.on.has(event)) ?? heardAt[0] ?? 'case';
}

async function keepDraft(
  { service, account }: Asked,
  seen: SeenCase,
  step: string,
  facts: Readonly<Record<string, unknown>> | undefined,
  at: string,
): Promise<Write[]> {
  if (!facts || Object.keys(facts).length === 0) return [];
  const kept = (await service.store.drafts(seen.stored.id, account.id)).find((draft) => draft.step === step);
  const draft = {
    case: seen.stored.id,
    account: account.id,
    step,
    facts: { ...kept?.facts, ...facts },
    saved: at,
  };
  return [{ kind: 'draft', draft }];
}

/** The 409 of a refused event: the refusal is recorded, and the answers stay this person's draft. */
export async function answerRefusal(
  asked: Asked,
  seen: SeenCase,
  refused: Refused,
  shown: Refused['refusal'],
  { event, facts }: ReportRequest,
  at: string,
): Promise<Answer> {
  const step = draftStep(seen, event, shown.heardAt);
  const drafts = await keepDraft(asked, seen, step, facts, at);
  return {
    status: 409,
    body: refusedBody(shown, drafts.length > 0 ? step : undefined),
    writes: [...caseWrites(seen.stored, refused, at), ...drafts],
    subject: seen.stored.id,
    refused: `event.refused.${shown.code}`,
  };
}

/** The answer of a report that the engine took, after the second opinion. */
export async function answerReport(
  asked: Asked,
  seen: SeenCase,
  outcome: Outcome,
  request: ReportRequest,
  draftOf: string,
  at: string,
): Promise<Answer> {
  const { stored, pathway } = seen;
  const checked = await askSecondOpinion(pathway, stored.file, outcome, request.event, at);
  if (!checked.agreed) {
    const step = draftStep(seen, request.event);
    return {
      status: 409,
      body: {
        error: 'event.disagreed',
        message:
          'Two evaluators disagree on a rule of this decision: it was not taken, and the disagreement is recorded.',
        details: { rules: checked.rules },
      },
      writes: [
        ...caseWrites(stored, checked.outcome, at),
        ...(await keepDraft(asked, seen, step, request.facts, at)),
      ],
      subject: stored.id,
      refused: 'event.disagreed',
    };
  }
  const left = checked.outcome.entries.flatMap((entry) => entry.left ?? []);
  return {
    status: 200,
    body: caseAnswer(stored.reference, checked.outcome.caseFile, checked.outcome.entries),
    writes: [
      ...caseWrites(stored, checked.outcome, at),
      ...[...new Set(left)].map(
        (step): Write => ({ kind: 'endDraft', case: stored.id, account: draftOf, step }),
      ),
    ],
    subject: stored.id,
  };
}

/** Stands in for the second person, to see whether anything else stands in the way; no account has this id. */
const NOBODY = 'nobody-yet';

/** A second person is asked for last: when nothing else stands in the way, the report waits for one. */
async function propose(asked: Asked, seen: SeenCase, request: ReportRequest, at: string): Promise<Answer> {
  const { service, account } = asked;
  const { stored, pathway, roles } = seen;
  const tell = await tellingOf(asked, seen, request, at);
  const { result: alone, role } = advanceInRole(
    pathway,
    stored.file,
    roles,
    request.role,
    (acting) => reportCommand(request, { person: account.id, role: acting }),
    at,
    tell,
  );
  if (!hasOutcome(alone)) throw invalidValues(alone.invalid);
  if (!isRefused(alone)) return answerReport(asked, seen, alone, request, account.id, at);
  if (alone.refusal.code !== 'second_person') {
    return answerRefusal(asked, seen, alone, alone.refusal, request, at);
  }
  const by = { person: account.id, role };
  const stands =
    request.kind === 'rectify' ? tell(reportCommand(request, by, { person: NOBODY, role })) : alone;
  if (isRefused(stands) && stands.refusal.code !== 'second_person') {
    return answerRefusal(asked, seen, alone, stands.refusal, request, at);
  }
  // Danger does not wait for a second person: what turns a protective signal to yes is recorded now.
  const danger = alone.entries.find(({ kind }) => kind === 'refused')?.changes.facts;
  const told = danger ? advance(pathway, stored.file, { kind: 'record', by, facts: danger }, at) : undefined;
  const proposal = service.newId();
  const body: ProposedAnswer = { case: stored.id, proposal, event: request.event };
  return {
    status: 202,
    body,
    writes: [
      ...(told && hasOutcome(told) ? caseWrites(stored, told, at) : []),
      {
        kind: 'proposal',
        proposal: {
          id: proposal,
          case: stored.id,
          event: request.event,
          by: account.id,
          role,
          at,
          request,
          state: 'waiting',
        },
      },
    ],
    subject: stored.id,
  };
}

/** Reports an event (or overrides rules for it): taken, refused with what would unlock it, or waiting for a second person. */
export function reportEvent(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  request: ReportRequest,
): Promise<GivenAnswer> {
  return onCase(asked, write, caseId, async (seen) => {
    const { stored, pathway, roles } = seen;
    const at = asked.service.clock.now();
    if (asksSecondPerson(pathway.pack, request)) return propose(asked, seen, request, at);
    const { result } = advanceInRole(
      pathway,
      stored.file,
      roles,
      request.role,
      (role) => reportCommand(request, { person: asked.account.id, role }),
      at,
    );
    if (!hasOutcome(result)) throw invalidValues(result.invalid);
    if (isRefused(result)) return answerRefusal(asked, seen, result, result.refusal, request, at);
    return answerReport(asked, seen, result, request, asked.account.id, at);
  });
}
