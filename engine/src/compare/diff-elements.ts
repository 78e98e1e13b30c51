import type { Pack } from '../procedure/pack.ts';
import { canonicalJson } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import type { Text } from '../vocabulary/text.ts';
import { type ComparedSection, type Difference, inEach, type ToldIn } from './difference.ts';
import { citation, NAMES, textIn } from './named.ts';
import { arrow, cameOrWent, colon, FIELDS, NOUNS, PHRASES } from './phrases.ts';
import { changedWords, isObject, isText, type Reader } from './value-words.ts';

/** The two versions compared. */
export type Versions = { readonly before: Pack; readonly after: Pack };

/** Fields that hold elements of their own, by id: told one by one. */
const NESTED: ReadonlySet<string> = new Set([
  'tasks',
  'values',
  'fields',
  'sections',
  'also',
  'or_also',
  'contacts',
  'withheld',
  'holidays',
  'terms',
  'languages',
  'marks',
]);

type Place = {
  readonly section: ComparedSection;
  readonly id: string;
  /** From the section on; the last is the field. */
  readonly keys: readonly string[];
};

/** Differences of a section that is a map of elements by id. */
export function diffElements(
  versions: Versions,
  section: ComparedSection,
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): readonly Difference[] {
  return keysOf(before, after).flatMap((id) =>
    diffValue(versions, { section, id, keys: [section, id] }, own(before, id), own(after, id)),
  );
}

/** Differences of a section that is one element: each field on its own. */
export function diffWhole(
  versions: Versions,
  section: ComparedSection,
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): readonly Difference[] {
  return diffMembers(versions, { section, id: section, keys: [section] }, before, after);
}

function diffValue(
  versions: Versions,
  place: Place,
  before: Json | undefined,
  after: Json | undefined,
): readonly Difference[] {
  if (isSame(before, after)) return [];
  const isElement = place.keys.length % 2 === 0 && isObject(before) && isObject(after) && !isText(before);
  if (isElement && !isOneValue(place)) return diffMembers(versions, place, before, after);
  return [difference(versions, place, before, after)];
}

/** Each member on its own; the whole when no member differs and yet they are not the same text. */
function diffMembers(
  versions: Versions,
  place: Place,
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): readonly Difference[] {
  const found = keysOf(before, after).flatMap((field) => {
    const [old, now] = [own(before, field), own(after, field)];
    const at = { ...place, keys: [...place.keys, field] };
    if (isSame(old, now)) return [];
    if (!NESTED.has(field) || !isMapOrNothing(old) || !isMapOrNothing(now))
      return [difference(versions, at, old, now)];
    const [olds, nows] = [isObject(old) ? old : {}, isObject(now) ? now : {}];
    const inside = keysOf(olds, nows).flatMap((id) =>
      diffNested(versions, { ...at, keys: [...at.keys, id] }, own(olds, id), own(nows, id)),
    );
    return inside.length > 0 ? inside : [difference(versions, at, old, now)];
  });
  return found.length > 0 || isSame(before, after) ? found : [difference(versions, place, before, after)];
}

function diffNested(versions: Versions, place: Place, before: Json | undefined, after: Json | undefined) {
  if (isSame(before, after)) return [];
  if (isObject(before) && isObject(after) && !isText(before) && !isText(after) && !isOneValue(place))
    return diffMembers(versions, place, before, after);
  return [difference(versions, place, before, after)];
}

/** A named condition is replaced whole, never merged. */
function isOneValue({ keys }: Place): boolean {
  return keys.includes('also') || keys.includes('or_also');
}

function isMapOrNothing(value: Json | undefined): boolean {
  return value === undefined || (isObject(value) && !isText(value));
}

function difference(
  versions: Versions,
  place: Place,
  before: Json | undefined,
  after: Json | undefined,
): Difference {
  return {
    path: place.keys.join('/'),
    section: place.section,
    id: place.id,
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    words: inEach((language) => say(versions, place, { before, after }, language)),
  };
}

type Change = { readonly before: Json | undefined; readonly after: Json | undefined };

