import type { Pack } from '@parcours/engine';
import { useState } from 'react';
import { usePack } from './pack-context.tsx';

/**
 * The pack as it was when one of these sections last changed, to be given to screens below that speak of nothing else: they are not
 * asked whether they are another at each key that is typed.
 */
export function useStillPack(sections: readonly (keyof Pack)[]): Pack {
  const pack = usePack();
  const [still, setStill] = useState(pack);
  if (sections.every((section) => still[section] === pack[section])) return still;
  setStill(pack);
  return pack;
}
