/** A span that people wrote in words, as a deadline keeps it. */
export type ReadSpan = { readonly within: string; readonly calendar: 'elapsed' | 'working' };

const UNITS: readonly (readonly [RegExp, (n: number) => string])[] = [
  [/^(min|mn|minutes?|minutos?|دقيقة|دقائق)$/, (n) => `PT${n}M`],
  [/^(h|hs|heures?|hours?|horas?|ساعة|ساعات)$/, (n) => `PT${n}H`],
  [/^(j|jrs?|jours?|d|days?|dias?|يوم|ايام)$/, (n) => `P${n}D`],
  [/^(sem|semaines?|weeks?|semanas?|اسبوع|اسابيع)$/, (n) => `P${n}W`],
  [/^(mois|months?|mes|meses|شهر|اشهر|شهور)$/, (n) => `P${n}M`],
  [/^(ans?|annees?|years?|anos?|سنة|سنوات)$/, (n) => `P${n}Y`],
];

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
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
  dix: 10,
  ten: 10,
  diez: 10,
  quinze: 15,
  fifteen: 15,
  quince: 15,
};

/** Arabic counts one and two in the word itself. */
const ALONE: Readonly<Record<string, string>> = {
  ساعة: 'PT1H',
  ساعتان: 'PT2H',
  ساعتين: 'PT2H',
  يوم: 'P1D',
  يومان: 'P2D',
  يومين: 'P2D',
  اسبوع: 'P1W',
  اسبوعان: 'P2W',
  اسبوعين: 'P2W',
  شهر: 'P1M',
  شهران: 'P2M',
  شهرين: 'P2M',
  سنة: 'P1Y',
};

const WORKING = /\b(ouvr(?:e|es|able|ables)|working|business|habil(?:es)?|laborables?)\b|(?:^|\s)عمل(?:\s|$)/;
const BEFORE = /^(?:(?:sous|dans|en|within|in|de|un|le|delai|plazo|maximum|max\.?|خلال|في|اجل)\s+)+/;
const AT_ONCE = /^(?:immediate?ment|immediat|immediately|at once|inmediatamente|de inmediato|فورا)$/;

/**
 * A span in the words of French, English, Spanish or Arabic: "48 h", "3 jours ouvrables", "within two weeks",
 * "5 días hábiles", "يومين". Undefined for anything else: nothing is guessed.
 */
export function readSpan(words: string): ReadSpan | undefined {
  const plain = words
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0654\u0655]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/\s+/g, ' ')
    .replace(/[.]$/, '');
  if (AT_ONCE.test(plain)) return { within: 'PT0M', calendar: 'elapsed' };
  const isWorking = WORKING.test(plain);
  const counted = plain.replace(WORKING, ' ').replace(BEFORE, '').replace(/\s+/g, ' ').trim();
  const calendar = isWorking ? 'working' : 'elapsed';
  const alone = ALONE[counted];
  if (alone !== undefined) return { within: alone, calendar };
  const bare = plain.replace(WORKING, ' ').replace(/\s+/g, ' ').trim();
  for (const text of [bare, counted]) {
    const found = /^(\d{1,4}|[a-z]+)\s*([a-z\u0600-\u06ff]+)\.?$/.exec(text);
    if (!found) continue;
    const n = /^\d/.test(found[1] ?? '') ? Number(found[1]) : NUMBERS[found[1] ?? ''];
    const unit = UNITS.find(([pattern]) => pattern.test(found[2] ?? ''));
    if (n !== undefined && n > 0 && unit) return { within: unit[1](n), calendar };
  }
  return undefined;
}
