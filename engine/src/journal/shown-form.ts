import type { Form, FormField } from '../procedure/forms.ts';
import type { Decided } from './decide.ts';

export type ShownSection = {
  readonly id: string;
  readonly section: Form['sections'][string];
  readonly fields: readonly FormField[];
};

/** The sections and fields of a form that are shown now, in reading order. */
export function shownForm(form: Form, { outcomes }: Decided): readonly ShownSection[] {
  const shows = ({ when }: { readonly when?: string | undefined }) =>
    when === undefined || outcomes[when] === 'yes';
  return Object.entries(form.sections)
    .filter(([, section]) => shows(section))
    .sort(([a, one], [b, two]) => inOrder(one.order, two.order) || (a < b ? -1 : 1))
    .map(([id, section]) => ({
      id,
      section,
      fields: section.fields.filter(shows).sort((one, two) => inOrder(one.order, two.order)),
    }));
}

/** Compares two `order`s; what has none comes last. */
export function inOrder(a: number | undefined, b: number | undefined): number {
  return (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);
}
