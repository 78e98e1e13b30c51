/** Values of a pack as a committee reads them: names instead of ids, "72 h" instead of `PT72H`. */
import type { Atom, Conditions } from '../procedure/conditions.ts';
import type { Anchor } from '../procedure/deadlines.ts';
import type { Guard } from '../procedure/machine.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Json } from '../vocabulary/json.ts';
import type { Text } from '../vocabulary/text.ts';
import type { ComparedSection, ToldIn } from './difference.ts';
import { durationWords } from './duration-words.ts';
import { NAMES, own, textIn } from './named.ts';
import { colon, FIELDS, OPERATORS, PHRASES, SPOKEN, VALUES } from './phrases.ts';

/** Where values are read: labels come from the version that holds them. */
export type Reader = {
  readonly pack: Pack;
  readonly language: ToldIn;
  /** The answers among which the value of a parameter is chosen. */
  readonly answers?: Readonly<Record<string, { readonly label: Text }>> | undefined;
};
type Show = (reader: Reader, value: Json) => string;

const LONGEST = 160;

/** Fields whose ids stand for elements of a section. */
const REFERENCES: Readonly<Record<string, ComparedSection>> = {
  who: 'roles',
  with: 'roles',
  present: 'roles',
  informed: 'roles',
  by: 'roles',
  to: 'roles',
  roles: 'roles',
  sources: 'sources',
  needs: 'facts',
  fresh: 'facts',
  fact: 'facts',
  deadlines: 'deadlines',
  deadline: 'deadlines',
  form: 'forms',
  settles: 'events',
  differsFrom: 'events',
  when: 'rules',
};

/** Fields that read otherwise than as a plain value. */
const SHOWN: Readonly<Record<string, Show>> = {
  within: (reader, value) => spanWords(reader, value),
  // The first day of a version and the beginning of working hours are `from` as well, and are no anchors.
  from: (reader, value) => (isAnchor(value) ? anchorWords(reader, value) : plainWords(reader, 'from', value)),
  conditions: (reader, value) => conditionWords(reader, value as Conditions),
  also: (reader, value) => conditionWords(reader, value as Conditions),
  or_also: (reader, value) => conditionWords(reader, value as Conditions),
  guard: (reader, value) => guardWords(reader, value as Guard),
  jurisdiction: ({ language }, value) => countryWords(String(value), language),
  who: (reader, value) => whoWords(reader, value),
  escalation: (reader, value) => escalationWords(reader, value),
  met: (reader, value) =>
    isObject(value) ? NAMES.rules(reader.pack, String(value.rule), reader.language) : String(value),
};

/** A value of a field, told; nothing when it is absent. */
export function valueWords(reader: Reader, field: string, value: Json | undefined): string {
  return cut(wholeWords(reader, field, value));
}

function wholeWords(reader: Reader, field: string, value: Json | undefined): string {
  if (value === undefined) return PHRASES.nothing[reader.language];
  return own(SHOWN, field)?.(reader, value) ?? plainWords(reader, field, value);
}

/** What was and what is, each told so that a reader sees where they part, however long they are. */
export function changedWords(
  field: string,
  [before, was]: readonly [Reader, Json | undefined],
  [after, is]: readonly [Reader, Json | undefined],
): { readonly was: string; readonly is: string } | { readonly came: string; readonly went: string } {
  const [old, now] = [wholeWords(before, field, was), wholeWords(after, field, is)];
  if (old.length <= LONGEST && now.length <= LONGEST) return { was: old, is: now };
  if (isListOrNothing(was) && isListOrNothing(is)) {
    const [olds, nows] = [was ?? [], is ?? []];
    const beyond = (all: readonly Json[], others: readonly Json[], reader: Reader) => {
      const known = new Set(others.map((one) => JSON.stringify(one)));
      return all
        .filter((one) => !known.has(JSON.stringify(one)))
        .map((one) => plainWords(reader, field, one))
        .join(', ');
    };
    const [came, went] = [beyond(nows, olds, after), beyond(olds, nows, before)];
    if (came !== '' || went !== '') return { came, went };
  }
  const from = partingOf(old, now);
  return { was: cut(old.slice(from), from > 0), is: cut(now.slice(from), from > 0) };
}

