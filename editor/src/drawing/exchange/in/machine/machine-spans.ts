import { LOCALES } from '../../../../words/languages.ts';
import { type FoundSpan, findSpan } from '../../../spans/find-span.ts';
import type { DraftLanguage } from '../draft-words.ts';
import { type Json, spoken } from './machine-notes.ts';

const UNITS = [
  ['day', 86_400_000, 'P', 'D'],
  ['hour', 3_600_000, 'PT', 'H'],
  ['minute', 60_000, 'PT', 'M'],
] as const;
const LONGEST = 10_000_000 * 60_000;

/** How long a delay lasts, as a deadline keeps it and in words; each undefined where the machine does not say it. */
export function machineSpan(
  key: string,
  length: Json,
  language: DraftLanguage,
): { readonly words?: string; readonly span?: Pick<FoundSpan, 'within' | 'isWorking'> } {
  const isFigures = /^\d{1,15}$/.test(key);
  const ms = isFigures ? Number(key) : typeof length === 'number' ? length : Number.NaN;
  const unit = UNITS.find(([, size]) => ms > 0 && ms <= LONGEST && ms % size === 0);
  if (unit) {
    const [name, size, before, after] = unit;
    const count = ms / size;
    const span = { within: `${before}${count}${after}`, isWorking: false };
    return isFigures ? { words: counted(count, name, language), span } : { span };
  }
  if (isFigures) return { words: counted(ms / 1_000, 'second', language) };
  const found = typeof length === 'string' ? findSpan(length) : findSpan(spoken(key));
  if (found) return { span: found };
  const isIso = typeof length === 'string' && /^P(?:\d{1,4}[YMWD]|T\d{1,4}[HM])$/.test(length);
  return isIso ? { span: { within: length, isWorking: false } } : {};
}

function counted(count: number, unit: 'day' | 'hour' | 'minute' | 'second', language: DraftLanguage): string {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(count);
}
