import { expect, test } from 'vitest';
import { loadWords } from './i18n.ts';
import type { Language } from './languages.ts';
import { type SpanUnit, spanWords } from './span-words.ts';

const said = async (language: Language, count: number, unit: SpanUnit) => {
  const t = (await loadWords(language)).getFixedT(language, 'words');
  return spanWords({ t, language }, count, unit, true)
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s/g, ' ');
};

test('working days are days, and working hours are hours, in every language', async () => {
  expect(await said('fr', 2, 'day')).toBe('2 jours ouvrés');
  expect(await said('fr', 1, 'day')).toBe('1 jour ouvré');
  expect(await said('fr', 48, 'hour')).toBe('48 heures ouvrées');
  expect(await said('en', 2, 'day')).toBe('2 working days');
  expect(await said('en', 1, 'hour')).toBe('1 working hour');
  expect(await said('es', 2, 'day')).toBe('2 días hábiles');
  expect(await said('es', 1, 'hour')).toBe('1 hora hábil');
  expect(await said('ar', 2, 'day')).toBe('يوما عمل');
  expect(await said('ar', 3, 'day')).toBe('3 أيام عمل');
  expect(await said('ar', 11, 'hour')).toBe('11 ساعة عمل');
});

test('weeks and months are those of the calendar', async () => {
  expect(await said('fr', 2, 'week')).toBe('2 semaines');
  expect(await said('en', 1, 'month')).toBe('1 month');
});
