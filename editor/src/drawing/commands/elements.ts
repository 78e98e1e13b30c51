import {
  checkElement,
  completeElement,
  type ElementSection,
  type Finding,
  type Pack,
  referencesOf,
  type Text,
  type Use,
} from '@parcours/engine';
import { current } from 'immer';
import type { Command, OpenPack, Refused } from '../log/command.ts';
import { dropUse, isMeaning, lastFirst } from '../log/drop-use.ts';
import { newId } from '../log/new-id.ts';

/** Sections whose elements are added and removed by themselves. Steps have commands of their own. */
export type FreeSection = Exclude<ElementSection, 'steps'>;

type Elements = Record<string, unknown>;

export const elementsOf = (pack: Pack | OpenPack, section: ElementSection): Elements =>
  pack[section] as unknown as Elements;

/** What people call an element: its label or title, else its id. */
export function nameOf(pack: Pack, section: ElementSection, id: string): Text {
  return wordsOf(elementsOf(pack, section)[id], id);
}

function wordsOf(value: unknown, id: string): Text {
  const element = value as { label?: Text; title?: Text; instrument?: Text } | undefined;
  const text = element?.label ?? element?.title ?? element?.instrument;
  return text && Object.keys(text).length > 0 ? text : { en: id };
}

export function invalid(findings: readonly Finding[]): Refused | undefined {
  const [first] = findings;
  return first && { why: 'invalid', names: { message: first.message, path: first.path } };
}

/** True for an id that a fact or a parameter must not have: they share one space. */
function isTaken(pack: Pack | OpenPack, section: ElementSection): (id: string) => boolean {
  const shared = section === 'facts' ? pack.parameters : section === 'parameters' ? pack.facts : {};
  return (id) => Object.hasOwn(elementsOf(pack, section), id) || Object.hasOwn(shared, id);
}

/** The id that a new element gets from its words. */
export function idFor(pack: Pack | OpenPack, section: ElementSection, words: string): string {
  return newId(words, section.replace(/s$/, ''), isTaken(pack, section));
}

type Added = {
  readonly section: FreeSection;
  /** From `idFor`, or of one's own choosing. */
  readonly id: string;
  readonly value: unknown;
};

/** Adds a fact, a rule, a form, a deadline, a role, a source, a safeguard, an effect, a parameter, a scenario. */
export const addElement: Command<Added> = {
  id: 'add_element',
  can: (pack, { section, id, value }) =>
    isTaken(pack, section)(id) ? { why: 'taken', names: { id } } : invalid(checkElement(section, id, value)),
  run: (pack, { section, id, value }) => {
    elementsOf(pack, section)[id] = completeElement(section, value);
    return { places: [`${section}/${id}`] };
  },
  names: (_, { id, value }) => ({ name: wordsOf(value, id) }),
};

/** One field of one element to set, or to take away. */
export type FieldSet = {
  readonly section: ElementSection;
  readonly id: string;
  /** Keys from the element inwards: `['how', 'fr']`, `['tasks', 'call', 'who']`. */
  readonly path: readonly [string, ...string[]];
  /** Absent takes the field away. */
  readonly value?: unknown;
};

/** Sets, or takes away, one field of one element. Maps on the way are made; a map left empty by a removal goes too. */
export const setField: Command<FieldSet> = {
  id: 'set_field',
  can: (pack, args) => {
    const element = elementsOf(pack, args.section)[args.id];
    if (element === undefined) return { why: 'gone', names: { id: args.id } };
    if (args.path.some((key) => key === '__proto__'))
      return { why: 'invalid', names: { message: '', path: '' } };
    const changed = structuredClone(element) as Elements;
    placeField(changed, args);
    return invalid(checkElement(args.section, args.id, changed));
  },
  run: (pack, args) => {
    const { section, id, path } = args;
    const element = elementsOf(pack, section)[id] as Elements;
    placeField(element, args);
    // What is taken away may be something that the schema presumes.
    if (args.value === undefined) {
      const presumed = valueAt(completeElement(section, current(element)), path);
      if (presumed !== undefined) placeField(element, { path, value: presumed });
    }
    return { places: [[args.section, args.id, ...args.path].join('/')] };
  },
  names: (pack, { section, id }) => ({ name: nameOf(pack, section, id) }),
};

/** Sets or takes away a field of an element that may be changed. */
export function placeField(element: Elements, { path, value }: Pick<FieldSet, 'path' | 'value'>): void {
  const [key, ...rest] = path;
  const [next, ...more] = rest;
  if (next === undefined) {
    if (value === undefined) remove(element, key);
    else element[key] = value;
    return;
  }
  if (value === undefined && element[key] === undefined) return;
  element[key] ??= {};
  const inner = element[key] as Elements;
  placeField(inner, { path: [next, ...more], value });
  const isText = ['label', 'title'].includes(key);
  if (value === undefined && !isText && Object.keys(inner).length === 0) remove(element, key);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Elements | null | undefined)?.[key], value);
}

function remove(holder: Elements, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

type Removed = { readonly section: FreeSection; readonly id: string };

const KIND_OF: Readonly<Record<FreeSection, readonly Use['kind'][]>> = {
  events: ['event', 'signal'],
  rules: ['rule'],
  facts: ['fact', 'value'],
  parameters: ['parameter', 'value'],
  forms: ['form'],
  deadlines: ['deadline'],
  effects: [],
  roles: ['role'],
  sources: ['source'],
  safeguards: [],
  scenarios: [],
};

/** Every place that names an element. */
export function usesOfElement(pack: Pack, removed: Removed): readonly Use[] {
  return usesAmong(referencesOf(pack), removed);
}

/** The same among uses that are known already. */
export function usesAmong(uses: readonly Use[], { section, id }: Removed): readonly Use[] {
  const reference = `${section.replace(/s$/, '')}:${id}`;
  return uses.filter(
    ({ kind, name }) =>
      (name === id && KIND_OF[section].includes(kind)) || (kind === 'reference' && name === reference),
  );
}

/** Takes an element away, and mends every list that names it. Refused while a rule, a door or a safeguard rests on it. */
export const removeElement: Command<Removed> = {
  id: 'remove_element',
  can: (pack, args) => {
    if (!Object.hasOwn(elementsOf(pack, args.section), args.id))
      return { why: 'gone', names: { id: args.id } };
    const meant = usesOfElement(pack, args).filter(isMeaning);
    return meant.length > 0
      ? { why: 'in_use', names: { places: meant.length, first: meant[0]?.path ?? '' } }
      : undefined;
  },
  run: (pack, args) => {
    const uses = usesOfElement(pack as Pack, args);
    for (const use of lastFirst(uses)) dropUse(pack, use);
    delete elementsOf(pack, args.section)[args.id];
    return { places: [`${args.section}/${args.id}`, ...uses.map(({ path }) => path)] };
  },
  names: (pack, { section, id }) => ({ name: nameOf(pack, section, id) }),
};
