/**
 * The only door through which a case meets XState: a position is restored, one event is taken with the decided rules in
 * `context`, and what XState would do is given back as data. Nothing is executed and no timer runs.
 */
import {
  type AnyActor,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  initialTransition,
} from 'xstate';
import type { Outcome, Position, StateValue } from '../journal/case-file.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Pathway } from './pathway.ts';

/** What a step did, in XState's order: on re-entry a state's deadlines are dropped before they are armed. */
export type StepAct =
  | { readonly kind: 'enter' | 'leave'; readonly state: string }
  | { readonly kind: 'arm' | 'drop'; readonly deadline: string; readonly state: string };

export type MachineStep = {
  readonly position: Position;
  /** Every state the case stands in afterwards, tracks included. */
  readonly active: ReadonlySet<string>;
  readonly acts: readonly StepAct[];
  /** Rules that the guards read, in order of reading. */
  readonly read: readonly string[];
};

/** A step, or why XState could not take it (for example a loop of `always`). */
export type StepResult =
  | { readonly ok: true; readonly step: MachineStep }
  | { readonly ok: false; readonly why: string };

type Decisions = Readonly<Record<string, Outcome>>;
type MachineAction = { readonly type: string; readonly params?: unknown };

/** The first step of a case. */
export function startMachine({ machine }: Pathway, decisions: Decisions): StepResult {
  const read = new Set<string>();
  const [snapshot, actions] = initialTransition(machine, { decisions, read });
  return result(snapshot, actions, read);
}

/** One event from a position; an event that nothing hears changes nothing. Throws `pack.mismatch` for a position of another pathway. */
export function stepMachine(
  pathway: Pathway,
  position: Position,
  event: string,
  decisions: Decisions,
): StepResult {
  const read = new Set<string>();
  const snapshot = { ...restoredOnce(pathway, position), context: { decisions, read } };
  try {
    const [next, actions] = transitionOnce(pathway.machine, snapshot, event);
    return result(next, actions, read);
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

const idle = new WeakMap<AnyStateMachine, AnyActor>();

/**
 * XState's `transition`, whose every call makes an actor and takes the first step of the machine with it: here one actor, never
 * started, serves all the steps of a machine.
 */
function transitionOnce(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  type: string,
): readonly [AnyMachineSnapshot, readonly MachineAction[]] {
  const self = idle.get(machine) ?? createActor(machine);
  idle.set(machine, self);
  const actions: MachineAction[] = [];
  const scope: AnyActorScope = {
    self,
    id: '',
    sessionId: '',
    system: self.system,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: (action) => {
      actions.push(action);
    },
  };
  return [machine.transition(snapshot, { type }, scope), actions];
}

function nothing(): void {}

/** Every state a position stands in, tracks included. */
export function activeStates(position: Position): ReadonlySet<string> {
  const active = new Set<string>();
  const walk = (value: StateValue | Position['value']): void => {
    if (typeof value === 'string') {
      active.add(value);
      return;
    }
    for (const [id, inner] of Object.entries(value)) {
      active.add(id);
      walk(inner);
    }
  };
  walk(position.value);
  return active;
}

const restored = new WeakMap<
  Position,
  { readonly machine: AnyStateMachine; readonly snapshot: AnyMachineSnapshot }
>();

/** The same position is often left by one event after the other: a snapshot is never written into, and serves them all. */
function restoredOnce(pathway: Pathway, position: Position): AnyMachineSnapshot {
  const known = restored.get(position);
  if (known?.machine === pathway.machine) return known.snapshot;
  const snapshot = restore(pathway, position);
  restored.set(position, { machine: pathway.machine, snapshot });
  return snapshot;
}

/** XState ignores what it does not know in a persisted snapshot: a new track would appear without its deadlines, history would be lost. */
function restore({ machine, states, tracks }: Pathway, { value, history }: Position): AnyMachineSnapshot {
  const missing = tracks.filter((track) => !Object.hasOwn(value, track));
  const strange = [...Object.keys(history), ...Object.values(history).flat()].filter((id) => !states.has(id));
  if (missing.length + strange.length > 0) throw mismatch([...missing, ...strange].join(', '));
  try {
    return machine.restoreSnapshot(
      {
        status: 'active',
        value,
        historyValue: Object.fromEntries(
          Object.entries(history).map(([id, remembered]) => [id, remembered.map((state) => ({ id: state }))]),
        ),
        context: {},
        children: {},
        output: undefined,
        error: undefined,
      } as unknown as Parameters<typeof machine.restoreSnapshot>[0],
      undefined as unknown as Parameters<typeof machine.restoreSnapshot>[1],
    );
  } catch (error) {
    throw mismatch(error instanceof Error ? error.message : String(error));
  }
}

function mismatch(what: string): EngineError {
  return new EngineError(
    'pack.mismatch',
    `The case stands where this version of the pack has no place (${what}): run it on its own version, or migrate it.`,
  );
}

function result(
  snapshot: AnyMachineSnapshot,
  actions: readonly MachineAction[],
  read: ReadonlySet<string>,
): StepResult {
  if (snapshot.status !== 'active') {
    const { error } = snapshot;
    return { ok: false, why: error instanceof Error ? error.message : `the machine is ${snapshot.status}` };
  }
  const position = persist(snapshot);
  return {
    ok: true,
    step: { position, active: activeStates(position), acts: actions.flatMap(readAction), read: [...read] },
  };
}

function persist(snapshot: AnyMachineSnapshot): Position {
  const remembered: Readonly<Record<string, readonly { readonly id: string }[]>> = snapshot.historyValue;
  return {
    value: snapshot.value as Position['value'],
    history: Object.fromEntries(
      Object.entries(remembered).map(([id, states]) => [id, states.map((state) => state.id).sort()]),
    ),
  };
}

/** A raise with a delay arms, a cancel drops; a raise without a delay is XState's own and was already taken. */
function readAction({ type, params }: MachineAction): StepAct[] {
  const given = params as
    | {
        readonly state?: string;
        readonly delay?: unknown;
        readonly event?: { readonly type: string };
        readonly sendId?: string;
      }
    | undefined;
  if ((type === 'enter' || type === 'leave') && given?.state !== undefined)
    return [{ kind: type, state: given.state }];
  if (type === 'xstate.raise' && typeof given?.delay === 'number') return named('arm', given.event?.type);
  if (type === 'xstate.cancel') return named('drop', given?.sendId);
  return [];
}

function named(kind: 'arm' | 'drop', event: string | undefined): StepAct[] {
  const [, after, deadline, state] = event?.split('.') ?? [];
  return after === 'after' && deadline && state ? [{ kind, deadline, state }] : [];
}
