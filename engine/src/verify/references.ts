import type { Pack } from '../procedure/pack.ts';
import { outline } from './outline.ts';
import type { Use } from './use.ts';
import { usesOf } from './uses.ts';

/** Every place of a pack that names another element, as findings name places: for renaming and removing. Scenarios apart. */
export function referencesOf(pack: Pack): readonly Use[] {
  return [...usesOf(outline(pack))];
}
