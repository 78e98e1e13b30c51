import { inOrder } from '../../journal/shown-form.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import type { RememberedStep } from '../../pathway/remembered-steps.ts';
import { stepOf } from '../../pathway/step-of.ts';
import type { CaseFacts, RuleSlots } from './rule-slots.ts';

/** A field of a form with the rules that must say yes for it to be shown. */
export type LightField = {
  readonly fact: string;
  readonly required: boolean;
  readonly when: readonly string[];
};

/** What forms ask and what must be answered before a step is left, read once. */
export interface LightForms {
  /** Fields of a step's form, in reading order; derived facts are no fields. */
  fields(step: string): readonly LightField[];
  isShown(facts: CaseFacts, field: LightField): boolean;
  /** Needs of the event, required fields, signals to settle and required tasks are answered. */
  mayLeave(facts: CaseFacts, event: string, step: RememberedStep): boolean;
}

type Leaving = { readonly settles: readonly string[]; readonly tasks: readonly string[] };

/** Reads the forms of a pathway. */
export function formsOf(pathway: Pathway, slots: RuleSlots): LightForms {
  const { pack } = pathway;
  const fields = new Map([...pathway.states.keys()].map((id) => [id, fieldsOf(pathway, id)]));
  const required = new Map([...fields].map(([id, list]) => [id, list.filter((field) => field.required)]));
  const leaving = new Map([...pathway.states.keys()].map((id) => [id, leavingOf(pathway, id)]));
  const isShown = (facts: CaseFacts, { when }: LightField): boolean => {
    for (const rule of when) if (slots.outcome(facts, rule) !== 'yes') return false;
    return true;
  };
  return {
    fields: (step) => fields.get(step) ?? [],
    isShown,
    mayLeave: (facts, event, { heard, left }) => {
      for (const need of pack.events[event]?.needs ?? []) if (!slots.isKnown(facts, need)) return false;
      for (const id of heard) {
        for (const field of required.get(id) ?? []) {
          if (!slots.isKnown(facts, field.fact) && isShown(facts, field)) return false;
        }
      }
      for (const id of left) {
        const { settles, tasks } = leaving.get(id) ?? NOTHING;
        for (const rule of settles) if (slots.outcome(facts, rule) === 'unknown') return false;
        for (const rule of tasks) if (slots.outcome(facts, rule) !== 'yes') return false;
      }
      return true;
    },
  };
}

const NOTHING: Leaving = { settles: [], tasks: [] };

function fieldsOf({ pack }: Pathway, id: string): readonly LightField[] {
  const name = stepOf(pack, id)?.form;
  const form = name !== undefined && Object.hasOwn(pack.forms, name) ? pack.forms[name] : undefined;
  return Object.entries(form?.sections ?? {})
    .sort(([a, one], [b, two]) => inOrder(one.order, two.order) || (a < b ? -1 : 1))
    .flatMap(([, section]) =>
      section.fields.map(({ fact, required, when }) => ({
        fact,
        required: required === true,
        when: [section.when, when].filter((rule) => rule !== undefined),
      })),
    );
}

function leavingOf({ pack }: Pathway, id: string): Leaving {
  const step = stepOf(pack, id);
  const tasks = Object.values(step?.tasks ?? {});
  return {
    settles: (step?.settles ?? []).flatMap((event) => pack.events[event]?.when ?? []),
    tasks: tasks.flatMap(({ required, met }) => (required && met !== undefined ? [met] : [])),
  };
}
