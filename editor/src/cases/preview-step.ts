import { type CaseFile, guide, type Pathway } from '@parcours/engine';
import type { Answers } from '../forms/fact-form.tsx';
import type { EventGuide, StepGuide } from '../guidance/types.ts';

/** What the preview reads of a case: its file as this account may read it, and what it may not. */
export type Previewed = {
  readonly file: CaseFile;
  readonly hidden: readonly string[];
  readonly roles: readonly string[];
};

/**
 * The step as it would stand if what is typed were recorded: the fields it would show, the outcomes it would open, and
 * what the others would still ask. Nothing is recorded, and the service decides again when an outcome is reported.
 */
export function previewStep(
  pathway: Pathway,
  { file, hidden, roles }: Previewed,
  step: StepGuide,
  answers: Answers,
  at: string,
): StepGuide {
  const typed = Object.entries(answers).map(([fact, value]) => [fact, { value, at, by: '' }] as const);
  const asIf = { ...file, facts: { ...file.facts, ...Object.fromEntries(typed) } };
  const shown = guide(pathway, asIf, roles, at).now.find((open) => open.step === step.step);
  if (!shown) return step;
  return {
    ...step,
    ...(shown.form ? { form: withRecorded(shown.form, step, file) } : {}),
    events: shown.events.map((event) => leftToTheService(event, hidden)),
  };
}

/** A field shows what is recorded, never what is only typed. */
function withRecorded(form: NonNullable<StepGuide['form']>, step: StepGuide, file: CaseFile) {
  const known = new Map(
    (step.form?.sections ?? []).flatMap(({ fields }) => fields.map((field) => [field.fact, field] as const)),
  );
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.map(({ value: _, ...field }) => {
      const value = known.has(field.fact) ? known.get(field.fact)?.value : file.facts[field.fact]?.value;
      return value === undefined ? field : { ...field, value };
    }),
  }));
  return { ...form, sections };
}

/** An outcome that only waits for facts this account may not read is offered: the service knows them. */
function leftToTheService(event: EventGuide, hidden: readonly string[]): EventGuide {
  const waits = event.missing.length > 0 && event.missing.every((fact) => hidden.includes(fact));
  if (event.enabled || !waits) return event;
  const { closedBy: _, ...open } = event;
  return { ...open, enabled: true, missing: [] };
}
