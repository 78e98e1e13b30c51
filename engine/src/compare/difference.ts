import type { SectionName } from '../procedure/pack.ts';
import type { Json } from '../vocabulary/json.ts';

/** A sentence in the languages in which differences are told. */
export type Words = { readonly fr: string; readonly en: string; readonly es: string; readonly ar: string };
export const TOLD_IN = ['fr', 'en', 'es', 'ar'] as const satisfies readonly (keyof Words)[];
export type ToldIn = (typeof TOLD_IN)[number];

export type ComparedSection = SectionName | 'scenarios';

/** One thing that two versions say differently. */
export type Difference = {
  /** `deadlines/visit_by/within`, `machine/visit/on/visit_done/#home_done`: the place in either version. */
  readonly path: string;
  readonly section: ComparedSection;
  /** The element, or the state of the machine; the section itself where it is one element. */
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Absent when it was not there. */
  readonly before?: Json;
  readonly after?: Json;
  readonly words: Words;
};

/** The same sentence made in each language. */
export function inEach(say: (language: ToldIn) => string): Words {
  return { fr: say('fr'), en: say('en'), es: say('es'), ar: say('ar') };
}
