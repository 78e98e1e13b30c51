import type { DrawingWords } from '../drawing/words/drawing-words.ts';
import type { fr } from './fr.ts';

type Same<Shape> = { readonly [key in keyof Shape]: Shape[key] extends string ? string : Same<Shape[key]> };

/** The shape of every dictionary: the French one's keys, so that a missing translation does not compile. */
export type Words = Same<typeof fr>;

/** Arabic says more plural forms than French's `_one` and `_other`, wherever words are counted. */
export type InArabic<Shape> = {
  readonly [key in keyof Shape]: Shape[key] extends string ? string : InArabic<Shape[key]>;
} & { readonly [plural: `${string}_${'zero' | 'two' | 'few' | 'many'}`]: string };

export type ArabicWords = InArabic<typeof fr>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    /** `drawing` comes with the drawing table's own code. */
    resources: { words: typeof fr; drawing: DrawingWords };
  }
}
