import type { Pack } from '@parcours/engine';
import { moveStep } from '../commands/move-step.ts';
import { readingOrder } from '../commands/reading-order.ts';
import { findState } from './find-state.ts';

type Place = { readonly id: string; readonly into: string; readonly after?: string };

/** Where a step stands among what is read beside it. */
type Around = {
  readonly siblings: readonly string[];
  readonly index: number;
  readonly holder: string;
  /** The stage or track around the holder, and what is read before the holder in it. */
  readonly outer?: { readonly id: string; readonly before?: string };
};

function around(pack: Pack, id: string): Around | undefined {
  const standing = findState(pack.machine, id);
  const holder = standing?.above.at(-1);
  if (!standing || !holder) return undefined;
  const siblings = readingOrder(pack, holder);
  const above = standing.above.at(-2);
  const outer = above && readingOrder(pack, above);
  const before = outer?.[outer.indexOf(holder.id) - 1];
  return {
    siblings,
    index: siblings.indexOf(id),
    holder: holder.id,
    ...(above && { outer: { id: above.id, ...(before !== undefined && { before }) } }),
  };
}

const place = (id: string, into: string, after: string | undefined): Place => ({
  id,
  into,
  ...(after !== undefined && { after }),
});

const allowed = (pack: Pack, move: Place | undefined): Place | undefined =>
  move && moveStep.can(pack, move) === undefined ? move : undefined;

/** One place earlier: before its neighbour, or out of its stage before it. Undefined when it cannot. */
export function earlier(pack: Pack, id: string): Place | undefined {
  const found = around(pack, id);
  if (!found) return undefined;
  const { siblings, index, holder, outer } = found;
  if (index > 0) return allowed(pack, place(id, holder, siblings[index - 2]));
  return allowed(pack, outer && place(id, outer.id, outer.before));
}

/** One place later: behind its neighbour, or out of its stage behind it. */
export function later(pack: Pack, id: string): Place | undefined {
  const found = around(pack, id);
  if (!found) return undefined;
  const { siblings, index, holder, outer } = found;
  if (index < siblings.length - 1) return allowed(pack, place(id, holder, siblings[index + 1]));
  return allowed(pack, outer && place(id, outer.id, holder));
}

/** Into the stage that is read just before it, as its last. */
export function inwards(pack: Pack, id: string): Place | undefined {
  const found = around(pack, id);
  const stage = found?.siblings[found.index - 1];
  const state = stage === undefined ? undefined : findState(pack.machine, stage)?.state;
  if (stage === undefined || !state?.states) return undefined;
  return allowed(pack, place(id, stage, readingOrder(pack, state).at(-1)));
}

/** Out of its stage, behind it. */
export function outwards(pack: Pack, id: string): Place | undefined {
  const found = around(pack, id);
  return allowed(pack, found?.outer && place(id, found.outer.id, found.holder));
}

/** Where what is dropped on a row goes: first in a stage or track, else behind the step. */
export function behind(pack: Pack, id: string, over: string): Place | undefined {
  if (id === over) return undefined;
  const standing = findState(pack.machine, over);
  const kind = pack.steps[over]?.kind;
  if (!standing) return undefined;
  if (kind === 'stage' || kind === 'track') return allowed(pack, place(id, over, undefined));
  const holder = standing.above.at(-1);
  return allowed(pack, holder && place(id, holder.id, over));
}
