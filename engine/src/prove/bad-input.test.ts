import { describe, expect, it } from 'vitest';
import { tinyPack } from '../journal/fixtures/tiny-pack.ts';
import { compile } from '../pathway/compile.ts';
import { proveSafeguards } from './prove-safeguards.ts';

const LABEL = { en: 'Invented' };
const COUNT = 24;
const letters = Array.from({ length: COUNT }, (_, index) => `f${index}`);
const facts = Object.fromEntries(letters.map((id) => [id, { label: LABEL, type: 'boolean', tier: 1 }]));
const atoms = letters.map((fact) => ({ fact, operator: 'equal', value: true }));
const ask = (ids: readonly string[]) => ({
  label: LABEL,
  sections: { only: { label: LABEL, fields: ids.map((fact) => ({ fact, required: true })) } },
});

/** Two dozen steps that each ask one fact, in any order, and a gate that wants them all: what is known is known in 2^24 ways. */
function manyWays() {
  return compile(
    tinyPack({
      main: {
        hub: {
          on: {
            ...Object.fromEntries(letters.map((id) => [`to_${id}`, [{ target: `#ask_${id}` }]])),
            pass: [{ target: '#gate', guard: 'ready' }],
          },
        },
        ...Object.fromEntries(
          letters.map((id) => [`ask_${id}`, { on: { [`said_${id}`]: [{ target: '#hub' }] } }]),
        ),
        gate: { on: { end: [{ target: '#over' }] } },
        over: {},
      },
      steps: {
        ...Object.fromEntries(letters.map((id) => [`ask_${id}`, { form: `form_${id}` }])),
        over: { kind: 'end' },
      },
      more: {
        facts,
        rules: { ready: { label: LABEL, conditions: { all: atoms } } },
        forms: Object.fromEntries(letters.map((id) => [`form_${id}`, ask([id])])),
        safeguards: {
          ready_in_the_end: {
            label: LABEL,
            property: { never: { a: 'step:over', unless: 'ready' } },
            basis: 'practice',
          },
        },
      },
    }),
  );
}

describe('a state space that is too large', () => {
  it('ends as bounded within the budget, and says so', () => {
    const [verdict] = proveSafeguards(manyWays(), { maxStates: 3_000 });
    expect(verdict).toMatchObject({ verdict: 'bounded', why: 'more states than the budget allows' });
    expect(verdict?.bound).toBeGreaterThan(1);
    expect(verdict?.statesInAll).toBeLessThan(3_500);
  });

  it('is left when the caller says so', () => {
    let polled = 0;
    const [verdict] = proveSafeguards(manyWays(), {
      stop: () => {
        polled += 1;
        return polled > 5;
      },
    });
    expect(verdict).toMatchObject({ verdict: 'bounded', why: 'the caller stopped it' });
  });

  it('ends as bounded when one answer sets off more combinations of signals than can be told apart', () => {
    const events = Object.fromEntries(letters.map((id) => [`signal_${id}`, { when: id }]));
    const rules = Object.fromEntries(
      letters.map((id) => [
        id,
        { label: LABEL, conditions: { all: [{ fact: id, operator: 'equal', value: true }] } },
      ]),
    );
    const pathway = compile(
      tinyPack({
        main: { hub: { on: { said: [{ target: '#over' }] } }, over: {} },
        tracks: {
          watch: {
            quiet: {
              on: Object.fromEntries(letters.map((id) => [`signal_${id}`, [{ target: '#quiet' }]])),
            },
          },
        },
        steps: { hub: { form: 'all_at_once' }, over: { kind: 'end' }, quiet: { kind: 'idle' } },
        events,
        more: {
          facts,
          rules,
          forms: { all_at_once: ask(letters) },
          safeguards: {
            first_said: {
              label: LABEL,
              property: { precedes: { a: 'event:signal_f0', b: 'step:over' } },
              basis: 'practice',
            },
          },
        },
      }),
    );
    const [verdict] = proveSafeguards(pathway, { maxStates: 500 });
    expect(verdict?.verdict).not.toBe('proved');
  });
});

describe('a rule that is hard to decide', () => {
  it('does not hold up the proof', () => {
    // Fewer holes than pigeons: no answers make it true, and finding that out by trying takes longer than anybody waits.
    const holes = 9;
    const pigeon = (index: number, hole: number) => `p${index}_${hole}`;
    const names = Array.from({ length: (holes + 1) * holes }, (_, index) =>
      pigeon(Math.floor(index / holes), index % holes),
    );
    const is = (fact: string, value: boolean) => ({ fact, operator: 'equal', value });
    const homes = Array.from({ length: holes + 1 }, (_, index) => ({
      any: Array.from({ length: holes }, (__, hole) => is(pigeon(index, hole), true)),
    }));
    const apart = Array.from({ length: holes }, (_, hole) => ({
      all: Array.from({ length: holes + 1 }, (__, one) =>
        Array.from({ length: one }, (___, other) => ({
          any: [is(pigeon(one, hole), false), is(pigeon(other, hole), false)],
        })),
      ).flat(),
    }));
    const pathway = compile(
      tinyPack({
        main: { hub: { on: { said: [{ target: '#over', guard: 'pigeons' }] } }, over: {} },
        steps: { hub: { form: 'all_at_once' }, over: { kind: 'end' } },
        more: {
          facts: Object.fromEntries(names.map((id) => [id, { label: LABEL, type: 'boolean', tier: 1 }])),
          rules: {
            pigeons: { label: LABEL, conditions: { all: [...homes, ...apart] } },
            told: { label: LABEL, conditions: { all: [is(pigeon(0, 0), true)] } },
          },
          forms: { all_at_once: ask(names) },
          safeguards: {
            never_over: {
              label: LABEL,
              property: { never: { a: 'step:over', unless: 'told' } },
              basis: 'practice',
            },
          },
        },
      }),
    );
    const [verdict] = proveSafeguards(pathway, { maxStates: 200 });
    expect(verdict?.verdict).toMatch(/proved|bounded/);
  });
});
