import { checkElement, type ElementSection, type Pack } from '@parcours/engine';
import { whenIdle } from '../../shell/when-idle.ts';

/** What people write in most, first. */
const SECTIONS = [
  'steps',
  'events',
  'facts',
  'deadlines',
  'rules',
] as const satisfies readonly ElementSection[];

/**
 * Checks one element of each kind while nobody writes: the first check builds what all others use, and would take half of the
 * frame of the first letter. Gives how to call it off.
 */
export function firstChecks(pack: Pack): () => void {
  const kinds = new Map<string, () => void>();
  for (const section of SECTIONS)
    for (const [id, element] of Object.entries(pack[section])) {
      const kind = `${section} ${'kind' in element ? element.kind : ''}`;
      if (!kinds.has(kind)) kinds.set(kind, () => checkElement(section, id, element));
    }
  const waiting = [...kinds.values()];
  let stop = () => {};
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) stop = whenIdle(next);
  };
  stop = whenIdle(next);
  return () => stop();
}
