import { type Check, error } from '../check.ts';

/**
 * Where nobody can be asked (`always`, `after`, `onDone`, a signal) an unknown is not taken: the list must end with an
 * unguarded candidate. Anywhere, what follows an unguarded candidate is never read.
 */
export const listsEnd: Check = function* ({ lists, isSignal }) {
  for (const { by, name, path, candidates } of lists) {
    const isAsked = by === 'on' && !isSignal(name);
    const last = candidates[candidates.length - 1];
    if (!isAsked && last?.guard !== undefined) {
      const message =
        'Nobody can be asked here: end the list with a candidate without a guard, safe when nothing is known.';
      yield error('list.ends_guarded', path, message);
    }
    const open = candidates.findIndex((candidate) => candidate.guard === undefined);
    if (open >= 0 && open < candidates.length - 1) {
      yield error(
        'list.never_read',
        `${path}/${open + 1}`,
        'A candidate without a guard stands before this one; put it last.',
      );
    }
  }
};
