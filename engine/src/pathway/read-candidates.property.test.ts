import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../journal/case-file.ts';
import { tinyPack } from '../journal/fixtures/tiny-pack.ts';
import type { Guard } from '../procedure/machine.ts';
import { compile } from './compile.ts';
import { guardOutcome } from './guard-outcome.ts';
import { readEvent } from './read-candidates.ts';
import { startMachine, stepMachine } from './step-machine.ts';

const rule = fc.constantFrom('a', 'b', 'c', 'd');
const { guard } = fc.letrec<{ guard: Guard }>((tie) => ({
  guard: fc.oneof(
    { depthSize: 'small' },
    rule,
    fc.constantFrom<Guard>(
      { type: 'in', params: { state: 'inner' } },
      { type: 'in', params: { state: 'out' } },
    ),
    fc.record({
      type: fc.constantFrom('all' as const, 'any' as const),
      params: fc.record({ of: fc.array(tie('guard'), { minLength: 1, maxLength: 3 }) }),
    }),
    fc.record({
      type: fc.constant('not' as const),
      params: fc.record({ of: fc.array(tie('guard'), { minLength: 1, maxLength: 1 }) }),
    }),
  ),
}));
const candidate = fc.record(
  { target: fc.constantFrom('#x', '#y', '#held', '#deep', '#over'), guard },
  { requiredKeys: ['target'] },
);
const list = fc.array(candidate, { minLength: 1, maxLength: 4 });
const outcome = fc.constantFrom<Outcome>('yes', 'no', 'unknown');
const outcomes = fc.record({ a: outcome, b: outcome, c: outcome, d: outcome });

describe('XState reads candidates as we tell them', () => {
  test.each([
    ['a reported event', {}],
    ['a protective event', { protective: true }],
  ])('%s', (_, definition) => {
    fc.assert(
      fc.property(
        list,
        fc.option(list, { nil: undefined }),
        outcomes,
        fc.boolean(),
        (inner, outer, decisions, sideOpen) => {
          const pathway = compile(
            tinyPack({
              main: {
                stage: {
                  initial: 'inner',
                  states: { inner: { on: { go: inner } } },
                  ...(outer && { on: { go: outer } }),
                },
                out: {},
                x: {},
                y: {},
                held: { tags: ['measure'] },
                custody: { initial: 'deep', states: { deep: { tags: ['measure'] } } },
                over: {},
              },
              tracks: { side: sideOpen ? { side_work: {} } : { side_idle: {} } },
              steps: { over: { kind: 'end' }, side_idle: { kind: 'idle' } },
              events: { go: definition },
            }),
          );
          const started = startMachine(pathway, decisions);
          if (!started.ok) throw new Error(started.why);
          const { position, active } = started.step;
          const reading = readEvent(pathway, { outcomes: decisions, active }, 'go');
          const moved = stepMachine(pathway, position, 'go', decisions);
          if (!moved.ok) throw new Error(moved.why);
          const target = reading.taken[0]?.candidate.target;
          const entered = moved.step.acts.flatMap((act) => (act.kind === 'enter' ? [act.state] : []));
          if (reading.verdict === 'taken') expect(entered).toContain(target);
          else expect(entered).toEqual([]);
          if (reading.verdict === 'unknown') expect(definition).toEqual({});
          const [taken] = reading.taken;
          if (!taken?.candidate.measure) return;
          expect(guardOutcome(taken.candidate.guard, { outcomes: decisions, active })).toBe('yes');
        },
      ),
      { numRuns: 400 },
    );
  });

  test('where nobody is asked XState never stays, and never enters a measure', () => {
    fc.assert(
      fc.property(list, outcomes, (some, decisions) => {
        const pathway = compile(
          tinyPack({
            main: {
              stage: { initial: 'inner', states: { inner: { on: { go: [{ target: '#sort' }] } } } },
              sort: { always: [...some, { target: '#y' }] },
              out: {},
              x: {},
              y: {},
              held: { tags: ['measure'] },
              custody: { initial: 'deep', states: { deep: { tags: ['measure'] } } },
              over: {},
            },
            steps: { over: { kind: 'end' } },
          }),
        );
        const started = startMachine(pathway, decisions);
        if (!started.ok) throw new Error(started.why);
        const moved = stepMachine(pathway, started.step.position, 'go', decisions);
        if (!moved.ok) throw new Error(moved.why);
        expect(['x', 'y', 'over'].some((id) => moved.step.active.has(id))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('more knowledge never closes what a sure answer opened: yes and no stay when unknowns are answered', () => {
    fc.assert(
      fc.property(list, outcomes, outcomes, (some, partial, answers) => {
        const pathway = compile(
          tinyPack({
            main: { inner: { on: { go: some } }, out: {}, x: {}, y: {}, held: {}, deep: {}, over: {} },
          }),
        );
        const known = Object.fromEntries(
          Object.entries(partial).map(([id, value]) => [
            id,
            value === 'unknown' ? answers[id as 'a'] : value,
          ]),
        ) as typeof partial;
        const read = (decisions: typeof partial) =>
          readEvent(pathway, { outcomes: decisions, active: new Set(['main', 'inner']) }, 'go');
        const before = read(partial);
        const after = read(known);
        if (before.verdict === 'unknown') return;
        expect(after.verdict).toBe(before.verdict);
        expect(after.taken).toEqual(before.taken);
      }),
      { numRuns: 400 },
    );
  });
});
