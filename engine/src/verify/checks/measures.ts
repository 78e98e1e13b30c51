import { type Check, error } from '../check.ts';
import { enteredBy } from '../outline.ts';

/** Only a reported event enters a state tagged `measure`: never `always`, `after`, `onDone` or a signal. */
export const measures: Check = function* ({ lists, isSignal, targetOf }) {
  for (const { from, by, name, path, candidates } of lists) {
    if (by === 'on' && !isSignal(name)) continue;
    for (const [index, candidate] of candidates.entries()) {
      const target = targetOf(candidate);
      const measure = target && enteredBy(from, target).find((node) => node.tags.includes('measure'));
      if (!measure) continue;
      const message = `"${measure.id}" is a measure about the child: only an event that a person reports may enter it.`;
      yield error('measure.unasked', `${path}/${index}/target`, message, { step: measure.id });
    }
  }
};
