import { deadlineOf } from '../../journal/deadline-timing.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import { stepOf } from '../../pathway/step-of.ts';
import type { Anchor, Deadline } from '../../procedure/deadlines.ts';
import { type DueOf, dueFunction, type RungOf, rungFunction } from './light-due.ts';
import type { RuleSlots } from './rule-slots.ts';

/** What a deadline of the pack means, read once. */
export type DeadlinePlan = {
  readonly id: string;
  readonly definition: Deadline;
  readonly due: DueOf;
  readonly rung: RungOf;
  readonly percents: readonly { readonly percent: number; readonly to?: string }[];
  /** What it counts from: `fact:x`, `done:y`, `event:z`; `always` when it may change with time alone. */
  readonly counts: readonly string[];
};
/** A deadline that a state carries, with the rule that meets it if leaving does not. */
export type Obligation = { readonly plan: DeadlinePlan; readonly met: string | undefined };

/** Reads a deadline of the pack. */
export function planDeadline(pathway: Pathway, slots: RuleSlots, id: string): DeadlinePlan {
  const definition = deadlineOf(pathway, id);
  const rungs = (definition.escalation ?? []).map(({ at, to }) => ({ percent: at, to }));
  const percents = rungs.some(({ percent }) => percent === 100) ? rungs : [...rungs, { percent: 100 }];
  const facts = [
    ...factsOf(definition.from),
    ...(typeof definition.within === 'object' && 'by' in definition.within ? [definition.within.by] : []),
  ];
  return {
    id,
    definition,
    due: dueFunction(pathway, definition),
    rung: rungFunction(pathway, definition),
    percents: percents.sort((a, b) => a.percent - b.percent),
    counts: [
      ...new Set([
        ...facts.flatMap((fact) => slots.basesOf(fact).map((base) => `fact:${base}`)),
        ...(facts.some((fact) => slots.countsToNow(`fact:${fact}`)) ? ['always'] : []),
        ...namedIn(definition.from),
      ]),
    ],
  };
}

function factsOf(anchor: Anchor): readonly string[] {
  if (anchor === 'entry') return [];
  if ('fact' in anchor) return [anchor.fact];
  return innerOf(anchor).flatMap(factsOf);
}

function namedIn(anchor: Anchor): readonly string[] {
  if (anchor === 'entry') return [];
  if ('done' in anchor) return [`done:${anchor.done}`];
  if ('event' in anchor) return [`event:${anchor.event}`];
  return innerOf(anchor).flatMap(namedIn);
}

function innerOf(anchor: Exclude<Anchor, 'entry'>): readonly Anchor[] {
  if ('latest' in anchor) return anchor.latest;
  if ('earliest' in anchor) return anchor.earliest;
  return 'first' in anchor ? anchor.first : [];
}

/** Deadlines of a step or stage, and those of its tasks, each with the rule that meets it. */
export function obligationsOf(
  { pack }: Pathway,
  plans: ReadonlyMap<string, DeadlinePlan>,
  state: string,
): readonly Obligation[] {
  const definition = Object.hasOwn(pack.steps, state) ? pack.steps[state] : undefined;
  const tasks = Object.values(stepOf(pack, state)?.tasks ?? {});
  const all = [
    ...(definition?.deadlines ?? []).map((deadline) => ({ deadline, task: undefined })),
    ...tasks.flatMap(({ deadline, met }) => (deadline === undefined ? [] : [{ deadline, task: met }])),
  ];
  return all.flatMap(({ deadline, task }) => {
    const plan = plans.get(deadline);
    if (!plan || plan.definition.each !== undefined) return [];
    const { met } = plan.definition;
    return [{ plan, met: task ?? (met === 'leaving' ? undefined : met.rule) }];
  });
}
