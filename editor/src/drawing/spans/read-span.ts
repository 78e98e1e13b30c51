import { DUALS, plainly, SINGLES, spanOf } from './span-words.ts';

/** A span that people wrote in words, as a deadline keeps it. */
export type ReadSpan = { readonly within: string; readonly calendar: 'elapsed' | 'working' };

/** Arabic counts one and two in the word itself. */
const ALONE: Readonly<Record<string, string>> = { ...SINGLES, ...DUALS };

const WORKING = /\b(ouvr(?:e|es|able|ables)|working|business|habil(?:es)?|laborables?)\b|(?:^|\s)عمل(?:\s|$)/;
const BEFORE = /^(?:(?:sous|dans|en|within|in|de|un|le|delai|plazo|maximum|max\.?|خلال|في|اجل)\s+)+/;
const AT_ONCE = /^(?:immediate?ment|immediat|immediately|at once|inmediatamente|de inmediato|فورا)$/;

/**
 * A span in the words of French, English, Spanish or Arabic: "48 h", "3 jours ouvrables", "within two weeks",
 * "5 días hábiles", "يومين". Undefined for anything else: nothing is guessed.
 */
export function readSpan(words: string): ReadSpan | undefined {
  const plain = plainly(words.trim()).replace(/\s+/g, ' ').replace(/[.]$/, '');
  if (AT_ONCE.test(plain)) return { within: 'PT0M', calendar: 'elapsed' };
  const calendar = WORKING.test(plain) ? 'working' : 'elapsed';
  const bare = plain.replace(WORKING, ' ').replace(/\s+/g, ' ').trim();
  const counted = bare.replace(BEFORE, '').trim();
  const alone = Object.hasOwn(ALONE, counted) ? ALONE[counted] : undefined;
  if (alone !== undefined) return { within: alone, calendar };
  for (const text of [bare, counted]) {
    const [, number = '', noun = ''] = /^(\d{1,4}|[a-z]+)\s*([a-z\u0600-\u06ff]+)\.?$/.exec(text) ?? [];
    const within = spanOf(number, noun);
    if (within !== undefined) return { within, calendar };
  }
  return undefined;
}
