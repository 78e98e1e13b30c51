import { type Check, warning } from '../check.ts';

/** A form asks a fact once, and asks nothing that the pack works out by itself alone. */
export const forms: Check = function* ({ pack }) {
  for (const [id, form] of Object.entries(pack.forms)) {
    const asked = new Set<string>();
    for (const [name, section] of Object.entries(form.sections)) {
      for (const [index, { fact }] of section.fields.entries()) {
        const path = `forms/${id}/sections/${name}/fields/${index}`;
        if (asked.has(fact))
          yield warning('form.fact_twice', path, `The form already asks "${fact}"; keep one field.`, {
            fact,
          });
        asked.add(fact);
      }
    }
  }
};
