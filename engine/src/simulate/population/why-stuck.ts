import { readEvent } from '../../pathway/read-candidates.ts';
import type { FactValue } from '../../procedure/value.ts';
import { explainRule } from '../../rules/decide-rules.ts';
import { outcomeOf } from '../../rules/tri.ts';
import type { LightCase } from './light-case.ts';
import type { LightEngine } from './light-engine.ts';
import type { LightStep } from './light-step.ts';

/**
 * Why an event is not possible where a case is stuck: `no` a rule is surely no, `missing` a fact was not answered, `unmet` a task
 * is not done, `tracks` another track is still open, `people` nobody else may report or confirm it, `unheard` nothing listens now.
 */
export type StuckReason = {
  readonly event: string;
  readonly why: 'no' | 'missing' | 'unmet' | 'tracks' | 'people' | 'unheard';
  /** The rule, fact or track; absent for `people` and `unheard`. */
  readonly name?: string;
};

/** What keeps an event from being reported, as the case stands; empty when nothing in the case does. */
export function whyNotPossible(engine: LightEngine, found: LightCase, event: number): readonly StuckReason[] {
  const step = engine.stepOf(found, event);
  return step?.isTaken ? whyNotLeft(engine, found, event, step) : whyClosed(engine, found, event);
}

function whyClosed(
  { pathway, slots, events, clock }: LightEngine,
  found: LightCase,
  number: number,
): readonly StuckReason[] {
  const event = events.ids[number] as string;
  const outcomes = Object.fromEntries(
    slots.rules.ids.map((rule, place) => [rule, outcomeOf(slots.decide(found.facts, place))]),
  );
  const active = new Set(found.standing.flatMap((place) => [...place.active]));
  const { verdict, rules, openTracks } = readEvent(pathway, { outcomes, active }, event);
  if (verdict === 'unheard') return [{ event, why: 'unheard' }];
  if (openTracks.length > 0) return openTracks.map((name) => ({ event, why: 'tracks', name }));
  if (verdict === 'closed')
    return rules.filter((rule) => outcomes[rule] === 'no').map((name) => ({ event, why: 'no', name }));
  const facts = recordedFacts(slots.facts.ids, found);
  const missing = rules
    .filter((rule) => outcomes[rule] === 'unknown')
    .flatMap((rule) => explainRule(pathway.program, rule, facts, clock.text()).missing);
  return [...new Set(missing)].map((name) => ({ event, why: 'missing', name }));
}

function whyNotLeft(
  { pathway, slots, events, clock, forms, needs }: LightEngine,
  found: LightCase,
  number: number,
  { required, settles, tasks }: LightStep,
): readonly StuckReason[] {
  const event = events.ids[number] as string;
  const asked = [
    ...needs(number),
    ...required.filter((field) => forms.isShown(found.facts, field)).map(({ fact }) => fact),
  ].filter((fact) => !slots.isKnown(found.facts, fact));
  const outcome = (rule: number) => outcomeOf(slots.decide(found.facts, rule));
  const name = (rule: number) => slots.rules.ids[rule] as string;
  const facts = recordedFacts(slots.facts.ids, found);
  const unsettled = settles
    .filter((rule) => outcome(rule) === 'unknown')
    .flatMap((rule) => explainRule(pathway.program, name(rule), facts, clock.text()).missing);
  const missing = new Set([...asked.map((fact) => slots.facts.ids[fact] as string), ...unsettled]);
  return [
    ...[...missing].map((fact): StuckReason => ({ event, why: 'missing', name: fact })),
    ...tasks
      .filter((rule) => outcome(rule) !== 'yes')
      .map((rule): StuckReason => ({ event, why: 'unmet', name: name(rule) })),
  ];
}

function recordedFacts(ids: readonly string[], { facts }: LightCase): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    facts.values.flatMap((value, fact): [string, FactValue][] =>
      value === undefined ? [] : [[ids[fact] as string, value]],
    ),
  );
}
