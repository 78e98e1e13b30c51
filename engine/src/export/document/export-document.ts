import type { Pack } from '../../procedure/pack.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import {
  deadlinesChapter,
  missingChapter,
  rulesChapter,
  safeguardsChapter,
  sourcesChapter,
} from './annexes.ts';
import type { ProcedureDocument } from './document.ts';
import type { DocumentLanguage } from './document-words.ts';
import { formsChapter } from './forms-chapter.ts';
import { parametersChapter } from './parameters-chapter.ts';
import { readingNumbers, readingTracks } from './reading-order.ts';
import { openSay } from './say.ts';
import { titlePage } from './title-page.ts';
import { trackChapter } from './track-chapter.ts';
import { unbroken } from './unbroken.ts';

/** What the caller knows and the pack does not. */
export type DocumentOptions = {
  /** SHA-256 of the version that is told. */
  readonly hash?: string;
  readonly verdicts?: readonly {
    readonly id: string;
    readonly verdict: 'unchecked' | 'proved' | 'bounded' | 'broken';
    readonly bound?: number;
    /** Why it says nothing: what it speaks of never happens. */
    readonly vacuous?: string;
    /** Parameters without a value, for want of which it says nothing, or cannot be checked. */
    readonly awaits?: readonly string[];
  }[];
  readonly findings?: readonly Finding[];
  /** A finding in the reader's language; its own English message when absent. */
  readonly sayFinding?: (finding: Finding) => string;
  /** The country's name in the reader's language; its code when absent. */
  readonly country?: string;
  /** What the base of an adaptation is called in the reader's language; its id when absent. */
  readonly base?: string;
  /** A date as it is to be read. */
  readonly printedOn?: string;
};

/**
 * The procedure as a document to read, print and sign: title page, each track with its steps, rules in plain sentences, deadlines,
 * safeguards with their verdicts, what is missing, forms to fill in by hand, sources. What rests on practice is marked
 * as proposed. Same arguments, same document.
 */
export function exportDocument(
  pack: Pack,
  language: DocumentLanguage,
  options: DocumentOptions = {},
): ProcedureDocument {
  const say = openSay(pack, language, readingNumbers(pack));
  const { id, version, title } = pack.pack;
  const document: ProcedureDocument = {
    language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    title: say.text(title, id),
    foot: `${id} ${version}${options.hash === undefined ? '' : ` ${options.hash.slice(0, 12)}`}`,
    titlePage: titlePage(say, options),
    contentsTitle: say.words.contents,
    chapters: [
      ...readingTracks(pack).map((track) => trackChapter(say, track)),
      rulesChapter(say),
      parametersChapter(say),
      deadlinesChapter(say),
      safeguardsChapter(say, options),
      missingChapter(say, options),
      formsChapter(say),
      sourcesChapter(say),
    ],
  };
  return language === 'fr' ? allUnbroken(document) : document;
}

/** The same, every text in it unbroken. */
function allUnbroken<T>(value: T): T {
  if (typeof value === 'string') return unbroken(value) as T;
  if (Array.isArray(value)) return value.map(allUnbroken) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, allUnbroken(each)])) as T;
}
