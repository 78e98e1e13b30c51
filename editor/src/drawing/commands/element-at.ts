import type { ElementSection, Pack, Text } from '@parcours/engine';
import { nameOf } from './elements.ts';

/** Sections whose elements people name and speak of, in the order in which a reader meets them. */
export const ELEMENT_SECTIONS = [
  'steps',
  'events',
  'rules',
  'facts',
  'forms',
  'deadlines',
  'roles',
  'parameters',
  'sources',
  'safeguards',
  'effects',
  'scenarios',
] as const satisfies readonly ElementSection[];

type ElementAt = { readonly section: (typeof ELEMENT_SECTIONS)[number]; readonly id: string };

/** The element that a place (`facts/age/label`) lies in, whether it is there or not; undefined for places of no element. */
export function elementAt(place: string): ElementAt | undefined {
  const [first = '', id = ''] = place.split('/');
  const section = ELEMENT_SECTIONS.find((each) => each === first);
  return section === undefined || id === '' ? undefined : { section, id };
}

/** What people call a place: the name of the element that it lies in, else the procedure's own. */
export function nameOfPlace(pack: Pack, place: string): Text {
  const element = elementAt(place);
  return element ? nameOf(pack, element.section, element.id) : pack.pack.title;
}
