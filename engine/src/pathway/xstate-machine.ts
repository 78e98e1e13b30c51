/**
 * The pack's machine as an XState machine. Every state tells entering and leaving as an action without implementation,
 * which comes back as data; every name in `after` has a delay, because a name without one fires at once; and at most a
 * thousand microsteps run, because an `always` loop would hang the process.
 */
import { type AnyStateMachine, createMachine } from 'xstate';
import type { Pack } from '../procedure/pack.ts';
import { unsound } from './index-states.ts';
import type { PathwayCandidate, PathwayState } from './pathway.ts';
import {
  everyOtherTrackRests,
  innerListsSayNo,
  type MachineGuard,
  PRIMITIVES,
  type StepContext,
  type WrittenCandidate,
  writeAsked,
  writeDone,
  writeProtective,
  writeUnasked,
} from './xstate-guards.ts';

const MOST_MICROSTEPS = 1_000;

/** The XState event by which a protective act on a closed door is followed. */
export function doneEvent(event: string): string {
  return `done.${event}`;
}

/** The XState event of a deadline that passes in a state. */
export function afterEvent(deadline: string, state: string): string {
  return `xstate.after.${deadline}.${state}`;
}

type StateConfig = { readonly [key: string]: unknown };
type Writing = {
  readonly pack: Pack;
  readonly states: ReadonlyMap<string, PathwayState>;
  readonly rest: MachineGuard;
};

/** Builds the machine once; throws `pack.unsound` when XState refuses it. */
export function buildMachine(pack: Pack, states: ReadonlyMap<string, PathwayState>): AnyStateMachine {
  const writing = { pack, states, rest: everyOtherTrackRests(states) };
  const config = {
    id: pack.machine.id,
    type: 'parallel',
    context: ({ input }: { readonly input?: StepContext }) => input ?? {},
    states: nested(writing, Object.keys(pack.machine.states)),
    options: { maxIterations: MOST_MICROSTEPS },
  };
  const delays = Object.fromEntries(
    [...states.values()].flatMap((state) => [...state.after.keys()].map((name) => [name, 1])),
  );
  try {
    return createMachine(
      config as unknown as Parameters<typeof createMachine>[0],
      {
        guards: PRIMITIVES,
        delays,
      } as unknown as Parameters<typeof createMachine>[1],
    );
  } catch (error) {
    throw unsound(`XState refuses the machine: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function nested(writing: Writing, ids: readonly string[]): StateConfig {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const state = writing.states.get(id);
      return state ? [[id, writeState(writing, state)]] : [];
    }),
  );
}

function writeState(writing: Writing, state: PathwayState): StateConfig {
  const { node, id } = state;
  if (state.type === 'history')
    return {
      id,
      type: 'history',
      history: node.history ?? 'shallow',
      ...(node.target && { target: node.target }),
    };
  const { rest } = writing;
  const unasked = (list: readonly PathwayCandidate[]) => writeUnasked(list, { rest });
  return {
    id,
    ...(node.type && { type: node.type }),
    ...(node.initial !== undefined && { initial: node.initial }),
    ...(node.tags && { tags: [...node.tags] }),
    ...(node.states && { states: nested(writing, Object.keys(node.states)) }),
    entry: [{ type: 'enter', params: { state: id } }],
    exit: [{ type: 'leave', params: { state: id } }],
    on: Object.fromEntries([...state.on.keys()].flatMap((event) => writeEvent(writing, state, event))),
    ...(!state.withheld && {
      always: unasked(state.always),
      after: Object.fromEntries([...state.after].map(([deadline, list]) => [deadline, unasked(list)])),
    }),
    ...(state.onDone.length > 0 && { onDone: unasked(state.onDone) }),
  };
}

/** An event of a state; a protective one has its second event, for what was done although the door was closed. */
function writeEvent(
  writing: Writing,
  state: PathwayState,
  event: string,
): (readonly [string, WrittenCandidate[]])[] {
  const list = state.on.get(event) ?? [];
  const definition = Object.hasOwn(writing.pack.events, event) ? writing.pack.events[event] : undefined;
  const { rest } = writing;
  if (state.withheld && !(definition?.when && definition.protective)) return [];
  const inner = [...writing.states.values()].filter(
    (other) => other.ancestors.includes(state.id) && other.on.has(event),
  );
  const outer = inner.length > 0 ? innerListsSayNo(inner, event, rest) : undefined;
  const surely = { rest, ...(outer && { outer }) };
  if (definition?.when) {
    const written = writeUnasked(list, surely);
    const endsOpen = list.at(-1)?.guard === undefined;
    const open = list.filter((candidate) => !candidate.measure);
    return [
      [
        event,
        definition.protective && !endsOpen ? [...written, ...writeProtective(open, { rest })] : written,
      ],
    ];
  }
  if (!definition?.protective) return [[event, writeAsked(list, surely)]];
  return [
    [event, writeProtective(list, { rest })],
    [doneEvent(event), writeDone(list, { rest })],
  ];
}
