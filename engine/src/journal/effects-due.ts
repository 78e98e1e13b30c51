import type { Pathway } from '../pathway/pathway.ts';
import type { StepAct } from '../pathway/step-machine.ts';
import type { Effect } from '../procedure/effects.ts';
import type { FactValue } from '../procedure/value.ts';
import type { Outcome } from './case-file.ts';
import type { EffectDue } from './entry.ts';

/** What happened, for the effects that wait for it. */
export type Happening = {
  readonly acts: readonly StepAct[];
  readonly event?: string | undefined;
  /** The deadline whose due instant passed, and its row. */
  readonly deadline?: { readonly id: string; readonly row: string } | undefined;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Recorded values; without them no effect says who is named. */
  readonly facts?: Readonly<Record<string, FactValue>>;
};

/** The effects of the pack that something sets off, in id order, as data without their keys. */
export function effectsDue(pathway: Pathway, happening: Happening): Omit<EffectDue, 'key'>[] {
  return Object.entries(pathway.pack.effects)
    .filter(([, effect]) => isSetOff(pathway, effect, happening))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { kind, to, pack, person, on }]) => ({
      effect: id,
      kind,
      to: to ?? [],
      ...(pack !== undefined && { pack }),
      ...personNamed(person, happening.facts),
      ...('deadline' in on && happening.deadline && { deadline: happening.deadline.row }),
    }));
}

function personNamed(fact: string | undefined, facts: Happening['facts']): Pick<EffectDue, 'person'> {
  const named = fact !== undefined && facts && Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return typeof named === 'string' ? { person: named } : {};
}

function isSetOff(
  pathway: Pathway,
  { on, when }: Effect,
  { acts, event, deadline, outcomes }: Happening,
): boolean {
  if (when !== undefined && outcomes[when] !== 'yes') return false;
  if ('event' in on) return on.event === event;
  if ('deadline' in on) return on.deadline === deadline?.id;
  const [kind, reference] = 'enter' in on ? (['enter', on.enter] as const) : (['leave', on.leave] as const);
  return acts.some((act) => act.kind === kind && refersTo(pathway, reference, act.state));
}

function refersTo({ states }: Pathway, reference: string, state: string): boolean {
  const [kind, id = ''] = reference.split(':');
  return kind === 'tag' ? Boolean(states.get(state)?.tags.has(id)) : state === id;
}
