/** How a source names its parts, as packs write it: `para 90`, `rules 11.1-11.3`. What begins with a figure is an article. */
const PARTS = {
  article: { fr: 'art.', en: 'art.', es: 'art.', ar: 'الفصل' },
  para: { fr: 'par.', en: 'para.', es: 'párr.', ar: 'الفقرة' },
  paras: { fr: 'par.', en: 'paras.', es: 'párrs.', ar: 'الفقرات' },
  rule: { fr: 'règle', en: 'rule', es: 'regla', ar: 'القاعدة' },
  rules: { fr: 'règles', en: 'rules', es: 'reglas', ar: 'القواعد' },
  annex: { fr: 'annexe', en: 'annex', es: 'anexo', ar: 'الملحق' },
} as const;

type Said = keyof (typeof PARTS)['article'];

/** The article of a source as it is cited in a language: "art. 12", "par. 90"; what is none of these is said as it is written. */
export function articleSaid(article: string, language: string): string {
  const [, part = '', rest = ''] = /^([a-z]*)\.?\s*(\d.*)$/iu.exec(article.trim()) ?? [];
  const named = part === '' ? 'article' : part.toLowerCase();
  if (rest === '' || !Object.hasOwn(PARTS, named)) return article;
  const words = PARTS[named as keyof typeof PARTS];
  return `${words[Object.hasOwn(words, language) ? (language as Said) : 'en']} ${rest}`;
}
