import { checkElement, type Pack } from '@parcours/engine';
import type { Command } from '../log/command.ts';
import { elementsOf, type FieldSet, invalid, nameOf, placeField } from './elements.ts';

type FieldsSet = { readonly sets: readonly FieldSet[] };

/** Sets, or takes away, many fields of many elements at once: a column of the matrix, what was pasted. All of it or nothing. */
export const setFields: Command<FieldsSet> = {
  id: 'set_fields',
  can: (pack, { sets }) => {
    const changed = new Map<string, { set: FieldSet; element: Record<string, unknown> }>();
    for (const set of sets) {
      const key = `${set.section}/${set.id}`;
      const known = changed.get(key)?.element ?? elementsOf(pack, set.section)[set.id];
      if (known === undefined || !Object.hasOwn(elementsOf(pack, set.section), set.id))
        return { why: 'gone', names: { id: set.id } };
      if (set.path.some((each) => each === '__proto__'))
        return { why: 'invalid', names: { message: '', path: '' } };
      const element = changed.has(key) ? known : structuredClone(known);
      placeField(element as Record<string, unknown>, set);
      changed.set(key, { set, element: element as Record<string, unknown> });
    }
    for (const { set, element } of changed.values()) {
      const refused = invalid(checkElement(set.section, set.id, element));
      if (refused) return refused;
    }
    return undefined;
  },
  run: (pack, { sets }) => {
    const places = sets.map((set) => {
      placeField(elementsOf(pack, set.section)[set.id] as Record<string, unknown>, set);
      return [set.section, set.id, ...set.path].join('/');
    });
    return { places: [places[0] ?? 'pack', ...places.slice(1)] };
  },
  names: (pack: Pack, { sets }) => {
    const [first] = sets;
    return first ? { name: nameOf(pack, first.section, first.id) } : {};
  },
};
