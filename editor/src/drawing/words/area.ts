type Same<Shape> = { readonly [key in keyof Shape]: Shape[key] extends string ? string : Same<Shape[key]> };

/** Arabic says more plural forms than French's `_one` and `_other`, wherever words are counted. */
type InArabic<Shape> = {
  readonly [key in keyof Shape]: Shape[key] extends string ? string : InArabic<Shape[key]>;
} & { readonly [plural: `${string}_${'zero' | 'two' | 'few' | 'many'}`]: string };

/** The words of one area of the drawing table, in every language; a key that one language lacks does not compile. */
export function areaWords<const Fr extends object>(words: {
  readonly fr: Fr;
  readonly en: Same<Fr>;
  readonly es: Same<Fr>;
  readonly ar: InArabic<Fr>;
}): { readonly fr: Fr; readonly en: Same<Fr>; readonly es: Same<Fr>; readonly ar: InArabic<Fr> } {
  return words;
}
