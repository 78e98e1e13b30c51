import { onlySpan } from './find-span.ts';
import { plainly, SINGLES } from './span-words.ts';

/** A span that people wrote in words, as a deadline keeps it. */
export type ReadSpan = { readonly within: string; readonly calendar: 'elapsed' | 'working' };

const AT_ONCE = /^(?:immediate?ment|immediat|immediately|at once|inmediatamente|de inmediato|فورا)$/;

/** Signs of doubt, and of more than what stands there. */
const DOUBT = /[?؟>≥~≈±+]/;

/** Words that say no more than that a span is not to be passed. */
const AROUND = new RegExp(
  `(?:^| )(?:${[
    'au plus tard|au plus|au maximum|maximum|maximal|maxi|max|sous|dans|en|delais?|de|d|un|les?|l',
    'a mas tardar|como maximo|maximo|no mas de|dentro de|hasta|plazo',
    'within|no later than|at the latest|at most|up to|(?:no|not) more than|in|of|a|the|deadline',
    'في غضون|في ظرف|في اجل|في مدة|في|خلال|اجل|مدة|اقصاه|اقصاها|كحد اقصى|على الاكثر|على اقصى تقدير|(?:لا|ما) (?:ي|ت)تجاوز',
    'ouvr(?:e|able)s?|calendaires?|work(?:ing)?|business|calendar|habil(?:es)?|laborables?|naturales|corridos|عمل',
  ].join('|')})(?= |$)`,
  'g',
);

/**
 * A span in the words of French, English, Spanish or Arabic: "48 h max", "3 jours ouvrables", "within two weeks",
 * "en 5 días hábiles", "في غضون يومين". Undefined for anything else, and for words that say more than a span: nothing is guessed,
 * nothing is lost.
 */
export function readSpan(words: string): ReadSpan | undefined {
  const plain = plainly(words.trim()).replace(/[.]$/, '');
  if (AT_ONCE.test(plain)) return { within: 'PT0M', calendar: 'elapsed' };
  if (DOUBT.test(plain)) return undefined;
  const found = onlySpan(words);
  if (found) {
    if (found.hasAnchor || bare(found.rest.join(' ')) !== '') return undefined;
    return { within: found.within, calendar: found.isWorking ? 'working' : 'elapsed' };
  }
  const alone = bare(plain);
  const single = Object.hasOwn(SINGLES, alone) ? SINGLES[alone] : undefined;
  return single === undefined ? undefined : { within: single, calendar: 'elapsed' };
}

const bare = (words: string): string => words.replace(/\s+/g, ' ').replace(AROUND, '').trim();