/** "Home visit, deadline: 72 h -> 24 h, Loi ... art. ...". */
function say(versions: Versions, place: Place, change: Change, language: ToldIn): string {
  const { section, id, keys } = place;
  const pack = holderOf(versions, place);
  const name = NAMES[section](pack, id, language);
  const [, , ...rest] = section === id ? ['', ...keys] : keys;
  if (rest.length === 0) {
    const kind = change.before === undefined ? 'added' : change.after === undefined ? 'removed' : 'changed';
    return `${cameOrWent(capital(NOUNS[section][language]), kind, language)}${colon(language)} ${name}`;
  }
  const field = rest.findLast((key) => Object.hasOwn(FIELDS, key)) ?? rest.at(-1) ?? '';
  const isSpan = section === 'deadlines' && field === 'within';
  const spoken = rest.flatMap((key, index) =>
    wordOf(key, index, {
      rest,
      change,
      language,
      label: labelAt(versions, keys, keys.length - rest.length + index),
    }),
  );
  const told = isSpan && name.endsWith(NOUNS.deadlines[language]) ? [name] : [name, ...spoken];
  const cited = field === 'sources' ? '' : citedBy(versions.after, section, id, language);
  return `${told.join(', ')}${colon(language)} ${changeWords(versions, { section, id, field }, change, language)}${cited}`;
}

function wordOf(
  key: string,
  index: number,
  {
    rest,
    change,
    language,
    label: named,
  }: {
    readonly rest: readonly string[];
    readonly change: Change;
    readonly language: ToldIn;
    readonly label: Text | undefined;
  },
): string[] {
  const known = FIELDS[key]?.[language];
  if (known !== undefined && (index % 2 === 0 || index === rest.length - 1)) return [known];
  const holder = index === rest.length - 1 ? (change.after ?? change.before) : undefined;
  const label = isObject(holder) ? (holder.label ?? holder.title) : undefined;
  // A condition that was added to another has no name of its own.
  if (isText(label) || rest[index - 1] === 'also' || rest[index - 1] === 'or_also') return [];
  return [index % 2 === 1 ? textIn(named, language, key) : key];
}

/** What people call the element inside another that `keys` lead to, up to and with the one at `last`. */
function labelAt({ before, after }: Versions, keys: readonly string[], last: number): Text | undefined {
  const labelIn = (pack: Pack) => {
    const found = keys
      .slice(0, last + 1)
      .reduce<unknown>(
        (at, key) => (isObject(at as Json) ? own(at as Readonly<Record<string, unknown>>, key) : undefined),
        pack,
      );
    const { label, title } = (found ?? {}) as { readonly label?: unknown; readonly title?: unknown };
    const text = (label ?? title) as Json | undefined;
    return isText(text) ? (text as Text) : undefined;
  };
  return labelIn(after) ?? labelIn(before);
}

function changeWords(
  { before, after }: Versions,
  { section, id, field }: { readonly section: ComparedSection; readonly id: string; readonly field: string },
  change: Change,
  language: ToldIn,
): string {
  const reader = (pack: Pack): Reader => ({
    pack,
    language,
    answers: section === 'parameters' ? own(pack.parameters, id)?.values : undefined,
  });
  const told = changedWords(field, [reader(before), change.before], [reader(after), change.after]);
  if ('came' in told)
    return (['came', 'went'] as const)
      .filter((way) => told[way] !== '')
      .map(
        (way) => `${PHRASES[way === 'came' ? 'added' : 'removed'][language]}${colon(language)} ${told[way]}`,
      )
      .join('; ');
  const { was, is } = told;
  if (was !== is) return `${was} ${arrow(language)} ${is}`;
  const other = otherLanguages(change);
  return other === '' ? PHRASES.changed[language] : `${was} ${arrow(language)} ${is}${other}`;
}

/** Where the reader's language says the same, the languages in which the text differs. */
function otherLanguages({ before, after }: Change): string {
  if (!isText(before) || !isText(after)) return '';
  const changed = keysOf(before, after).filter((language) => before[language] !== after[language]);
  return ` (${changed.join(', ')})`;
}

/** The law on which the new version of an element rests. */
function citedBy(pack: Pack, section: ComparedSection, id: string, language: ToldIn): string {
  if (section === 'machine' || section === 'pack' || section === 'calendar' || section === 'scenarios')
    return '';
  const element = own(pack[section] as Readonly<Record<string, object>>, id);
  const sources = element && 'sources' in element && Array.isArray(element.sources) ? element.sources : [];
  const cited = sources.slice(0, 2).map((source) => citation(pack, String(source), language));
  return cited.length === 0 ? '' : ` (${cited.join('; ')})`;
}

/** The version that has the element, the new one first. */
function holderOf({ before, after }: Versions, { section, id }: Place): Pack {
  return section === id || Object.hasOwn(after[section] as object, id) ? after : before;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function isSame(before: Json | undefined, after: Json | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return canonicalJson(before) === canonicalJson(after);
}

export function keysOf(before: object, after: object): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
