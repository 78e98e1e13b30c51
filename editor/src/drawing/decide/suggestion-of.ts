import { checkElement, type ElementSection, type Pack, type Text } from '@parcours/engine';
import { elementAt } from '../commands/element-at.ts';
import { elementsOf, nameOf } from '../commands/elements.ts';
import type { Saved } from '../drawing-store.ts';

/** Texts of an element for which another may be proposed, in the order in which they are read. */
const TEXTS = ['title', 'label', 'instrument', 'summary', 'purpose', 'how', 'child'] as const;
export type TextField = (typeof TEXTS)[number];

type Target = { readonly section: ElementSection; readonly id: string };

function targetOf(pack: Pack, place: string | undefined): Target | undefined {
  const element = elementAt(place ?? '');
  // A story is told as a whole: another text for a piece of it would change what it shows.
  if (!element || element.section === 'scenarios') return undefined;
  return Object.hasOwn(elementsOf(pack, element.section), element.id) ? element : undefined;
}

const fieldsIn = (pack: Pack, { section, id }: Target) =>
  elementsOf(pack, section)[id] as Record<string, Text>;

/** The texts of the element at a place for which another may be proposed. */
export function suggestible(pack: Pack, place: string | undefined): readonly TextField[] {
  const target = targetOf(pack, place);
  if (!target) return [];
  const element = fieldsIn(pack, target);
  return TEXTS.filter((field) => {
    const text = { ...element[field], fr: 'x' };
    return checkElement(target.section, target.id, { ...element, [field]: text }).length === 0;
  });
}

/** What a text of the element says now in a language. */
export function textAt(pack: Pack, place: string | undefined, field: TextField, language: string): string {
  const target = targetOf(pack, place);
  return (target && fieldsIn(pack, target)[field]?.[language]) ?? '';
}

/** Another text for a field, as a change that the writer may take up; undefined where there is nothing to change. */
export function suggestionOf(
  pack: Pack,
  place: string | undefined,
  field: TextField,
  said: { readonly language: string; readonly text: string },
): Saved | undefined {
  const target = targetOf(pack, place);
  if (!target || said.text.trim() === '') return undefined;
  const { section, id } = target;
  const before = fieldsIn(pack, target)[field];
  const at = before === undefined ? [section, id, field] : [section, id, field, said.language];
  const value = before === undefined ? { [said.language]: said.text } : said.text;
  const old = before?.[said.language];
  if (old === said.text) return undefined;
  return {
    kind: 'do',
    command: 'set_field',
    names: { name: nameOf(pack, section, id) },
    places: [`${section}/${id}/${field}/${said.language}`],
    patches: [{ op: old === undefined ? 'add' : 'replace', path: at, value }],
    inverse: [old === undefined ? { op: 'remove', path: at } : { op: 'replace', path: at, value: old }],
  };
}

/** The texts that a proposal would write. */
export function proposedTexts(suggestion: {
  readonly patches: readonly { readonly value?: unknown }[];
}): readonly string[] {
  return suggestion.patches.flatMap(({ value }) =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).filter((each): each is string => typeof each === 'string')
        : [],
  );
}

/** Which text a proposal would replace, and what it says now; undefined where nothing stands there. */
export function replacedText(
  pack: Pack,
  suggestion: { readonly patches: readonly { readonly path: readonly (string | number)[] }[] },
): { readonly field: TextField; readonly now: string } | undefined {
  const [section, id, named, language] = suggestion.patches[0]?.path.map(String) ?? [];
  const field = TEXTS.find((each) => each === named);
  if (field === undefined || language === undefined) return undefined;
  const now = textAt(pack, `${section}/${id}`, field, language);
  return now === '' ? undefined : { field, now };
}
