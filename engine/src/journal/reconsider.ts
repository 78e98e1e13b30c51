import type { CaseFile, Reconsideration } from './case-file.ts';
import { timing } from './deadline-timing.ts';
import type { Decided } from './decide.ts';
import type { Work } from './work.ts';

/**
 * Decisions to look at again: the newest of each event, where what was just recorded changed a rule it stood on.
 * Nothing is undone; a decision already to be looked at keeps its instant and its due instant.
 */
export function reconsiderations(work: Work, before: Decided, after: Decided): readonly Reconsideration[] {
  const { caseFile } = work;
  const raised = newestDecisions(caseFile).flatMap(([seq, { event, rules }]) => {
    const changed = Object.keys(rules).filter((rule) => before.outcomes[rule] !== after.outcomes[rule]);
    const different = Object.keys(rules).filter((rule) => after.outcomes[rule] !== rules[rule]);
    if (!changed.some((rule) => different.includes(rule))) return [];
    const known = caseFile.reconsider.find((one) => one.seq === seq);
    const moved = different.flatMap((rule) => {
      const [was, now] = [rules[rule], after.outcomes[rule]];
      return was && now ? [{ rule, was, now }] : [];
    });
    return [{ ...(known ?? { seq, event, raised: after.at, ...dueOf(work, after) }), rules: moved }];
  });
  const others = caseFile.reconsider.filter(({ seq }) => !raised.some((one) => one.seq === seq));
  return [...others, ...raised].sort((a, b) => a.seq - b.seq);
}

function newestDecisions({ stood }: CaseFile): readonly (readonly [number, CaseFile['stood'][string]])[] {
  const newest = new Map<string, readonly [number, CaseFile['stood'][string]]>();
  for (const [seq, decision] of Object.entries(stood)) {
    const known = newest.get(decision.event);
    if (!known || known[0] < Number(seq)) newest.set(decision.event, [Number(seq), decision]);
  }
  return [...newest.values()].sort(([a], [b]) => a - b);
}

function dueOf({ pathway, caseFile }: Work, decided: Decided): Pick<Reconsideration, 'due'> {
  const deadline = pathway.pack.pack.reconsider;
  if (deadline === undefined || !Object.hasOwn(pathway.pack.deadlines, deadline)) return {};
  const { due } = timing({ pathway, caseFile, decided }, deadline, { entry: decided.at });
  return due === undefined ? {} : { due };
}
