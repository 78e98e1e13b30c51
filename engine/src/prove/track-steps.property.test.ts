import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Position } from '../journal/case-file.ts';
import { compile } from '../pathway/compile.ts';
import { activeStates, startMachine, stepMachine } from '../pathway/step-machine.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { randomPack } from './fixtures/random-pack.ts';
import { type Answers, trackSteps } from './track-steps.ts';

const OUTCOMES = ['yes', 'no', 'unknown'] as const;

/** Walks at random, every step by XState itself and by what was remembered; gives where both stood. */
function walk(pack: ReturnType<typeof samplePack>, choices: readonly number[]) {
  const pathway = compile(pack);
  const steps = trackSteps(pathway);
  let place = 0;
  const next = (of: number) => {
    place += 1;
    return (choices[place % choices.length] ?? 0) % of;
  };
  const decisions = (): Readonly<Record<string, Outcome>> =>
    Object.fromEntries(Object.keys(pack.rules).map((rule) => [rule, OUTCOMES[next(3)] as Outcome]));
  const answersOf = (outcomes: Readonly<Record<string, Outcome>>): Answers => ({
    outcome: (rule) => outcomes[rule] ?? 'unknown',
    isYes: (rule) => outcomes[rule] === 'yes',
    pick: () => true,
  });
  const first = decisions();
  const started = startMachine(pathway, first);
  const start = steps.start(pathway.tracks, answersOf(first));
  if (!started.ok || !start) return { told: [], computed: [] };
  let position: Position = started.step.position;
  let { standing } = start;
  const computed: unknown[] = [];
  const told: unknown[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const active = [...activeStates(position)].flatMap((id) => pathway.states.get(id) ?? []);
    const events = [
      steps.events.unheard(),
      ...active.flatMap(({ on }) => [...on.keys()].map((event) => steps.events.signal(event))),
      ...active.flatMap(({ id, after }) =>
        [...after.keys()].map((deadline) => steps.events.passing(deadline, id)),
      ),
    ];
    const event = events[next(events.length)] ?? steps.events.unheard();
    const outcomes = decisions();
    const raw = stepMachine(pathway, position, event.sent, outcomes);
    if (!raw.ok) break;
    const step = steps.step(standing, event, answersOf(outcomes));
    ({ position } = raw.step);
    standing = step?.standing ?? standing;
    const acts = (kind: 'enter' | 'leave') =>
      raw.step.acts.flatMap((act) => (act.kind === kind ? [act.state] : [])).sort();
    computed.push([event.sent, position, acts('enter'), acts('leave')]);
    told.push([
      event.sent,
      steps.places.position(standing.places),
      [...(step?.entered ?? [])].sort(),
      [...(step?.left ?? [])].sort(),
    ]);
  }
  return { told, computed };
}

describe('remembered steps', () => {
  it('are those of XState on random walks: position, history, states entered and left', {
    timeout: 240_000,
  }, () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    const choices = fc.array(fc.nat(), { minLength: 97, maxLength: 97 });
    fc.assert(
      fc.property(seeds, choices, (seed, random) => {
        const { told, computed } = walk(randomPack(seed), random);
        expect(told).toEqual(computed);
      }),
      { numRuns: 60, seed: 20_260_302 },
    );
  });

  it('know parallel stages that join, and history', () => {
    const withHistory = samplePack({
      'machine/states/main/states/joint/states/last': { id: 'last', type: 'history', history: 'deep' },
      'machine/states/main/states/joint/on': { reopened: [{ target: '#support' }] },
      'machine/states/main/states/support/on/reopened': [{ target: '#last' }],
    });
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 97, maxLength: 97 }), (random) => {
        const { told, computed } = walk(withHistory, random);
        expect(told).toEqual(computed);
      }),
      { numRuns: 30, seed: 20_260_302 },
    );
  });
});
