import { type Pack, referencesOf, type Use } from '@parcours/engine';
import { useDeferredValue, useMemo } from 'react';
import { type FreeSection, usesAmong } from '../commands/elements.ts';
import { useDrawnPack } from '../drawing-context.tsx';

const known = new WeakMap<Pack, readonly Use[]>();

/** Every use of every name of a pack, looked for once for each state of it. */
export function referencesIn(pack: Pack): readonly Use[] {
  const uses = known.get(pack) ?? referencesOf(pack);
  known.set(pack, uses);
  return uses;
}

/** Every place that names an element; a moment behind the keys, which it never holds up. */
export function useUses(section: FreeSection, id: string): readonly Use[] {
  const pack = useDeferredValue(useDrawnPack());
  return useMemo(() => usesAmong(referencesIn(pack), { section, id }), [pack, section, id]);
}
