import type { Pack } from '../procedure/pack.ts';

/** A deadline that runs while a state is open, and what meets it: leaving the state, or a rule. */
export type CarriedDeadline = { readonly id: string; readonly met: 'leaving' | (string & {}) };

/** Deadlines of a step or stage, and those of its tasks, as the ledger arms them; a task's own rule comes first. */
export function carriedDeadlines(pack: Pack, state: string): readonly CarriedDeadline[] {
  const step = Object.hasOwn(pack.steps, state) ? pack.steps[state] : undefined;
  const tasks = step && 'tasks' in step ? Object.values(step.tasks ?? {}) : [];
  return [
    ...(step?.deadlines ?? []).map((id) => ({ id, ownRule: undefined })),
    ...tasks.flatMap(({ deadline, met }) => (deadline === undefined ? [] : [{ id: deadline, ownRule: met }])),
  ].flatMap(({ id, ownRule }) => {
    const deadline = Object.hasOwn(pack.deadlines, id) ? pack.deadlines[id] : undefined;
    if (!deadline) return [];
    return [{ id, met: ownRule ?? (deadline.met === 'leaving' ? 'leaving' : deadline.met.rule) }];
  });
}
