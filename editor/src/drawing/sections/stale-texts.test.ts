import { expect, test } from 'vitest';
import { staleIn } from './stale-texts.ts';

test('a language that stayed while another changed is to be looked at again', () => {
  const before = { fr: 'Écouter', en: 'Listen' };
  expect(staleIn({ fr: 'Entendre', en: 'Listen' }, before)).toEqual(['en']);
  expect(staleIn({ fr: 'Entendre', en: 'Hear' }, before)).toEqual([]);
  expect(staleIn(before, before)).toEqual([]);
  expect(staleIn({ ...before, ar: 'استمع' }, before)).toEqual([]);
  expect(staleIn({ fr: 'Entendre' }, undefined)).toEqual([]);
});
