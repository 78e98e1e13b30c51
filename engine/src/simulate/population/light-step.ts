import type { Pathway } from '../../pathway/pathway.ts';
import { isTrackOpen } from '../../pathway/read-candidates.ts';
import type { RememberedStep } from '../../pathway/remembered-steps.ts';
import { stepOf } from '../../pathway/step-of.ts';
import type { Place } from '../../pathway/track-place.ts';
import type { DeadlinePlan } from './deadline-plan.ts';
import type { LightField, LightForms } from './light-forms.ts';
import type { LightLedger } from './light-ledger.ts';
import type { Numbered } from './numbered.ts';
import type { RuleSlots } from './rule-slots.ts';

/** One thing that a step does to the ledger. */
export type LedgerOp = {
  readonly does: 'arm' | 'leave' | 'drop';
  readonly plan: DeadlinePlan | undefined;
  readonly moves: boolean;
  readonly state: number;
  readonly met: number;
  readonly task: string | undefined;
};

/** A remembered step, read once: everything it does, by number. */
export type LightStep = {
  readonly step: RememberedStep;
  readonly isTaken: boolean;
  /** Some state of the main track heard it. */
  readonly isMainHeard: boolean;
  readonly changes: boolean;
  readonly ops: readonly LedgerOp[];
  /** States left and entered that people see, in order: a state left is told as `-1 - state`. */
  readonly moves: Int32Array;
  readonly entered: Int32Array;
  readonly left: Int32Array;
  /** Facts that the steps entered forget. */
  readonly fresh: readonly number[];
  /** What must be answered before it is taken. */
  readonly required: readonly LightField[];
  readonly settles: readonly number[];
  readonly tasks: readonly number[];
};

/** What steps are read with. */
export type StepGround = {
  readonly pathway: Pathway;
  readonly slots: RuleSlots;
  readonly states: Numbered;
  readonly ledger: LightLedger;
  readonly forms: LightForms;
};

/** Reads remembered steps, each once. `standing` is where the case stands before; absent at its opening. */
export function lightSteps(
  ground: StepGround,
): (step: RememberedStep, standing: readonly Place[] | undefined) => LightStep {
  const read: (LightStep | undefined)[] = [];
  return (step, standing) => {
    const known = read[step.id];
    if (known !== undefined) return known;
    const made = readStep(ground, step, standing);
    read[step.id] = made;
    return made;
  };
}

function readStep(
  { pathway, slots, states, ledger, forms }: StepGround,
  step: RememberedStep,
  standing: readonly Place[] | undefined,
): LightStep {
  const { pack } = pathway;
  const { acts } = step;
  const isShown = (id: string) => {
    const state = pathway.states.get(id);
    return state !== undefined && state.type !== 'history';
  };
  const ofStates = acts.flatMap((act) =>
    'deadline' in act ? ledger.moveOp(act.kind, act.deadline, act.state) : ledger.ops(act.kind, act.state),
  );
  const ofTracks =
    acts.length === 0
      ? []
      : step.after.flatMap((place) => {
          const was = standing?.[place.index];
          const isNow = isTrackOpen(pathway, place.track, place.active);
          const wasOpen = was !== undefined && isTrackOpen(pathway, was.track, was.active);
          if (isNow === wasOpen) return [];
          return ledger.ops(isNow ? 'enter' : 'leave', place.track);
        });
  const leaving = step.left.map((id) => forms.leaving(id));
  return {
    step,
    isTaken: step.verdict === 'taken',
    isMainHeard: step.heard.some((id) => pathway.states.get(id)?.track === 'main'),
    changes: acts.length > 0,
    ops: [...ofStates, ...ofTracks],
    moves: Int32Array.from(
      acts.flatMap(({ kind, state }) => {
        if (kind === 'leave') return [-1 - states.of(state)];
        return kind === 'enter' && isShown(state) ? [states.of(state)] : [];
      }),
    ),
    entered: Int32Array.from(step.entered.map(states.of)),
    left: Int32Array.from(step.left.map(states.of)),
    fresh: [...new Set(step.entered.flatMap((id) => stepOf(pack, id)?.fresh ?? []))].map(slots.facts.of),
    required: step.heard.flatMap((id) => forms.fields(id).filter(({ required }) => required)),
    settles: leaving.flatMap(({ settles }) => settles),
    tasks: leaving.flatMap(({ tasks }) => tasks),
  };
}
