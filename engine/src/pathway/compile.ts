import type { Guard } from '../procedure/machine.ts';
import type { Pack } from '../procedure/pack.ts';
import { compileRules } from '../rules/decide-rules.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import { guardRules } from './guard-outcome.ts';
import { indexStates, unsound } from './index-states.ts';
import type { Pathway, PathwayState } from './pathway.ts';
import { buildMachine } from './xstate-machine.ts';

/**
 * Compiles a pack, once per version. `hash` is that of the resolved pack; it is computed when absent.
 * Throws `pack.unsound` only for what would make running meaningless: no `main` track, two states of one id, a target,
 * rule or deadline that is not there. Everything else is `verify`'s to find.
 */
export function compile(pack: Pack, hash?: string): Pathway {
  const states = indexStates(pack);
  requireSound(pack, states);
  return {
    pack,
    hash: hash ?? sha256Hex(canonicalJson(pack)),
    machine: buildMachine(pack, states),
    states,
    program: compileRules(pack),
    tracks: orderedTracks(pack),
    signals: signalsOf(pack),
    hearers: hearersOf(states),
  };
}

function requireSound(pack: Pack, states: ReadonlyMap<string, PathwayState>): void {
  if (!Object.hasOwn(pack.machine.states, 'main'))
    throw unsound('The machine has no track called main: add it.');
  if (states.has(pack.machine.id))
    throw unsound(`The machine is called ${pack.machine.id} like one of its states: rename one.`);
  for (const state of states.values()) {
    for (const deadline of state.after.keys()) {
      if (!Object.hasOwn(pack.deadlines, deadline))
        throw unsound(`${state.id} waits for ${deadline}, which is no deadline: add it.`);
    }
    for (const candidate of candidatesOf(state)) requireGuard(pack, states, state.id, candidate.guard);
  }
  for (const { event, rule } of signalsOf(pack)) {
    if (!Object.hasOwn(pack.rules, rule))
      throw unsound(`The signal ${event} names ${rule}, which is no rule: add it.`);
  }
}

function requireGuard(
  pack: Pack,
  states: ReadonlyMap<string, PathwayState>,
  state: string,
  guard: Guard | undefined,
): void {
  const rule = guardRules(guard).find((id) => !Object.hasOwn(pack.rules, id));
  if (rule !== undefined) throw unsound(`A guard of ${state} names ${rule}, which is no rule: add it.`);
  const place = guardStates(guard).find((id) => !states.has(id));
  if (place !== undefined)
    throw unsound(`A guard of ${state} names the state ${place}, which is nowhere: correct it.`);
}

function guardStates(guard: Guard | undefined): readonly string[] {
  if (guard === undefined || typeof guard === 'string') return [];
  return guard.type === 'in' ? [guard.params.state] : guard.params.of.flatMap(guardStates);
}

function candidatesOf({ on, always, after, onDone }: PathwayState) {
  return [...[...on.values()].flat(), ...always, ...[...after.values()].flat(), ...onDone];
}

function orderedTracks(pack: Pack): readonly string[] {
  const order = (track: string) => pack.steps[track]?.order ?? Number.MAX_SAFE_INTEGER;
  const others = Object.keys(pack.machine.states).filter((track) => track !== 'main');
  return ['main', ...others.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))];
}

function signalsOf(pack: Pack): Pathway['signals'] {
  return Object.entries(pack.events)
    .flatMap(([event, { when }]) => (when === undefined ? [] : [{ event, rule: when }]))
    .sort((a, b) => (a.event < b.event ? -1 : 1));
}

function hearersOf(states: ReadonlyMap<string, PathwayState>): ReadonlyMap<string, readonly string[]> {
  const hearers = new Map<string, string[]>();
  for (const state of states.values()) {
    for (const event of state.on.keys()) hearers.set(event, [...(hearers.get(event) ?? []), state.id]);
  }
  return hearers;
}
