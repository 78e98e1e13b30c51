import type { Finding } from '../../vocabulary/finding.ts';
import { type Check, error } from '../check.ts';
import { isInside, type Node, type Outline } from '../outline.ts';

/** Each state is of one kind and holds what that kind holds: `initial`, `final`, `history`, `onDone` in their places. */
export const shape: Check = function* (outline) {
  if (Object.keys(outline.pack.machine.states).length === 0) {
    yield error('track.no_main', 'machine/states', 'The machine has no track; draw "main".');
  }
  for (const node of outline.nodes) {
    yield* initial(node);
    yield* final(node);
    yield* history(outline, node);
    yield* done(node);
  }
};

function* initial({ state, path, children, id }: Node): Iterable<Finding> {
  const isCompound = children.length > 0 && state.type !== 'parallel';
  if (isCompound && !children.some((child) => child.id === state.initial)) {
    const message = `"${id}" must say in "initial" which of its own states opens first.`;
    yield error('machine.initial', `${path}/initial`, message, { name: id });
  }
  if (!isCompound && state.initial !== undefined) {
    yield error(
      'machine.initial',
      `${path}/initial`,
      `"${id}" holds nothing that opens first; take "initial" away.`,
      { name: id },
    );
  }
  if (state.type === 'parallel' && children.length < 2) {
    yield error('machine.parallel', path, `"${id}" is parallel and needs two regions or more.`, { name: id });
  }
}

function* final({ state, path, parent, children, id }: Node): Iterable<Finding> {
  if (state.type !== 'final') return;
  if (parent === undefined || parent.parent === undefined) {
    yield error(
      'machine.final_in_track',
      path,
      `"${id}" would end its track for good; use a step of kind "end" or "idle".`,
      { name: id },
    );
  }
  if (parent?.state.type === 'parallel') {
    yield error('machine.final_region', path, `"${id}" is a region; put the final state inside it.`, {
      name: id,
    });
  }
  if (children.length > 0 || state.on || state.always || state.after || state.onDone) {
    yield error('machine.final_moves', path, `"${id}" is final and can hold nothing and hear nothing.`, {
      name: id,
    });
  }
}

function* history({ targetOf }: Outline, node: Node): Iterable<Finding> {
  const { state, path, parent, children, id } = node;
  if (state.type !== 'history') {
    for (const field of ['history', 'target'] as const) {
      if (state[field] === undefined) continue;
      yield error(
        'machine.history',
        `${path}/${field}`,
        `Only a state of type "history" has "${field}"; take it away.`,
        { name: id },
      );
    }
    return;
  }
  if (children.length > 0 || state.on || state.always || state.after || state.onDone) {
    yield error('machine.history', path, `"${id}" only remembers; it can hold nothing and hear nothing.`, {
      name: id,
    });
  }
  const target = state.target === undefined ? undefined : targetOf({ target: state.target });
  if (target && parent && !isInside(target, parent)) {
    yield error(
      'machine.history',
      `${path}/target`,
      `The default of "${id}" must lie inside "${parent.id}".`,
      { name: id },
    );
  }
}

/** Only a stage joins: its own final state, or one in each of its regions. */
function* done({ state, path, kind, children, id }: Node): Iterable<Finding> {
  if (!state.onDone) return;
  if (kind === 'track') {
    yield error(
      'machine.done_on_track',
      `${path}/onDone`,
      `A track is never done; put "onDone" on a stage inside "${id}".`,
      { name: id },
    );
    return;
  }
  const hasFinal = (node: Node) => node.children.some((child) => child.kind === 'final');
  const joins =
    state.type === 'parallel' ? children.every(hasFinal) : children.some((child) => child.kind === 'final');
  if (!joins && children.length > 0) {
    yield error(
      'machine.never_done',
      `${path}/onDone`,
      `Nothing in "${id}" is final, so it is never done; add a final state.`,
      { name: id },
    );
  }
  if (children.length === 0 && kind !== 'final' && kind !== 'history') {
    yield error(
      'machine.never_done',
      `${path}/onDone`,
      `"${id}" holds nothing that could be done; take "onDone" away.`,
      { name: id },
    );
  }
}
