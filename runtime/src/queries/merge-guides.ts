import { type CaseFile, type Guide, guide, type Instant, type Pathway } from '@parcours/engine';

type StepGuide = Guide['now'][number];

/** What is mine in any of my roles is mine: guides of one case differ in nothing else. */
function mergeStep(step: StepGuide, others: readonly StepGuide[]): StepGuide {
  const twins = others.filter((other) => other.step === step.step);
  return {
    ...step,
    mine: step.mine || twins.some((twin) => twin.mine),
    events: step.events.map((event) => {
      const same = twins.flatMap((twin) => twin.events.filter((other) => other.event === event.event));
      return { ...event, mine: event.mine || same.some((other) => other.mine) };
    }),
  };
}

/** The guide for somebody who acts in several roles. */
export function guideForRoles(
  pathway: Pathway,
  file: CaseFile,
  roles: readonly string[],
  at: Instant,
): Guide | undefined {
  const [first, ...others] = roles.map((role) => guide(pathway, file, role, at));
  if (!first) return undefined;
  return {
    ...first,
    now: first.now.map((step) =>
      mergeStep(
        step,
        others.flatMap((other) => other.now),
      ),
    ),
  };
}
