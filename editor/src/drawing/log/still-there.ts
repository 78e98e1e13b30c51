import type { Pack } from '@parcours/engine';
import { readingOrder } from '../commands/reading-order.ts';
import { findState } from './find-state.ts';

/** The place itself, or, when its step is gone with what was undone, the one that was read before it, else behind it, else around it. */
export function stillThere(before: Pack, now: Pack, place: string): string {
  const [section, id = ''] = place.split('/');
  if (section !== 'steps' || Object.hasOwn(now.steps, id)) return place;
  const holder = findState(before.machine, id)?.above.at(-1);
  if (!holder) return place;
  const order = readingOrder(before, holder);
  const at = order.indexOf(id);
  const near = [...order.slice(0, at).reverse(), ...order.slice(at + 1), holder.id];
  const found = near.find((each) => Object.hasOwn(now.steps, each));
  return found === undefined ? place : `steps/${found}`;
}
