import { expect, test } from 'vitest';
import { articleSaid } from './article-said.ts';

test('an article is cited in the language of the reader', () => {
  const said = (language: string) =>
    ['40(3)(a)', 'para 90', 'paras 131-136', 'rule 10.1', 'rules 13.1, 13.4', 'annex 6'].map((article) =>
      articleSaid(article, language),
    );
  expect(said('fr')).toEqual([
    'art. 40(3)(a)',
    'par. 90',
    'par. 131-136',
    'règle 10.1',
    'règles 13.1, 13.4',
    'annexe 6',
  ]);
  expect(said('es').slice(1, 4)).toEqual(['párr. 90', 'párrs. 131-136', 'regla 10.1']);
  expect(said('ar').slice(0, 2)).toEqual(['الفصل 40(3)(a)', 'الفقرة 90']);
  expect(said('en')).toEqual([
    'art. 40(3)(a)',
    'para. 90',
    'paras. 131-136',
    'rule 10.1',
    'rules 13.1, 13.4',
    'annex 6',
  ]);
});

test('what names a part otherwise is said as it is written; a language without words says it in English', () => {
  for (const article of ['Livre II', 'toString 4', 'preamble', ''])
    expect(articleSaid(article, 'fr')).toBe(article);
  expect(articleSaid('rule 10.1', 'wo')).toBe('rule 10.1');
});
