import type { Pack } from '@parcours/engine';
import type { Command, OpenPack } from '../log/command.ts';
import { openStep } from '../log/find-state.ts';
import { idFor, nameOf } from './elements.ts';
import { wordsOf } from './ways.ts';

type AskFact = {
  readonly step: string;
  readonly fact: string;
  /** False: the step does not ask it any more. */
  readonly asked: boolean;
};

/** "Here we ask whether the child is in danger": the fact enters the form of the step, which is made when there is none, or leaves it. */
export const askFact: Command<AskFact> = {
  id: 'ask_fact',
  can: (pack, { step, fact, asked }) => {
    const entry = pack.steps[step];
    if (!entry) return { why: 'gone', names: { id: step } };
    if (entry.kind === 'stage' || entry.kind === 'track') return { why: 'only_a_step' };
    if (!Object.hasOwn(pack.facts, fact)) return { why: 'gone', names: { id: fact } };
    if (asked && pack.facts[fact]?.derive !== undefined) return { why: 'derived' };
    return askedIn(pack, step).includes(fact) === asked ? { why: 'already' } : undefined;
  },
  run: (pack, { step, fact, asked }) => {
    const form = asked ? formOf(pack, step) : askedForm(pack, step);
    if (form === undefined) return { places: [`steps/${step}`] };
    if (asked) ask(pack, form, [{ fact }]);
    else stopAsking(pack, step, form, fact);
    return { places: [`steps/${step}`, `forms/${form}`] };
  },
  names: (pack, { step, fact }) => ({ fact: nameOf(pack, 'facts', fact), name: nameOf(pack, 'steps', step) }),
};

const askedForm = (pack: Pack | OpenPack, step: string): string | undefined => {
  const entry = pack.steps[step];
  return entry && 'form' in entry ? entry.form : undefined;
};

/** The facts that the form of a step asks, in their order. */
export function askedIn(pack: Pack | OpenPack, step: string): readonly string[] {
  const form = askedForm(pack, step);
  const sections = form === undefined ? {} : (pack.forms[form]?.sections ?? {});
  return Object.values(sections).flatMap(({ fields }) => fields.map(({ fact }) => fact));
}

/** The form of a step, made when it has none. */
export function formOf(pack: OpenPack, step: string): string | undefined {
  const entry = openStep(pack, step);
  if (!entry) return undefined;
  entry.form ??= idFor(pack, 'forms', wordsOf(entry.title) || step);
  pack.forms[entry.form] ??= { label: { ...entry.title }, sections: {} };
  return entry.form;
}

type Field = OpenPack['forms'][string]['sections'][string]['fields'][number];

/** Puts fields last in a form, in a part named after the form when it has none. */
export function ask(pack: OpenPack, id: string, fields: Field[]): void {
  const form = pack.forms[id];
  if (!form || fields.length === 0) return;
  const last = Object.values(form.sections).at(-1);
  if (last) last.fields.push(...fields);
  else form.sections['questions'] = { label: { ...form.label }, fields };
}

/** What a step does not ask any more it does not ask again either; a form that asks nothing goes, when no other step shows it. */
function stopAsking(pack: OpenPack, step: string, id: string, fact: string): void {
  const form = pack.forms[id];
  const entry = openStep(pack, step);
  if (!form || !entry) return;
  for (const [name, section] of Object.entries(form.sections)) {
    section.fields = section.fields.filter((field) => field.fact !== fact);
    if (section.fields.length === 0) delete form.sections[name];
  }
  const fresh = entry.fresh?.filter((each) => each !== fact) ?? [];
  if (fresh.length > 0) entry.fresh = fresh;
  else delete entry.fresh;
  if (Object.keys(form.sections).length > 0) return;
  delete entry.form;
  if (!Object.keys(pack.steps).some((each) => askedForm(pack, each) === id)) delete pack.forms[id];
}
