import { type Check, own, warning } from '../check.ts';

/** Fields of a pack that hold text shown to people. */
const TEXT_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'label',
  'summary',
  'help',
  'how',
  'child',
  'purpose',
  'why',
  'says',
  'instrument',
  'note',
  'story',
  'hint',
  'template',
  'hours',
  'terms',
  'documents',
  'competencies',
]);

/** Every text exists in every language the pack declares; a step of work says how, and how the child takes part. */
export const texts: Check = function* ({ pack }) {
  const languages = Object.keys(pack.pack.languages);
  for (const [path, text] of gather([], pack, '', false)) {
    const missing = languages.filter((language) => !Object.hasOwn(text, language));
    if (missing.length === 0) continue;
    const message = `This text is missing in: ${missing.join(', ')}; translate it.`;
    yield warning('text.missing', path, message, { languages: missing.join(', ') });
  }
  for (const [id, step] of Object.entries(pack.steps)) {
    if (step.kind !== 'work') continue;
    for (const field of ['how', 'child'] as const) {
      if (own(step, field) !== undefined) continue;
      const path = `steps/${id}/${field}`;
      yield field === 'how'
        ? warning('step.no_how', path, `Say how "${id}" is done.`, { step: id })
        : warning('step.no_child', path, `Say how the child takes part in "${id}".`, { step: id });
    }
  }
};

type Found = (readonly [path: string, text: Readonly<Record<string, string>>])[];

/** A text is an object of nothing but texts under a field that people read; maps and lists of texts are entered. */
function gather(found: Found, value: unknown, path: string, isRead: boolean): Found {
  if (typeof value !== 'object' || value === null) return found;
  if (isRead && isText(value)) {
    found.push([path, value]);
    return found;
  }
  const isList = Array.isArray(value) || path === 'pack/terms';
  for (const key of Object.keys(value)) {
    const member: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof member !== 'object' || member === null) continue;
    gather(found, member, path === '' ? key : `${path}/${key}`, isList ? isRead : TEXT_FIELDS.has(key));
  }
  return found;
}

function isText(value: object): value is Readonly<Record<string, string>> {
  if (Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const members = value as Readonly<Record<string, unknown>>;
  return keys.length > 0 && keys.every((key) => typeof members[key] === 'string' && isLanguage(key));
}

const languages = new Map<string, boolean>();
/** More keys than these are not kept. */
const MOST_KEPT = 1_000;

function isLanguage(key: string): boolean {
  const known = languages.get(key);
  if (known !== undefined) return known;
  const told = /^[a-z]{2,3}(-|$)/.test(key);
  if (languages.size < MOST_KEPT) languages.set(key, told);
  return told;
}
