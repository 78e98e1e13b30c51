import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { hears } from '../pathway/track-event.ts';
import type { Form } from '../procedure/forms.ts';

import type { Move } from './moves.ts';

/** A field with the rules by which it is shown. */
export type Field = { readonly fact: string; readonly required: boolean; readonly when: readonly string[] };

/** The open states that hear an event. */
export function hearing(
  { pack }: Pathway,
  open: readonly PathwayState[],
  event: string,
): readonly PathwayState[] {
  return open.filter((state) => hears(pack, state, event));
}

/** The facts that reporting an event records: its needs, and the forms of the open steps at or inside the states that hear it. */
export function collectedFacts(
  pathway: Pathway,
  open: readonly PathwayState[],
  event: string,
): ReadonlySet<string> {
  const heard = hearing(pathway, open, event);
  const steps = open.filter(({ id, ancestors }) =>
    heard.some((state) => state.id === id || ancestors.includes(state.id)),
  );
  const fields = steps.flatMap(({ id }) => fieldsOf(formOf(pathway, id)).map(({ fact }) => fact));
  return new Set([...(pathway.pack.events[event]?.needs ?? []), ...fields]);
}

/** The fields that an event asks of the steps which hear it themselves. */
export function askedFields(pathway: Pathway, heard: readonly PathwayState[]): readonly Field[] {
  return heard.flatMap(({ id }) => fieldsOf(formOf(pathway, id)));
}

/** The facts that a move may record, when a case stands in some states. */
export function recordedBy(pathway: Pathway, active: ReadonlySet<string>, move: Move): ReadonlySet<string> {
  if (move.kind === 'record') return factsOfRule(pathway, pathway.pack.events[move.signal]?.when ?? '');
  if (!('event' in move)) return new Set();
  return collectedFacts(pathway, statesOf(pathway, active), move.event);
}

/** How much a move asks a fact: `always`, or only while a rule shows its field. */
export type Demand = 'always' | 'when_shown';

/** The facts without which a move is refused; of a derived fact, those it is derived from. */
export function demandedBy(
  pathway: Pathway,
  active: ReadonlySet<string>,
  move: Move,
): ReadonlyMap<string, Demand> {
  if (!('event' in move) || pathway.pack.events[move.event]?.protective) return new Map();
  const fields = askedFields(pathway, hearing(pathway, statesOf(pathway, active), move.event));
  const basesOf = (id: string) =>
    pathway.program.parts.has(`fact:${id}`) ? [...pathway.program.names(`fact:${id}`).facts] : [id];
  const required = fields.filter((field) => field.required);
  const shown = required.filter(({ when }) => when.length > 0).flatMap(({ fact }) => basesOf(fact));
  const needs = pathway.pack.events[move.event]?.needs ?? [];
  const always = [...needs, ...required.filter(({ when }) => when.length === 0).map(({ fact }) => fact)];
  return new Map<string, Demand>([
    ...shown.map((id) => [id, 'when_shown'] as const),
    ...always.flatMap((fact) => basesOf(fact).map((id) => [id, 'always'] as const)),
  ]);
}

/** Facts on which a rule stands. */
export function factsOfRule({ pack, program }: Pathway, rule: string): ReadonlySet<string> {
  if (!program.parts.has(`rule:${rule}`)) return new Set();
  return new Set([...program.names(`rule:${rule}`).facts].filter((id) => Object.hasOwn(pack.facts, id)));
}

/** Facts that a step asks again each time it opens. */
export function freshOf({ pack }: Pathway, id: string): readonly string[] {
  const step = Object.hasOwn(pack.steps, id) ? pack.steps[id] : undefined;
  return step && 'fresh' in step ? (step.fresh ?? []) : [];
}

/** Every fact that a track records or asks again. */
export function writtenIn(pathway: Pathway, track: string): ReadonlySet<string> {
  const states = [...pathway.states.values()].filter((state) => state.track === track);
  const needs = states.flatMap(({ on }) =>
    [...on.keys()].flatMap((event) => pathway.pack.events[event]?.needs ?? []),
  );
  const asked = states.flatMap(({ id }) => [
    ...freshOf(pathway, id),
    ...fieldsOf(formOf(pathway, id)).map(({ fact }) => fact),
  ]);
  return new Set([...needs, ...asked]);
}

function statesOf({ states }: Pathway, active: ReadonlySet<string>): readonly PathwayState[] {
  return [...active].flatMap((id) => states.get(id) ?? []);
}

function formOf({ pack }: Pathway, id: string): Form | undefined {
  const step = Object.hasOwn(pack.steps, id) ? pack.steps[id] : undefined;
  return step && 'form' in step && step.form !== undefined ? pack.forms[step.form] : undefined;
}

function fieldsOf(form: Form | undefined): readonly Field[] {
  return Object.values(form?.sections ?? {}).flatMap((section) =>
    section.fields.map(({ fact, required, when }) => ({
      fact,
      required: required === true,
      when: [section.when, when].filter((rule) => rule !== undefined),
    })),
  );
}