/** Where two texts part, some words before; the beginning when that is in sight anyway. */
function partingOf(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const near = same - 30;
  return near < LONGEST / 3 ? 0 : one.lastIndexOf(' ', near) + 1;
}

function isListOrNothing(value: Json | undefined): value is readonly Json[] | undefined {
  return value === undefined || Array.isArray(value);
}

function plainWords(reader: Reader, field: string, value: Json): string {
  const { pack, language } = reader;
  const section = own(REFERENCES, field);
  if (typeof value === 'boolean') return PHRASES[value ? 'yes' : 'no'][language];
  if (typeof value === 'string' && field === 'value' && reader.answers)
    return textIn(own(reader.answers, value)?.label, language, value);
  if (typeof value === 'string' && SPOKEN.has(field)) return own(VALUES, value)?.[language] ?? value;
  if (typeof value === 'string')
    return section ? NAMES[section](pack, value, language) : durationWords(value, language);
  if (Array.isArray(value)) return value.map((one: Json) => plainWords(reader, field, one)).join(', ');
  if (isText(value)) return textIn(value, language, '');
  const label = isObject(value) ? (value.label ?? value.title) : undefined;
  if (isText(label)) return textIn(label, language, '');
  return isObject(value) ? partsWords(reader, value) : String(value);
}

/** A value of several parts: the question of a form by its name, else each part that has a word. */
function partsWords(reader: Reader, value: { readonly [key: string]: Json }): string {
  const { pack, language } = reader;
  const head = typeof value.fact === 'string' ? [NAMES.facts(pack, value.fact, language)] : [];
  const parts = Object.entries(value).flatMap(([key, one]) => {
    if (key === 'fact' || key === 'order') return [];
    const field = key === 'from' && !isAnchor(one) ? PHRASES.since : own(FIELDS, key);
    return field ? [`${field[language]}${colon(language)} ${wholeWords(reader, key, one)}`] : [];
  });
  const told = [...head, ...parts].join(', ');
  return told === '' ? PHRASES.something[language] : told;
}

/** Roles, or which ones by the value of a fact. */
function whoWords(reader: Reader, value: Json): string {
  const { pack, language } = reader;
  if (!isObject(value) || !isObject(value.values)) return plainWords(reader, 'roles', value);
  const fact = own(pack.facts, String(value.by));
  return Object.entries(value.values)
    .map(
      ([id, roles]) =>
        `${textIn(fact?.values?.[id]?.label, language, id)}${colon(language)} ${plainWords(reader, 'roles', roles)}`,
    )
    .join('; ');
}

function escalationWords(reader: Reader, value: Json): string {
  const rungs = Array.isArray(value) ? value.filter(isObject) : [];
  return rungs
    .map(({ at, to }) => `${String(at)} %${colon(reader.language)} ${plainWords(reader, 'to', to ?? '')}`)
    .join(', ');
}

