import type { Confidence } from '../../procedure/element.ts';
import type { Pack } from '../../procedure/pack.ts';
import type { Who } from '../../procedure/steps.ts';
import { articleSaid } from '../../vocabulary/article-said.ts';
import { inLanguage } from '../../vocabulary/in-language.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { Line, Run } from './document.ts';
import { DOCUMENT_WORDS, type DocumentLanguage, type DocumentWords } from './document-words.ts';

/** What every part of a document speaks with: the pack, its language, its words. */
export type Say = {
  readonly pack: Pack;
  readonly language: DocumentLanguage;
  readonly words: DocumentWords;
  /** A text in the language, else in the first there is. */
  readonly text: (text: Text | undefined, fallback?: string) => string;
  readonly role: (id: string) => string;
  readonly rule: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly event: (id: string) => string;
  readonly state: (id: string) => string;
  readonly deadline: (id: string) => string;
  /** Reading number of a state: `1.2.3`. */
  readonly number: (id: string) => string;
};

export function openSay(pack: Pack, language: DocumentLanguage, numbers: ReadonlyMap<string, string>): Say {
  const text = (said: Text | undefined, fallback = '') =>
    inLanguage(said, [language, 'fr', 'en', 'es'], fallback);
  const label =
    <Entry extends { readonly label: Text }>(section: Readonly<Record<string, Entry>>) =>
    (id: string) =>
      text(Object.hasOwn(section, id) ? section[id]?.label : undefined, id);
  const [facts, parameters] = [label(pack.facts), label(pack.parameters)];
  return {
    pack,
    language,
    words: DOCUMENT_WORDS[language],
    text,
    role: label(pack.roles),
    rule: label(pack.rules),
    fact: (id) => (Object.hasOwn(pack.facts, id) ? facts(id) : parameters(id)),
    event: label(pack.events),
    deadline: label(pack.deadlines),
    state: (id) => text(Object.hasOwn(pack.steps, id) ? pack.steps[id]?.title : undefined, id),
    number: (id) => numbers.get(id) ?? '',
  };
}

/** A sentence with its names put in: `go to {target}`. Foreign letters in an Arabic sentence keep their own direction. */
export function fill(sentence: string, names: Readonly<Record<string, string | number>>): string {
  const isArabic = ARABIC.test(sentence);
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => {
    const said = String(names[name] ?? whole);
    return isArabic ? apart(said) : said;
  });
}

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Words between Unicode's marks of isolation when they read the other way. */
function apart(text: string): string {
  return LATIN.test(text) && !text.startsWith('\u2068') ? `\u2068${text}\u2069` : text;
}

/** A name between the quotation marks of the language. */
export function quoted(say: Say, text: string): string {
  const said = say.words.quoted.replace('{text}', () => text);
  return say.language === 'ar' ? apart(said) : said;
}

export function plain(text: string): Line {
  return [{ text }];
}

/** A first letter as a sentence begins. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

export function list(say: Say, parts: readonly string[]): string {
  return (say.language === 'ar' ? parts.map(apart) : parts).join(say.words.comma);
}

type Grounded = {
  readonly basis?: 'law' | 'standard' | 'practice' | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly reason?: Text | undefined;
};

/** True for what the authors propose for the committee to decide. */
export function isProposed({ basis }: Grounded): boolean {
  return basis === 'practice';
}

/** The remark behind what rests on practice. */
export function mark(say: Say, element: Grounded): Line {
  return isProposed(element) ? [{ text: ` (${say.words.proposed})`, mark: true }] : [];
}

/** What an element rests on, one line for each source; of an adaptation, why it does otherwise. */
export function groundLines(say: Say, element: Grounded): readonly Line[] {
  const cited = (element.sources ?? []).map((id): Line => {
    const source = say.pack.sources[id];
    const confidence: Confidence = source?.confidence ?? 'unknown';
    const doubt: readonly Run[] =
      confidence === 'read' ? [] : [{ text: ` (${say.words.confidence[confidence]})`, italic: true }];
    return [{ text: cite(say, id), to: `source-${id}` }, ...doubt];
  });
  const reason = say.text(element.reason);
  return [
    ...cited,
    ...(isProposed(element) ? [[{ text: capital(say.words.proposed), mark: true }] as const] : []),
    ...(reason === '' ? [] : [plain(fill(say.words.otherwise, { reason }))]),
  ];
}

/** Several lines in one cell. */
export function joined(say: Say, lines: readonly Line[]): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: say.words.semicolon }, ...line]));
}

/** A source as it is cited: "Loi n° 2015-08, art. 12". */
export function cite(say: Say, id: string): string {
  const source = Object.hasOwn(say.pack.sources, id) ? say.pack.sources[id] : undefined;
  if (!source) return id;
  const name = say.text(source.instrument, id);
  const numbered =
    source.number !== undefined && !name.includes(source.number) ? `${name} ${source.number}` : name;
  return source.article === undefined
    ? numbered
    : `${numbered}${say.words.comma}${articleSaid(source.article, say.language)}`;
}

/** Who acts: roles, or which ones by the value of a fact. */
export function whoLines(say: Say, who: Who | undefined): readonly string[] {
  if (who === undefined) return [];
  const roles = (ids: readonly string[]) => list(say, ids.map(say.role));
  if (!('by' in who)) return [roles(who)];
  const fact = say.pack.facts[who.by];
  return [
    capital(fill(say.words.whoBy, { fact: say.fact(who.by) })),
    ...Object.entries(who.values).map(
      ([value, ids]) => `${say.text(fact?.values?.[value]?.label, value)}${say.words.colon}${roles(ids)}`,
    ),
  ];
}
