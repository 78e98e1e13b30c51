/** The table is XState: on random machines and random walks, remembered steps equal XState's own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { Outcome } from '../journal/case-file.ts';
import { compile } from './compile.ts';
import { type Pick, randomMachinePack, WALK_EVENTS } from './fixtures/random-machine.ts';
import type { Pathway } from './pathway.ts';
import { readEvent } from './read-candidates.ts';
import { type RememberedSteps, rememberSteps } from './remembered-steps.ts';
import { activeStates, type MachineStep, startMachine, stepMachine } from './step-machine.ts';
import type { TrackEvent } from './track-event.ts';
import type { Place } from './track-place.ts';

const OUTCOMES: readonly Outcome[] = ['yes', 'no', 'unknown'];

function picker(seed: number): Pick {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function decisionsOf(pick: Pick): Record<string, Outcome> {
  return Object.fromEntries(['a', 'b', 'c', 'd'].map((rule) => [rule, OUTCOMES[pick(3)] ?? 'unknown']));
}

function someEvent(pathway: Pathway, { events }: RememberedSteps, pick: Pick): TrackEvent {
  const event = WALK_EVENTS[pick(WALK_EVENTS.length)] ?? 'go';
  const waiting = [...pathway.states.values()].filter(({ after }) => after.size > 0);
  const isSignal = pathway.pack.events[event]?.when !== undefined;
  const state = waiting[pick(Math.max(1, waiting.length))];
  switch (pick(5)) {
    case 0:
      return state ? events.passing([...state.after.keys()][0] ?? 'soon', state.id) : events.signal(event);
    case 1:
      return events.signal(event);
    case 2:
      return events.done('shelter');
    default:
      return isSignal ? events.signal(event) : events.reported(event);
  }
}

/** What XState did, without the entering of tracks themselves. */
function actsOf({ tracks }: Pathway, { acts }: MachineStep) {
  return acts.filter(({ kind, state }) => kind === 'arm' || kind === 'drop' || !tracks.includes(state));
}

describe('remembered steps are those of XState', () => {
  test('position, history, states entered and left, deadlines armed and dropped, on 1,000 random machines', {
    timeout: 300_000,
  }, () => {
    let moved = 0;
    let recalled = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const pick = picker(seed + 1);
        const pathway = compile(randomMachinePack(pick), 'invented');
        const table = rememberSteps(pathway);
        for (let walk = 0; walk < 4; walk += 1) {
          const decisions = decisionsOf(pick);
          const first = startMachine(pathway, decisions);
          const start = table.start((rule) => decisions[rule] ?? 'unknown');
          expect(start === undefined).toBe(!first.ok);
          if (!first.ok || !start) break;
          expect(start.acts).toEqual(actsOf(pathway, first.step));
          let { position } = first.step;
          let standing: readonly Place[] = start.after;
          for (let act = 0; act < 12; act += 1) {
            expect(table.places.position(standing)).toEqual(position);
            const event = someEvent(pathway, table, pick);
            const now = decisionsOf(pick);
            const before = table.computed();
            const raw = stepMachine(pathway, position, event.sent, now);
            const step = table.step(standing, event, (rule) => now[rule] ?? 'unknown');
            if (!raw.ok) {
              expect(step).toBeUndefined();
              break;
            }
            expect(step?.acts ?? []).toEqual(actsOf(pathway, raw.step));
            if (event.reported !== undefined) {
              const reading = readEvent(
                pathway,
                { outcomes: now, active: activeStates(position) },
                event.reported,
              );
              if (step) expect([step.verdict, step.heard]).toEqual([reading.verdict, reading.heard]);
              else expect(reading.verdict).toBe('unheard');
            }
            if (step && table.computed() === before) recalled += 1;
            if (step && step.acts.length > 0) moved += 1;
            const next = [...standing];
            for (const place of step?.after ?? []) next[place.index] = place;
            standing = next;
            ({ position } = raw.step);
          }
          expect(table.places.position(standing)).toEqual(position);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(moved).toBeGreaterThan(1_000);
    expect(recalled).toBeGreaterThan(1_000);
  });

  test('a step is what XState’s own transition makes of it, on 60 random machines', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const pick = picker(seed + 1);
        const pathway = compile(randomMachinePack(pick), 'invented');
        const table = rememberSteps(pathway);
        const context = () => ({ decisions: decisionsOf(pick), read: new Set<string>() });
        const first = context();
        let [snapshot] = initialTransition(pathway.machine, first);
        const started = startMachine(pathway, first.decisions);
        expect(started.ok).toBe(snapshot.status === 'active');
        for (let act = 0, step = started; act < 12 && step.ok; act += 1) {
          const { sent } = someEvent(pathway, table, pick);
          const now = context();
          step = stepMachine(pathway, step.step.position, sent, now.decisions);
          if (!step.ok) break;
          [snapshot] = transition(pathway.machine, { ...snapshot, context: now }, { type: sent });
          expect(step.step.position.value).toEqual(snapshot.value);
          expect(new Set(step.step.read)).toEqual(now.read);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a track that is left out hears nothing, and stands where the caller says when it is seen', () => {
    const pathway = compile(randomMachinePack(picker(7)), 'invented');
    const table = rememberSteps(pathway);
    expect(table.step([], table.events.reported('go'), () => 'yes')).toBeUndefined();
  });
});
