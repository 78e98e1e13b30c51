/** A span read from words: an ISO 8601 duration, and whether it counts working time only. */
export type ReadSpan = {
  readonly within: string;
  readonly isWorking: boolean;
  /** The words say where counting starts; the draft counts from the opening of the step. */
  readonly hasAnchor: boolean;
};

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  a: 1,
  an: 1,
  uno: 1,
  una: 1,
  deux: 2,
  two: 2,
  dos: 2,
  trois: 3,
  three: 3,
  tres: 3,
  quatre: 4,
  four: 4,
  cuatro: 4,
  cinq: 5,
  five: 5,
  cinco: 5,
  six: 6,
  seis: 6,
  sept: 7,
  seven: 7,
  siete: 7,
  huit: 8,
  eight: 8,
  ocho: 8,
  neuf: 9,
  nine: 9,
  nueve: 9,
  dix: 10,
  ten: 10,
  diez: 10,
  douze: 12,
  twelve: 12,
  doce: 12,
  quinze: 15,
  fifteen: 15,
  quince: 15,
  vingt: 20,
  twenty: 20,
  veinte: 20,
  trente: 30,
  thirty: 30,
  treinta: 30,
};

/** Nouns of a unit, and what stands before and after the number in ISO 8601. */
const UNITS: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:minutes?|min|minutos?|دقيقة|دقائق)$/, 'PT', 'M'],
  [/^(?:heures?|h|hours?|hrs?|horas?|ساعة|ساعات)$/, 'PT', 'H'],
  [/^(?:jours?|j|days?|d[ií]as?|يوم|يوما|يومًا|أيام|ايام)$/, 'P', 'D'],
  [/^(?:semaines?|weeks?|semanas?|أسبوع|أسبوعا|أسابيع)$/, 'P', 'W'],
  [/^(?:mois|months?|mes(?:es)?|شهر|شهرا|أشهر)$/, 'P', 'M'],
  [/^(?:ans?|ann[ée]es?|years?|años?|سنة|سنوات)$/, 'P', 'Y'],
];

/** Arabic duals say number and unit in one word. */
const DUALS: Readonly<Record<string, string>> = {
  ساعتان: 'PT2H',
  ساعتين: 'PT2H',
  يومان: 'P2D',
  يومين: 'P2D',
  أسبوعان: 'P2W',
  أسبوعين: 'P2W',
  شهران: 'P2M',
  شهرين: 'P2M',
  سنتان: 'P2Y',
  سنتين: 'P2Y',
};

/** Words between a number and its unit: "five working days". */
const BETWEEN: ReadonlySet<string> = new Set(['working', 'business', 'calendar', 'full', 'clear']);

const WORKING = /ouvr(?:able|é)|work(?:ing)?\s+(?:day|hour)|business|h[áa]bil|laborable|عمل/i;
const ANCHOR =
  /apr[èe]s|compter|partir|depuis|suivant|after|following|from|since|desde|despu[ée]s|a partir|contados|بعد|من تاريخ|ابتداء|منذ/i;
/** "24 à 48 heures", "2-3 jours": two spans are none. */
const RANGE = /\d\s*(?:à|a|-|–|to|y|et|ou|or|o|إلى|أو)\s*\d/i;

/** The one span that words say, or nothing when they say none or several: "sous 48 heures", "3 jours ouvrables", "خلال 24 ساعة". */
export function readSpan(text: string): ReadSpan | undefined {
  const plain = latinDigits(text.toLowerCase());
  if (text.length > 300 || RANGE.test(plain)) return undefined;
  const words = plain.replace(/(\d)(?=\p{L})/gu, '$1 ').match(/\d+(?:[.,]\d+)?|\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const found = words.flatMap((word, index) => spanAt(words, word, index));
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  return { within: only, isWorking: WORKING.test(plain), hasAnchor: ANCHOR.test(plain) };
}

function spanAt(words: readonly string[], word: string, index: number): readonly string[] {
  const dual = Object.hasOwn(DUALS, word) ? DUALS[word] : undefined;
  if (dual) return [dual];
  const unit = UNITS.find(([noun]) => noun.test(word));
  const behind = index - (BETWEEN.has(words[index - 1] ?? '') ? 2 : 1);
  const before = words[behind] ?? '';
  if (!unit) return [];
  const count = Object.hasOwn(NUMBERS, before)
    ? NUMBERS[before]
    : /^\d{1,4}$/.test(before)
      ? Number(before)
      : undefined;
  return count === undefined || count === 0 ? [] : [`${unit[1]}${count}${unit[2]}`];
}

function latinDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}
