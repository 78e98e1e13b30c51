import type { Actor } from '../journal/case-file.ts';
import type { Command } from '../journal/command.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Act } from '../procedure/scenario.ts';
import type { Who } from '../procedure/steps.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';

/** What is known when an act begins. */
export type Scene = {
  readonly by: Actor;
  /** Turns `happened` of the act into an instant. */
  readonly when: (text: string) => Instant;
};

/** The command an act stands for; none when it only lets time pass. */
export function actCommand(act: Act, { by, when }: Scene): Command | undefined {
  const common = {
    by,
    ...(act.happened !== undefined && { happened: when(act.happened) }),
    ...(act.reason !== undefined && { reason: act.reason }),
    ...(act.second && { second: act.second }),
  };
  if (act.event !== undefined) {
    const report = {
      ...common,
      event: act.event,
      ...(act.facts && { facts: values(act.facts) }),
      ...(act.decision && { decision: decisionOf(act.decision) }),
      ...(act.done !== undefined && { done: act.done }),
    };
    if (!act.override) return { ...report, kind: 'report' };
    return { ...report, kind: 'override', rules: act.override, reason: act.reason ?? '' };
  }
  if (!act.facts && !act.correct && !act.forget) return undefined;
  return {
    ...common,
    kind: 'record',
    ...(act.facts && { facts: values(act.facts) }),
    ...(act.correct && { correct: values(act.correct) }),
    ...(act.forget && { forget: act.forget }),
  };
}

/**
 * Who acts when the story does not say: somebody of the first role that may report the event, of the first role of an
 * open step else. The person is invented and named after the role.
 */
export function defaultActor({ pack, states }: Pathway, open: Iterable<string>, event?: string): Actor {
  const definition =
    event !== undefined && Object.hasOwn(pack.events, event) ? pack.events[event] : undefined;
  const steps = [...open].filter(
    (id) => states.get(id)?.leaf && (event === undefined || states.get(id)?.on.has(event)),
  );
  const roles = steps.flatMap((id) => {
    const step = pack.steps[id];
    return step && 'who' in step ? firstRoles(step.who) : [];
  });
  const role = definition?.by?.[0] ?? roles[0] ?? Object.keys(pack.roles)[0] ?? 'caseworker';
  return { person: role, role };
}

function firstRoles(who: Who | undefined): readonly string[] {
  if (!who) return [];
  return Array.isArray(who) ? who : Object.values((who as Exclude<Who, string[]>).values).flat();
}

/** Values of a story are checked by `openCase` and `advance`, as those of any command are: this cast gives no guarantee. */
export function values(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, FactValue>> {
  return facts as Readonly<Record<string, FactValue>>;
}

function decisionOf({ number, ...decision }: NonNullable<Act['decision']>) {
  return { ...decision, ...(number !== undefined && { number }) };
}