function countryWords(code: string, language: ToldIn): string {
  if (code === '001') return PHRASES.world[language];
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

function spanWords(reader: Reader, value: Json): string {
  const { pack, language } = reader;
  if (typeof value === 'string') return durationWords(value, language);
  if (!isObject(value)) return String(value);
  if (typeof value.parameter === 'string') {
    const parameter = own(pack.parameters, value.parameter);
    const known =
      parameter?.value === undefined
        ? PHRASES.unknown[language]
        : durationWords(String(parameter.value), language);
    return `${NAMES.parameters(pack, value.parameter, language)} (${known})`;
  }
  const values = isObject(value.values) ? Object.entries(value.values) : [];
  const fact = own(pack.facts, String(value.by));
  return values
    .map(([id, span]) => `${textIn(fact?.values?.[id]?.label, language, id)} ${spanWords(reader, span)}`)
    .join(', ');
}

const isAnchor = (value: Json): value is Json & Anchor => value === 'entry' || isObject(value);

function anchorWords(reader: Reader, anchor: Anchor): string {
  const { pack, language } = reader;
  if (anchor === 'entry') return PHRASES.entry[language];
  if ('fact' in anchor) return NAMES.facts(pack, anchor.fact, language);
  if ('done' in anchor) return `${PHRASES.doneStep[language]} ${NAMES.steps(pack, anchor.done, language)}`;
  if ('event' in anchor) return NAMES.events(pack, anchor.event, language);
  const [kind, list] =
    'latest' in anchor
      ? (['latest', anchor.latest] as const)
      : 'earliest' in anchor
        ? (['earliest', anchor.earliest] as const)
        : (['first', anchor.first] as const);
  return `${PHRASES[kind][language]} ${list.map((one) => anchorWords(reader, one)).join(', ')}`;
}

/** A guard as a sentence of rules: "the child was heard and not (danger is seen)". */
export function guardWords(reader: Reader, guard: Guard): string {
  const { pack, language } = reader;
  if (typeof guard === 'string') return NAMES.rules(pack, guard, language);
  if (guard.type === 'in')
    return `${PHRASES.standing[language]} ${NAMES.steps(pack, guard.params.state, language)}`;
  const parts = guard.params.of.map((one) => guardWords(reader, one));
  if (guard.type === 'not') return `${PHRASES.not[language]} (${parts.join(', ')})`;
  return parts.join(` ${PHRASES[guard.type === 'all' ? 'and' : 'or'][language]} `);
}

function conditionWords(reader: Reader, conditions: Conditions | Atom): string {
  const { pack, language } = reader;
  if ('all' in conditions || 'any' in conditions) {
    const [list, link] =
      'all' in conditions ? [conditions.all, 'and' as const] : [conditions.any, 'or' as const];
    const parts = list.map((one) => conditionWords(reader, one));
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${PHRASES[link][language]} `)})`;
  }
  if ('not' in conditions) return `${PHRASES.not[language]} ${conditionWords(reader, conditions.not)}`;
  if ('condition' in conditions) return NAMES.rules(pack, conditions.condition, language);
  const { fact, operator, value } = conditions;
  if (operator === 'known')
    return `${nameOfFact(reader, fact)} ${PHRASES[value === false ? 'isUnknown' : 'isKnown'][language]}`;
  if (operator === 'equal' && typeof value === 'boolean')
    return `${nameOfFact(reader, fact)}${colon(language)} ${PHRASES[value ? 'yes' : 'no'][language]}`;
  return `${nameOfFact(reader, fact)} ${OPERATORS[operator]?.[language] ?? operator} ${compared(reader, fact, value as Json)}`;
}

function nameOfFact({ pack, language }: Reader, id: string): string {
  return own(pack.facts, id) ? NAMES.facts(pack, id, language) : NAMES.parameters(pack, id, language);
}

function compared(reader: Reader, fact: string, value: Json): string {
  const { pack, language } = reader;
  if (isObject(value) && typeof value.fact === 'string') return nameOfFact(reader, value.fact);
  if (Array.isArray(value)) return value.map((one: Json) => compared(reader, fact, one)).join(', ');
  if (typeof value === 'boolean') return PHRASES[value ? 'yes' : 'no'][language];
  const named = typeof value === 'string' ? own(pack.facts, fact)?.values?.[value]?.label : undefined;
  return named ? textIn(named, language, String(value)) : String(value);
}

/** True of a text by language. */
export function isText(value: Json | undefined): value is Text & { readonly [language: string]: string } {
  if (value === undefined || !isObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([key, one]) => typeof one === 'string' && /^[a-z]{2,3}(-|$)/.test(key))
  );
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cut(text: string, isRest = false): string {
  const begun = isRest ? `… ${text}` : text;
  return begun.length > LONGEST ? `${begun.slice(0, LONGEST - 1)}…` : begun;
}
