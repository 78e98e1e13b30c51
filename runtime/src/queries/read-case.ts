import { type CaseFile, type FactValue, type Guide, guide as guideOf, type Pack } from '@parcours/engine';
import * as z from 'zod';
import { type Sight, seenFacts, seenValue, sightOf } from '../access/clearance.ts';
import { gate } from '../access/gate.ts';
import { seen } from '../access/record-read.ts';
import { seeCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { idInput } from '../commands/command-inputs.ts';
import { RequestError } from '../errors.ts';
import type { Draft, Proposal } from '../store/store.ts';
import { type CaseSummary, caseSummary } from './case-summary.ts';

export const readCaseInput = z.strictObject({
  /** Guide for this role alone; all of one's roles together when absent. */
  role: idInput.optional(),
});
export type ReadCaseInput = z.infer<typeof readCaseInput>;

export type ProposalView = {
  readonly id: string;
  readonly event: string;
  readonly by: string;
  readonly role: string;
  readonly at: string;
  readonly reason?: string;
  /** When it happened, for a late report that is to be put before what followed it. */
  readonly rectifies?: string;
  /** The answers it carries, those this account may read. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** True when this account may confirm: it is another person. */
  readonly mayConfirm: boolean;
};

export type CaseView = CaseSummary & {
  readonly sealed: boolean;
  /** True for a colleague who may only read the case and answer a report that waits for a second person. */
  readonly confirmsOnly: boolean;
  readonly file: CaseFile;
  /** Facts that are recorded and that this account may not read. */
  readonly hidden: readonly string[];
  readonly guide: Guide;
  readonly drafts: readonly Pick<Draft, 'step' | 'facts' | 'saved'>[];
  readonly proposals: readonly ProposalView[];
  /** Display name of each account and person id that the page shows. */
  readonly names: Readonly<Record<string, string>>;
};

/** A case file with nothing that tells of what may not be read: facts, and what rules answer of them. */
function seenFile(file: CaseFile, facts: CaseFile['facts'], sight: Sight, pack: Pack): CaseFile {
  const ofRules = <T>(rules: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(rules).filter(([rule]) => sight.rule(rule)));
  const signals = Object.entries(file.signals).filter(([event]) =>
    sight.rule(pack.events[event]?.when ?? ''),
  );
  const stood = Object.entries(file.stood).map(([seq, one]) => [seq, { ...one, rules: ofRules(one.rules) }]);
  const reconsider = file.reconsider.map((one) => ({
    ...one,
    rules: one.rules.filter(({ rule }) => sight.rule(rule)),
  }));
  return {
    ...file,
    facts,
    reconsider,
    signals: Object.fromEntries(signals),
    stood: Object.fromEntries(stood),
  };
}

/** A guide whose forms show no value, and whose reasons no answer, that may not be read. */
function seenGuide(guide: Guide, sight: Sight, file: CaseFile): Guide {
  return {
    ...guide,
    signals: guide.signals.map((signal) =>
      sight.rule(signal.rule) ? signal : { ...signal, outcome: 'unknown' },
    ),
    reconsider: guide.reconsider.map((one) => ({
      ...one,
      rules: one.rules.filter(({ rule }) => sight.rule(rule)),
    })),
    now: guide.now.map((guided) => {
      const step = {
        ...guided,
        events: guided.events.map((event) => ({
          ...event,
          reasons: event.reasons.filter(({ rule }) => sight.rule(rule)),
        })),
      };
      if (!step.form) return step;
      const sections = step.form.sections.map((section) => ({
        ...section,
        fields: section.fields.map(({ value, ...field }) =>
          value !== undefined && sight.fact(field.fact, file.facts[field.fact]?.by)
            ? { ...field, value: seenValue(sight, field.fact, value) }
            : field,
        ),
      }));
      return { ...step, form: { ...step.form, sections } };
    }),
  };
}

function proposalView(
  proposal: Proposal,
  sight: Sight,
  account: string,
  mayReport: (event: string) => boolean,
): ProposalView {
  const { id, event, by, role, at, request } = proposal;
  // Nobody is asked to answer for a decision without its reason.
  const reads = sight.words(by) || mayReport(event);
  const facts = Object.entries((request['facts'] ?? {}) as Readonly<Record<string, unknown>>);
  return {
    id,
    event,
    by,
    role,
    at,
    ...(typeof request['reason'] === 'string' && reads ? { reason: request['reason'] } : {}),
    ...(request.kind === 'rectify' && typeof request['happened'] === 'string'
      ? { rectifies: request['happened'] }
      : {}),
    facts: Object.fromEntries(
      facts
        .filter(([fact]) => sight.fact(fact, by === account ? account : undefined))
        .map(([fact, value]) => [fact, by === account ? value : seenValue(sight, fact, value as FactValue)]),
    ),
    mayConfirm: by !== account,
  };
}

/** Display names of the accounts that a case names. */
export async function namesIn(
  asked: Asked,
  ids: Iterable<string>,
): Promise<Readonly<Record<string, string>>> {
  const names: Record<string, string> = {};
  for (const id of new Set(ids)) {
    const account = await asked.service.store.account(id);
    if (account) names[id] = account.displayName;
  }
  return names;
}

/** A case as its page shows it: what may be read, what comes next, one's drafts, what waits for a second person. */
export async function readCase(asked: Asked, id: string, input: ReadCaseInput): Promise<CaseView> {
  const { service, account } = asked;
  const { stored, pathway, roles } = await seeCase(asked, id, 'case.read');
  if (input.role !== undefined && !roles.includes(input.role)) {
    throw new RequestError('access.refused', `You do not act as ${input.role} in this case.`, { roles });
  }
  const now = service.clock.now();
  const acting = input.role === undefined ? roles : [input.role];
  const guide = guideOf(pathway, stored.file, acting, now);
  if (acting.length === 0) throw new RequestError('access.refused', 'You have no role in this case.');
  const sight = sightOf(pathway.pack, stored, account.id, roles);
  const { facts, hidden } = seenFacts(sight, stored.file);
  const drafts = await service.store.drafts(id, account.id);
  const proposals = await service.store.proposals(id);
  const names = await namesIn(asked, [
    ...Object.values(stored.file.assignments),
    ...Object.values(facts).map((fact) => fact.by),
    ...Object.values(stored.file.reported).map((report) => report.by),
    ...proposals.map((proposal) => proposal.by),
    stored.openedBy,
  ]);
  await seen(asked, 'case.read', id);
  return {
    ...caseSummary(
      stored,
      pathway.pack,
      roles,
      proposals.filter((proposal) => proposal.by !== account.id).length,
      now,
      sight,
    ),
    confirmsOnly: !gate(account, { act: 'case.write', case: stored, pack: pathway.pack, waiting: [] })
      .allowed,
    sealed: stored.sealed,
    file: seenFile(stored.file, facts, sight, pathway.pack),
    hidden,
    guide: seenGuide(guide, sight, stored.file),
    drafts: drafts.map(({ step, facts: answers, saved }) => ({ step, facts: answers, saved })),
    proposals: proposals.map((proposal) =>
      proposalView(
        proposal,
        sight,
        account.id,
        (event) => pathway.pack.events[event]?.by?.some((role) => roles.includes(role)) ?? false,
      ),
    ),
    names,
  };
}
