import type { Pack } from '@parcours/engine';
import { placeAfter } from '../actions/place-after.ts';
import { addStep } from '../commands/add-step.ts';
import { setField } from '../commands/elements.ts';
import { readingOrder } from '../commands/reading-order.ts';
import { removeStep } from '../commands/remove-step.ts';
import type { DrawingStore } from '../drawing-store.ts';
import { newBurst } from '../log/burst.ts';
import { findState } from '../log/find-state.ts';

type Writing = {
  readonly drawing: DrawingStore;
  /** The step, stage or track whose title is written. */
  readonly id: string;
  /** The language in which the texts are written. */
  readonly writes: string;
};

/** Where the cursor stands in a title once it is shown. */
export type Caret = { readonly id: string; readonly at: number };

/**
 * Writes several lines at once: the first is the title, each other one a step behind it, in a stage or a track a step
 * at its end. One entry of the log. Returns the last one made, undefined when nothing can stand there.
 */
export function writeLines(
  { drawing, id, writes }: Writing,
  lines: readonly string[],
  outcome: string,
): string | undefined {
  const state = drawing.get();
  const place = placeAfter(state, id);
  const holder = findState(state.log.pack.machine, place.into)?.state;
  const last = place.after ?? (holder && readingOrder(state.log.pack, holder).at(-1));
  const [first = '', ...others] = lines;
  const at = (after: string | undefined) => ({ into: place.into, ...(after !== undefined && { after }) });
  if (addStep.can(state.log.pack, { title: {}, ...at(last) }) !== undefined) return undefined;
  const burst = newBurst();
  drawing.perform(setField, { section: 'steps', id, path: ['title', writes], ...titled(first) }, burst);
  let after = last;
  for (const line of others) {
    const title = line === '' ? {} : { [writes]: line };
    drawing.perform(addStep, { title, outcome: { [writes]: outcome }, ...at(after) }, burst);
    after = drawing.get().log.past.at(-1)?.places[0].slice('steps/'.length);
  }
  return after;
}

/** What a step that nobody has filled in yet says. */
const BARE = new Set(['kind', 'title', 'basis', 'order']);

/**
 * Joins a step that says nothing but its title, in one language, to the one read before it. Returns where the two titles meet,
 * undefined when something would be lost.
 */
export function joinToPrevious({ drawing, id, writes }: Writing): Caret | undefined {
  const { pack } = drawing.get().log;
  const before = previous(pack, id);
  const own = pack.steps[id];
  const other = before === undefined ? undefined : pack.steps[before];
  if (before === undefined || other === undefined || own?.kind !== 'work' || isHeading(other.kind))
    return undefined;
  if (Object.keys(own).some((key) => !BARE.has(key)) || removeStep.can(pack, { id }) !== undefined)
    return undefined;
  if (Object.keys(own.title).some((language) => language !== writes)) return undefined;
  const burst = newBurst();
  const head = other.title[writes] ?? '';
  const path = ['title', writes] as const;
  const joined = { section: 'steps', id: before, path, ...titled(head + (own.title[writes] ?? '')) } as const;
  drawing.perform(removeStep, { id }, burst);
  drawing.perform(setField, joined, burst);
  return { id: before, at: head.length };
}

const titled = (value: string) => (value === '' ? {} : { value });
const isHeading = (kind: string): boolean => kind === 'stage' || kind === 'track';

function previous(pack: Pack, id: string): string | undefined {
  const holder = findState(pack.machine, id)?.above.at(-1);
  const order = holder ? readingOrder(pack, holder) : [];
  return order[order.indexOf(id) - 1];
}
