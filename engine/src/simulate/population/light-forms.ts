import { inOrder } from '../../journal/shown-form.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import { stepOf } from '../../pathway/step-of.ts';
import { UNKNOWN, YES } from '../../rules/tri.ts';
import type { LightStep } from './light-step.ts';
import type { CaseFacts, RuleSlots } from './rule-slots.ts';

/** A field of a form with the rules that must say yes for it to be shown. Facts and rules by number. */
export type LightField = {
  readonly fact: number;
  readonly required: boolean;
  readonly when: readonly number[];
};

/** What must be settled before a state is left: rules that must be known, rules that must say yes. */
type Leaving = { readonly settles: readonly number[]; readonly tasks: readonly number[] };

/** What forms ask and what must be answered before a step is left, read once. */
export interface LightForms {
  /** Fields of a step's form, in reading order; derived facts are no fields. */
  fields(step: string): readonly LightField[];
  leaving(state: string): Leaving;
  isShown(facts: CaseFacts, field: LightField): boolean;
  /** Needs of the event, required fields, signals to settle and required tasks are answered. */
  mayLeave(facts: CaseFacts, needs: readonly number[], step: LightStep): boolean;
}

/** Reads the forms of a pathway. */
export function formsOf(pathway: Pathway, slots: RuleSlots): LightForms {
  const fields = new Map([...pathway.states.keys()].map((id) => [id, fieldsOf(pathway, slots, id)]));
  const isShown = (facts: CaseFacts, { when }: LightField): boolean => {
    for (let index = 0; index < when.length; index += 1)
      if (slots.decide(facts, when[index] as number) !== YES) return false;
    return true;
  };
  return {
    fields: (step) => fields.get(step) ?? [],
    leaving: (state) => leavingOf(pathway, slots, state),
    isShown,
    mayLeave: (facts, needs, { required, settles, tasks }) => {
      for (let index = 0; index < needs.length; index += 1)
        if (!slots.isKnown(facts, needs[index] as number)) return false;
      for (let index = 0; index < required.length; index += 1) {
        const field = required[index] as LightField;
        if (!slots.isKnown(facts, field.fact) && isShown(facts, field)) return false;
      }
      for (let index = 0; index < settles.length; index += 1)
        if (slots.decide(facts, settles[index] as number) === UNKNOWN) return false;
      for (let index = 0; index < tasks.length; index += 1)
        if (slots.decide(facts, tasks[index] as number) !== YES) return false;
      return true;
    },
  };
}

function fieldsOf({ pack }: Pathway, slots: RuleSlots, id: string): readonly LightField[] {
  const name = stepOf(pack, id)?.form;
  const form = name !== undefined && Object.hasOwn(pack.forms, name) ? pack.forms[name] : undefined;
  return Object.entries(form?.sections ?? {})
    .sort(([a, one], [b, two]) => inOrder(one.order, two.order) || (a < b ? -1 : 1))
    .flatMap(([, section]) =>
      section.fields.map(({ fact, required, when }) => ({
        fact: slots.facts.of(fact),
        required: required === true,
        when: [section.when, when].flatMap((rule) => (rule === undefined ? [] : [slots.rules.of(rule)])),
      })),
    );
}

function leavingOf({ pack }: Pathway, slots: RuleSlots, id: string): Leaving {
  const step = stepOf(pack, id);
  const tasks = Object.values(step?.tasks ?? {});
  return {
    settles: (step?.settles ?? []).flatMap((event) => pack.events[event]?.when ?? []).map(slots.rules.of),
    tasks: tasks.flatMap(({ required, met }) => (required && met !== undefined ? [slots.rules.of(met)] : [])),
  };
}
