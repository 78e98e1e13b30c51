import { expect, test } from 'vitest';
import { articleWords } from './article-words.ts';

test('an article is cited in the words of the reader’s language', () => {
  expect(['12', 'para 49', 'paras 26-28'].map((article) => articleWords(article, 'fr'))).toEqual([
    'art. 12',
    'par. 49',
    'par. 26-28',
  ]);
});

test('inside Arabic its figures, and what stays in Latin letters, keep their order', () => {
  expect(articleWords('12(1)-(2)', 'ar')).toBe('الفصل \u206612(1)-(2)\u2069');
  expect(articleWords('Preamble', 'ar')).toBe('\u2068Preamble\u2069');
});
