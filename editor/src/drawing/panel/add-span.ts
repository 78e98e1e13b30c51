import type { Pack, Text } from '@parcours/engine';
import { sameValue } from '../../map/same-value.ts';
import { addElement, idFor } from '../commands/elements.ts';
import type { DrawingStore } from '../drawing-store.ts';
import type { ReadSpan } from '../spans/read-span.ts';

/** A deadline made in this way before: the same span, nothing said of it since. One that a law gives is another step's. */
function deadlineOfSpan(pack: Pack, value: object): string | undefined {
  return Object.entries(pack.deadlines).find(([, deadline]) => sameValue(deadline, value))?.[0];
}

/** The deadline that says this span, made when there is none; undefined when the draft is only read. */
export function spanDeadline(
  drawing: DrawingStore,
  span: ReadSpan,
  label: Text,
  burst: string,
): string | undefined {
  const { pack } = drawing.get().log;
  const value = { label, ...span, from: 'entry', met: 'leaving', ends: 'any', basis: 'practice' };
  const known = deadlineOfSpan(pack, value);
  if (known !== undefined) return known;
  const id = idFor(
    pack,
    'deadlines',
    `within ${span.within} ${span.calendar === 'working' ? 'working' : ''}`,
  );
  return drawing.perform(addElement, { section: 'deadlines', id, value }, burst) ? id : undefined;
}
