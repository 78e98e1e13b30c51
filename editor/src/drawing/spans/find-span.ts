import { DUALS, plainly, spanOf } from './span-words.ts';

/** A span found among other words: an ISO 8601 duration, and whether it counts working time only. */
export type FoundSpan = {
  readonly within: string;
  readonly isWorking: boolean;
  /** The words say where counting starts; the draft counts from the opening of the step. */
  readonly hasAnchor: boolean;
};

/** Words between a number and its unit: "five working days". */
const BETWEEN: ReadonlySet<string> = new Set(['working', 'business', 'calendar', 'full', 'clear']);

const WORKING = /ouvr(?:able|e)|work(?:ing)?\s+(?:day|hour)|business|habil|laborable|عمل/;
const ANCHOR =
  /apres|compter|partir|depuis|suivant|after|following|from|since|desde|despues|a partir|contados|بعد|من تاريخ|ابتداء|منذ/;
/** "24 à 48 heures", "2-3 jours", "1/2 jour": two spans are none, nor is less than nothing. */
const RANGE = /\d\s*(?:a|-|–|\/|to|y|et|ou|or|o|الى|او)\s*\d|(?:^|\s)[-−]\d/;

/** The one span that words say, or nothing when they say none or several: "sous 48 heures", "3 jours ouvrables", "خلال 24 ساعة". */
export function findSpan(text: string): FoundSpan | undefined {
  const found = onlySpan(text);
  return found && { within: found.within, isWorking: found.isWorking, hasAnchor: found.hasAnchor };
}

/** The one span that words say, with the other words there are, plainly. */
export function onlySpan(text: string): (FoundSpan & { readonly rest: readonly string[] }) | undefined {
  if (text.length > 300) return undefined;
  const plain = plainly(text);
  if (RANGE.test(plain)) return undefined;
  const words = plain.replace(/(\d)(?=\p{L})/gu, '$1 ').match(/\d+(?:[.,]\d+)?|\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const [only, ...others] = words.flatMap((word, index) => spanAt(words, word, index) ?? []);
  if (only === undefined || others.length > 0) return undefined;
  return {
    within: only.within,
    isWorking: WORKING.test(plain),
    hasAnchor: ANCHOR.test(plain),
    rest: words.filter((_, index) => index < only.from || index > only.to),
  };
}

type Said = { readonly within: string; readonly from: number; readonly to: number };

function spanAt(words: readonly string[], word: string, index: number): Said | undefined {
  const dual = Object.hasOwn(DUALS, word) ? DUALS[word] : undefined;
  if (dual !== undefined) return { within: dual, from: index, to: index };
  // Among other words it is the French « d’ », not a day: « deux d’entre eux ».
  if (word === 'd') return undefined;
  const from = index - (BETWEEN.has(words[index - 1] ?? '') ? 2 : 1);
  const within = spanOf(words[from] ?? '', word);
  return within === undefined ? undefined : { within, from, to: index };
}
