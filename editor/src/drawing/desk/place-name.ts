import type { Pack, Text } from '@parcours/engine';
import { nameOf } from '../commands/elements.ts';

const ELEMENTS = new Set([
  'steps',
  'events',
  'rules',
  'facts',
  'parameters',
  'forms',
  'deadlines',
  'effects',
  'roles',
  'sources',
  'safeguards',
  'scenarios',
]);

/** What people call a place: the name of the element that it lies in, else the procedure's own. */
export function nameOfPlace(pack: Pack, place: string): Text {
  const [section = '', id = ''] = place.split('/');
  if (ELEMENTS.has(section) && id !== '') return nameOf(pack, section as 'steps', id);
  return pack.pack.title;
}
