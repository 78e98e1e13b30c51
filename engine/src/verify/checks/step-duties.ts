import { type Check, error, own } from '../check.ts';
import { ancestorsOf, type Node, type Outline } from '../outline.ts';

/** Work is somebody's and has an end in time; waiting has an end in time. */
export const stepDuties: Check = function* (outline) {
  for (const node of outline.nodes) {
    const step = own(outline.pack.steps, node.id);
    if (node.kind !== 'leaf' || (step?.kind !== 'work' && step?.kind !== 'wait')) continue;
    const path = `steps/${node.id}`;
    if (step.kind === 'work' && step.who === undefined) {
      yield error('step.no_role', path, `Nobody is named for "${node.id}"; say who does it.`, {
        step: node.id,
      });
    }
    if (!isBounded(outline, node)) {
      yield error('step.no_deadline', path, `"${node.id}" could last for ever; give it a deadline.`, {
        step: node.id,
      });
    }
  }
};

/**
 * A deadline of the step, or of a stage that holds it: to be met, or one that moves the case. A clock over the whole track, such
 * as coming of age, ends no single step in time.
 */
function isBounded({ pack }: Outline, node: Node): boolean {
  return [node, ...ancestorsOf(node)].some(
    ({ id, kind, state }) =>
      kind !== 'track' &&
      ((own(pack.steps, id)?.deadlines?.length ?? 0) > 0 || Object.keys(state.after ?? {}).length > 0),
  );
}
