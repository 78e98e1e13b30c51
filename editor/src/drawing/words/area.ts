import type { InArabic } from '../../words/words.ts';

type Same<Shape> = { readonly [key in keyof Shape]: Shape[key] extends string ? string : Same<Shape[key]> };

/** The words of one area of the drawing table, in every language; a key that one language lacks does not compile. */
export function areaWords<const Fr extends object>(words: {
  readonly fr: Fr;
  readonly en: Same<Fr>;
  readonly es: Same<Fr>;
  readonly ar: InArabic<Fr>;
}): { readonly fr: Fr; readonly en: Same<Fr>; readonly es: Same<Fr>; readonly ar: InArabic<Fr> } {
  return words;
}
