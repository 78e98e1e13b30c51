import { type Check, error } from '../check.ts';

/** Every state's `id` equals its key, and is unique in the machine, the machine's own id included. */
export const identity: Check = function* ({ nodes, pack }) {
  const seen = new Set([pack.machine.id]);
  for (const { id, state, path } of nodes) {
    if (state.id !== id) {
      yield error('machine.id', `${path}/id`, `The id of a state is its key: write "${id}".`, { name: id });
    }
    if (seen.has(id)) {
      yield error('name.ambiguous', path, `Two states are named "${id}"; rename one of them.`, { name: id });
    }
    seen.add(id);
  }
};
