import { articleSaid } from '@parcours/engine';
import { isolated } from '../words/isolated.ts';

/** An article as it is cited in a language; inside Arabic its figures keep their order: `12(1)-(2)` would else read `(2)-(1)12`. */
export function articleWords(article: string, language: string): string {
  const said = articleSaid(article, language);
  if (language !== 'ar') return said;
  return said === article ? isolated(said) : said.replace(/\d.*$/u, (figures) => `\u2066${figures}\u2069`);
}
