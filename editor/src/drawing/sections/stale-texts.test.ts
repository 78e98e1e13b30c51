import { expect, test } from 'vitest';
import { isLeftBehind, staleIn } from './stale-texts.ts';

test('a language that stayed while another changed is to be looked at again', () => {
  const before = { fr: 'Écouter', en: 'Listen' };
  expect(staleIn({ fr: 'Entendre', en: 'Listen' }, before)).toEqual(['en']);
  expect(staleIn({ fr: 'Entendre', en: 'Hear' }, before)).toEqual([]);
  expect(staleIn(before, before)).toEqual([]);
  expect(staleIn({ ...before, ar: 'استمع' }, before)).toEqual([]);
  expect(staleIn({ fr: 'Entendre' }, undefined)).toEqual([]);
});

test('what was translated from other words is left behind, until it is written again or they come back', () => {
  const ways = { from: 'fr', to: 'ar' };
  const origins = { 'steps/visit/title': { ar: { words: 'رؤية', beside: { fr: 'Voir', ar: 'رؤية' } } } };
  const at = (text: Readonly<Record<string, string>>) => ({ path: 'steps/visit/title', text });
  expect(isLeftBehind(at({ fr: 'Rencontrer', ar: 'رؤية' }), ways, origins)).toBe(true);
  expect(isLeftBehind(at({ fr: 'Rencontrer', ar: 'لقاء' }), ways, origins)).toBe(false);
  expect(isLeftBehind(at({ fr: 'Voir', ar: 'رؤية' }), ways, origins)).toBe(false);
  expect(isLeftBehind(at({ fr: 'Rencontrer' }), ways, {})).toBe(false);
});
