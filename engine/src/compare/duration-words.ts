import type { ToldIn } from './difference.ts';

const UNITS: Readonly<
  Record<string, Readonly<Record<Exclude<ToldIn, 'ar'>, readonly [one: string, many: string]>>>
> = {
  Y: { fr: ['an', 'ans'], en: ['year', 'years'], es: ['año', 'años'] },
  M: { fr: ['mois', 'mois'], en: ['month', 'months'], es: ['mes', 'meses'] },
  W: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'], es: ['semana', 'semanas'] },
  D: { fr: ['jour', 'jours'], en: ['day', 'days'], es: ['día', 'días'] },
  TH: { fr: ['h', 'h'], en: ['h', 'h'], es: ['h', 'h'] },
  TM: { fr: ['min', 'min'], en: ['min', 'min'], es: ['min', 'min'] },
};

/** Arabic counts one, two, a few, and eleven or more. */
const IN_ARABIC: Readonly<Record<string, readonly [one: string, two: string, few: string, many: string]>> = {
  Y: ['سنة واحدة', 'سنتان', 'سنوات', 'سنة'],
  M: ['شهر واحد', 'شهران', 'أشهر', 'شهرا'],
  W: ['أسبوع واحد', 'أسبوعان', 'أسابيع', 'أسبوعا'],
  D: ['يوم واحد', 'يومان', 'أيام', 'يوما'],
  TH: ['ساعة واحدة', 'ساعتان', 'ساعات', 'ساعة'],
  TM: ['دقيقة واحدة', 'دقيقتان', 'دقائق', 'دقيقة'],
};

/** An ISO 8601 duration as people say it: `PT72H` is "72 h", `P3D` is "3 days". What is none is given back. */
export function durationWords(duration: string, language: ToldIn): string {
  if (!/^P(?=.)/.test(duration)) return duration;
  const [days = '', time = ''] = duration.slice(1).split('T');
  const parts = [
    ...[...days.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) => said(count, unit, language)),
    ...[...time.matchAll(/(\d+)([HM])/g)].map(([, count, unit]) => said(count, `T${unit}`, language)),
  ];
  return parts.length > 0 ? parts.join(' ') : duration;
}

function said(count = '', unit = '', language: ToldIn): string {
  if (language === 'ar') return saidInArabic(Number(count), unit);
  const names = UNITS[unit]?.[language];
  return `${count} ${names?.[count === '1' ? 0 : 1] ?? unit}`;
}

function saidInArabic(count: number, unit: string): string {
  const [one, two, few, many] = IN_ARABIC[unit] ?? [unit, unit, unit, unit];
  if (count === 1) return one;
  if (count === 2) return two;
  const hundredth = count % 100;
  return `${count} ${hundredth >= 3 && hundredth <= 10 ? few : many}`;
}
