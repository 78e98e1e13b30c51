import { type Check, error, own } from '../check.ts';

/** Facts that a step asks again stand in its form; else entering the step forgets them for good. */
export const freshFacts: Check = function* ({ pack }) {
  for (const [id, step] of Object.entries(pack.steps)) {
    if (!('fresh' in step) || !step.fresh) continue;
    const form = own(pack.forms, step.form ?? '');
    const asked = new Set(
      Object.values(form?.sections ?? {}).flatMap((section) => section.fields.map((field) => field.fact)),
    );
    for (const [index, fact] of step.fresh.entries()) {
      if (asked.has(fact)) continue;
      const message = `"${fact}" becomes unknown when "${id}" opens, and its form does not ask it; add the field.`;
      yield error('step.fresh_not_asked', `steps/${id}/fresh/${index}`, message, { step: id, fact });
    }
  }
};
