import { expect, test } from 'vitest';
import { loadWords, speak } from './i18n.ts';

test('a reference in Latin letters keeps its own order within an Arabic sentence', async () => {
  const words = await loadWords('fr');
  expect(words.t('cases.reference', { case: 'X', reference: '26-MFMA-14WV' })).toBe('X 26-MFMA-14WV');
  await speak(words, 'ar');
  expect(words.t('cases.reference', { case: 'X', reference: '26-MFMA-14WV' })).toContain(
    '\u206826-MFMA-14WV\u2069',
  );
  expect(words.t('cases.reference', { case: 'ملف', reference: '26' })).not.toContain('\u2068');
});

test('what is put into a sentence is never read as markup', async () => {
  const words = await loadWords('fr');
  expect(words.t('cases.reference', { case: 'X', reference: '<b>&' })).toBe('X <b>&');
});
