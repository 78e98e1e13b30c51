import { toInstant } from '../calendar/instant.ts';
import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { activeStates } from '../pathway/step-machine.ts';
import { stepOf } from '../pathway/step-of.ts';
import type { Step } from '../procedure/steps.ts';
import { explainRule } from '../rules/decide-rules.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { CaseFile } from './case-file.ts';
import { decide, recordedValues } from './decide.ts';
import type { Guide, StepGuide } from './guidance.ts';
import { guideStep } from './guide-step.ts';
import type { GuideView } from './guide-view.ts';
import { requireSamePack } from './require-same-pack.ts';
import { inOrder } from './shown-form.ts';

/** What a person in a role, or in several at once, is shown of a case at an instant. Throws `pack.mismatch` for a case of another version. */
export function guide(
  pathway: Pathway,
  caseFile: CaseFile,
  role: string | readonly string[],
  at: Instant,
): Guide {
  requireSamePack(pathway, caseFile);
  const decided = decide(pathway, recordedValues(caseFile), toInstant(at));
  const roles = typeof role === 'string' ? [role] : role;
  const view: GuideView = { pathway, caseFile, decided, active: activeStates(caseFile.position), roles };
  const now = openSteps(view);
  const { pack } = pathway.pack;
  return {
    now,
    done: doneSteps(view),
    next: nextSteps(view, now),
    signals: signals(view),
    reconsider: caseFile.reconsider.map((one) => ({
      ...one,
      label: pathway.pack.events[one.event]?.label ?? {},
    })),
    withheld: withheld(view),
    contacts: contacts(view),
    ...(pack.complaint !== undefined && { complaint: pack.complaint }),
    review: pack.review.state,
    status: caseFile.status,
  };
}

type OpenLeaf = { readonly state: PathwayState; readonly step: Step };

/** Open steps that are not idle, main track first. What an idle step hears is told with the first of them: it can be reported too. */
function openSteps(view: GuideView): readonly StepGuide[] {
  const leaves = openLeaves(view);
  const shown = leaves.filter(({ step }) => step.kind !== 'idle');
  const idle = leaves
    .filter(({ step }) => step.kind === 'idle')
    .flatMap(({ state }) => eventsAt(view, state));
  return shown.map(({ state, step }, index) => {
    const own = eventsAt(view, state);
    return guideStep(view, state, step, inReadingOrder(view, [...own, ...(index === 0 ? idle : [])]));
  });
}

function openLeaves({ pathway, active }: GuideView): readonly OpenLeaf[] {
  const { pack, tracks, states } = pathway;
  return [...active]
    .flatMap((id): OpenLeaf[] => {
      const state = states.get(id);
      const step = stepOf(pack, id);
      return state?.leaf && step ? [{ state, step }] : [];
    })
    .sort(
      (a, b) =>
        tracks.indexOf(a.state.track) - tracks.indexOf(b.state.track) ||
        inOrder(a.step.order, b.step.order) ||
        (a.state.id < b.state.id ? -1 : 1),
    );
}

/** Events that people report, heard by a step or by a stage or track around it. */
function eventsAt({ pathway }: GuideView, state: PathwayState): readonly string[] {
  return [state.id, ...state.ancestors]
    .flatMap((id) => [...(pathway.states.get(id)?.on.keys() ?? [])])
    .filter((event) => pathway.pack.events[event]?.when === undefined);
}

function inReadingOrder({ pathway: { pack } }: GuideView, events: readonly string[]): readonly string[] {
  return [...new Set(events)].sort(
    (a, b) => inOrder(pack.events[a]?.order, pack.events[b]?.order) || (a < b ? -1 : 1),
  );
}

function doneSteps({ pathway: { pack }, caseFile }: GuideView): Guide['done'] {
  return Object.entries(caseFile.done)
    .flatMap(([step, at]) => {
      const definition = stepOf(pack, step);
      const shown = definition && ['work', 'wait', 'end'].includes(definition.kind);
      return shown ? [{ step, title: definition.title, at }] : [];
    })
    .sort((a, b) => (a.at === b.at ? (a.step < b.step ? -1 : 1) : a.at > b.at ? -1 : 1));
}

/** Steps that the events whose door is open would lead to, with those events. */
function nextSteps({ pathway: { pack } }: GuideView, now: readonly StepGuide[]): Guide['next'] {
  const by = new Map<string, Set<string>>();
  for (const { event, leadsTo } of now.flatMap(({ events }) => events)) {
    for (const step of leadsTo) by.set(step, (by.get(step) ?? new Set()).add(event));
  }
  return [...by].flatMap(([step, events]) => {
    const definition = pack.steps[step];
    return definition && definition.kind !== 'idle'
      ? [{ step, title: definition.title, by: [...events] }]
      : [];
  });
}

/** Each signal with the facts that would set it off: those still to ask, or all its rule asks once it is told. */
function signals({ pathway, decided }: GuideView): Guide['signals'] {
  const { pack, program } = pathway;
  return pathway.signals.flatMap(({ event, rule }) => {
    const definition = pack.events[event];
    const outcome = decided.outcomes[rule] ?? 'unknown';
    const facts = outcome === 'unknown' ? decided.facts : {};
    const asks = explainRule(program, rule, facts, decided.at).missing;
    return definition
      ? [{ event, label: definition.label, rule, outcome, asks, protective: definition.protective === true }]
      : [];
  });
}

function withheld({ pathway: { pack } }: GuideView): Guide['withheld'] {
  return Object.entries(pack.pack.withheld ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([track, { why, call }]) => ({
      track,
      title: pack.steps[track]?.title ?? {},
      why,
      call: call ?? [],
    }));
}

function contacts({ pathway: { pack } }: GuideView): Guide['contacts'] {
  return Object.entries(pack.pack.contacts ?? {})
    .sort(([a, one], [b, two]) => inOrder(one.order, two.order) || (a < b ? -1 : 1))
    .map(([id, { label, number, hours, confidence }]) => ({
      id,
      label,
      ...(number !== undefined && { number }),
      ...(hours && { hours }),
      ...(confidence && { confidence }),
    }));
}
