import type { PathwayState } from '../pathway/pathway.ts';
import type { Step } from '../procedure/steps.ts';
import type { DeadlineRow } from './case-file.ts';
import { isAlive } from './change-ledger.ts';
import type { DeadlineGuide, FormGuide, StepGuide } from './guidance.ts';
import { guideEvent } from './guide-event.ts';
import { shownGrounds, shownRoles } from './guide-shown.ts';
import type { GuideView } from './guide-view.ts';
import { inOrder, shownForm } from './shown-form.ts';
import { whoOf } from './who-may-report.ts';

/** An open step as a person is shown it: who, what, by when, with whom, how, the child's part, and each possible outcome. */
export function guideStep(
  view: GuideView,
  state: PathwayState,
  step: Step,
  events: readonly string[],
): StepGuide {
  const { pathway, caseFile, decided, roles } = view;
  const { pack } = pathway;
  const stage = state.ancestors.at(-1) === state.track ? undefined : state.ancestors.at(-1);
  const titleOf = (id: string | undefined) =>
    id !== undefined && Object.hasOwn(pack.steps, id) ? pack.steps[id]?.title : undefined;
  const who = whoOf(pathway, step.who, decided);
  const stageTitle = titleOf(stage);
  const trackTitle = titleOf(state.track);
  const form = guideForm(view, step.form);
  return {
    step: state.id,
    track: state.track,
    ...(stage !== undefined && { stage }),
    kind: step.kind,
    title: step.title,
    ...(stageTitle && { stageTitle }),
    ...(trackTitle && { trackTitle }),
    since: caseFile.open[state.id] ?? caseFile.opened,
    who: shownRoles(pathway, who),
    with: shownRoles(pathway, step.with ?? []),
    present: shownRoles(pathway, step.present ?? []),
    informed: shownRoles(pathway, step.informed ?? []),
    ...(step.purpose && { purpose: step.purpose }),
    ...(step.how && { how: step.how }),
    ...(step.child && { child: step.child }),
    ...(form && { form }),
    tasks: guideTasks(view, state.id, step),
    deadlines: rowsOf(view, [state.id, ...state.ancestors]).map((row) => guideDeadline(view, row)),
    documents: step.documents ?? [],
    competencies: step.competencies ?? [],
    events: events.flatMap((event) => guideEvent(view, event) ?? []),
    grounds: shownGrounds(pathway, step),
    mine: who.some((role) => roles.includes(role)),
  };
}

function guideForm(view: GuideView, id: string | undefined): FormGuide | undefined {
  const { pathway, decided } = view;
  const form = id !== undefined && Object.hasOwn(pathway.pack.forms, id) ? pathway.pack.forms[id] : undefined;
  if (id === undefined || !form) return undefined;
  return {
    id,
    label: form.label,
    ...(form.help && { help: form.help }),
    sections: shownForm(form, decided).map(({ id: section, section: { label }, fields }) => ({
      id: section,
      label,
      fields: fields.map(({ fact, required, help }) => {
        const value = Object.hasOwn(decided.facts, fact) ? decided.facts[fact] : undefined;
        return {
          fact,
          required: required === true,
          ...(help && { help }),
          ...(value !== undefined && { value }),
        };
      }),
    })),
  };
}

function guideTasks(view: GuideView, state: string, step: Step): StepGuide['tasks'] {
  const { pathway, decided } = view;
  return Object.entries(step.tasks ?? {})
    .sort(([a, one], [b, two]) => inOrder(one.order, two.order) || (a < b ? -1 : 1))
    .map(([id, task]) => {
      const due = rowsOf(view, [state]).find(({ on }) => on.task === id)?.due;
      return {
        id,
        title: task.title,
        who: shownRoles(pathway, whoOf(pathway, task.who ?? step.who, decided)),
        required: task.required === true,
        met: task.met === undefined ? 'unknown' : (decided.outcomes[task.met] ?? 'unknown'),
        ...(due !== undefined && { due }),
      };
    });
}

/** Running and paused rows of some states, the one due first first. */
function rowsOf({ caseFile }: GuideView, states: readonly string[]): readonly DeadlineRow[] {
  const key = ({ due = '9', id }: DeadlineRow) => `${due} ${id}`;
  return Object.values(caseFile.deadlines)
    .filter((row) => isAlive(row) && states.includes(row.on.state))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Overdue is computed when read; a row that was told stays running until its step is left. */
function guideDeadline({ pathway, decided }: GuideView, row: DeadlineRow): DeadlineGuide {
  const { label, escalation, basis, sources } = pathway.pack.deadlines[row.deadline] ?? { label: {} };
  return {
    ...row,
    label,
    overdue: row.state === 'running' && row.due !== undefined && row.due < decided.at,
    grounds: shownGrounds(pathway, { basis, sources }),
    escalatesTo: shownRoles(pathway, [...new Set((escalation ?? []).map(({ to }) => to))]),
  };
}
