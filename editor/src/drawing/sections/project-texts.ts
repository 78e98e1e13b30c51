import type { Pack, Text } from '@parcours/engine';
import { ELEMENT_SECTIONS } from '../commands/element-at.ts';

/** One text of the pack: where it stands, and what it says in each language. */
export type TextPlace = {
  /** As findings name places: `steps/visit/how`. */
  readonly path: string;
  readonly section: string;
  readonly id: string;
  /** Keys from the element inwards. */
  readonly keys: readonly string[];
  readonly text: Text;
};

/** Fields that hold a text wherever they stand; in a list, each of its members. */
const TEXT_FIELDS: ReadonlySet<string> = new Set([
  'label',
  'title',
  'summary',
  'help',
  'purpose',
  'how',
  'child',
  'says',
  'note',
  'instrument',
  'template',
  'hours',
  'why',
  'story',
  'hint',
  'documents',
  'competencies',
]);

/** Every text of a pack, section by section; the texts of an element that did not change are the same objects. */
export function textProjector(): (pack: Pack) => readonly TextPlace[] {
  const known = new WeakMap<object, readonly TextPlace[]>();
  const within = (section: string, id: string, element: object) => {
    const kept = known.get(element);
    if (kept && (kept.length === 0 || (kept[0]?.section === section && kept[0].id === id))) return kept;
    const found = [...textsIn(element, section, id, [])];
    known.set(element, found);
    return found;
  };
  return (pack) => [
    ...headTexts(pack),
    ...ELEMENT_SECTIONS.flatMap((section) =>
      Object.entries(pack[section]).flatMap(([id, element]) => within(section, id, element)),
    ),
    ...textsIn(pack.calendar, 'calendar', '', []),
  ];
}

function headTexts({ pack }: Pack): readonly TextPlace[] {
  const terms = Object.entries(pack.terms ?? {}).map(
    ([term, text]): TextPlace => ({
      path: `pack/terms/${term}`,
      section: 'pack',
      id: '',
      keys: ['terms', term],
      text,
    }),
  );
  return [...textsIn({ ...pack, terms: undefined }, 'pack', '', []), ...terms];
}

function* textsIn(node: unknown, section: string, id: string, keys: readonly string[]): Generator<TextPlace> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const inner = [...keys, key];
    if (TEXT_FIELDS.has(key) && isText(value)) yield placed(section, id, inner, value);
    else if (TEXT_FIELDS.has(key) && Array.isArray(value) && value.every(isText))
      for (const [index, text] of value.entries()) yield placed(section, id, [...inner, String(index)], text);
    else yield* textsIn(value, section, id, inner);
  }
}

function placed(section: string, id: string, keys: readonly string[], text: Text): TextPlace {
  return { path: [section, ...(id === '' ? [] : [id]), ...keys].join('/'), section, id, keys, text };
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Languages are two or three small letters; a map of sections or values has objects in it instead, a span of hours "from" and "to". */
function isText(value: unknown): value is Text {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([language, said]) => LANGUAGE.test(language) && typeof said === 'string')
  );
}
