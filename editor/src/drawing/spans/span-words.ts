/** Words of spans of time in French, English, Spanish and Arabic, as `plainly` leaves them. */

/** Small letters without accents, Arabic letters and digits in their plain form: what people write in many ways reads alike. */
export function plainly(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0654\u0655]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

/** Nouns of a unit, and what stands before and after the number in ISO 8601. */
const UNITS: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:min|mn|minutes?|minutos?|دقيقة|دقائق)$/, 'PT', 'M'],
  [/^(?:h|hs|hrs?|heures?|hours?|horas?|ساعة|ساعات)$/, 'PT', 'H'],
  [/^(?:j|jrs?|jours?|d|days?|dias?|يوم|يوما|ايام)$/, 'P', 'D'],
  [/^(?:sem|semaines?|weeks?|semanas?|اسبوع|اسبوعا|اسابيع)$/, 'P', 'W'],
  [/^(?:mois|months?|mes|meses|شهر|شهرا|اشهر|شهور)$/, 'P', 'M'],
  [/^(?:ans?|annees?|years?|anos?|سنة|سنوات)$/, 'P', 'Y'],
];

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

/** Arabic says two and its unit in one word. */
export const DUALS: Readonly<Record<string, string>> = {
  ساعتان: 'PT2H',
  ساعتين: 'PT2H',
  يومان: 'P2D',
  يومين: 'P2D',
  اسبوعان: 'P2W',
  اسبوعين: 'P2W',
  شهران: 'P2M',
  شهرين: 'P2M',
  سنتان: 'P2Y',
  سنتين: 'P2Y',
};

/** And one by the unit alone, where nothing else is said. */
export const SINGLES: Readonly<Record<string, string>> = {
  ساعة: 'PT1H',
  يوم: 'P1D',
  اسبوع: 'P1W',
  شهر: 'P1M',
  سنة: 'P1Y',
};

/** The ISO 8601 duration of a number, in digits or in words, and a unit; undefined when they are none, or none of it. */
export function spanOf(number: string, noun: string): string | undefined {
  const unit = UNITS.find(([pattern]) => pattern.test(noun));
  const spoken = Object.hasOwn(NUMBERS, number) ? NUMBERS[number] : undefined;
  const count = /^\d{1,4}$/.test(number) ? Number(number) : spoken;
  return unit && count ? `${unit[1]}${count}${unit[2]}` : undefined;
}
