import type { Role } from '../../procedure/roles.ts';
import type { Who } from '../../procedure/steps.ts';
import { type Check, error, own } from '../check.ts';
import type { Node } from '../outline.ts';

/**
 * Every event that is heard can be reported by somebody: its own `by`, else the `who` of the steps that hear it. Work of which
 * nobody is named is told by itself: naming somebody there mends both.
 */
export const reporters: Check = function* ({ pack, lists, isSignal }) {
  const heardBy = new Map<string, Node[]>();
  for (const { by, name, from } of lists) {
    if (by === 'on') heardBy.set(name, [...(heardBy.get(name) ?? []), from]);
  }
  for (const [event, definition] of Object.entries(pack.events)) {
    if (isSignal(event)) continue;
    const hearers = heardBy.get(event) ?? [];
    const leaves = definition.by ? [] : hearers.flatMap(leavesOf);
    if (leaves.some(isNobodysWork)) continue;
    const roles = definition.by ?? leaves.flatMap((leaf) => rolesOf(whoOf(leaf)));
    if (hearers.length === 0 || roles.some((role) => reports(own(pack.roles, role)))) continue;
    const message = `Nobody may report "${event}"; say who in "by", or name who does the steps that hear it.`;
    yield error('event.no_reporter', `events/${event}/by`, message, { event });
  }

  function isNobodysWork(leaf: Node): boolean {
    return own(pack.steps, leaf.id)?.kind === 'work' && whoOf(leaf) === undefined;
  }

  function whoOf(leaf: Node): Who | undefined {
    const step = own(pack.steps, leaf.id);
    return step && 'who' in step ? step.who : undefined;
  }
};

function leavesOf(node: Node): readonly Node[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

function rolesOf(who: Who | undefined): readonly string[] {
  if (who === undefined) return [];
  return 'by' in who ? Object.values(who.values).flat() : who;
}

/** Family and child take part and do not report, unless the pack says so. A role that is not known is told elsewhere. */
function reports(role: Role | undefined): boolean {
  return role === undefined || (role.reports ?? (role.sector !== 'family' && role.sector !== 'child'));
}
