/** Traps of XState 5.33 that touch us, each by name, so that an upgrade cannot bring one back. */

import { describe, expect, test } from 'vitest';
import { createMachine, initialTransition, transition } from 'xstate';
import { driveCase, refusalOf } from '../journal/fixtures/drive-case.ts';
import { tinyPack } from '../journal/fixtures/tiny-pack.ts';
import { compile } from './compile.ts';
import { startMachine, stepMachine } from './step-machine.ts';

const HOUR = { within: 'PT1H' };

describe('traps of XState', () => {
  test('a guard on onDone sees the internal event: decisions ride in context and are those of the step', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          stage: {
            initial: 'inner',
            states: { inner: { on: { go: [{ target: '#over' }] } }, over: { type: 'final' } },
            onDone: [{ target: '#yes', guard: 'a' }, { target: '#no' }],
          },
          yes: {},
          no: {},
        },
      }),
    );
    driven.report('go', { facts: { a: true } });
    expect(driven.steps()).toEqual(['yes']);
  });

  test('decisions are refreshed on every step: what was yes once is not yes for ever', () => {
    const pathway = compile(
      tinyPack({ main: { start: { on: { go: [{ target: '#first', guard: 'a' }] } }, first: {} } }),
    );
    const started = startMachine(pathway, { a: 'yes' });
    if (!started.ok) throw new Error(started.why);
    const { position } = started.step;
    expect(stepMachine(pathway, position, 'go', { a: 'no' })).toMatchObject({ ok: true, step: { acts: [] } });
    expect(stepMachine(pathway, position, 'go', { a: 'unknown' })).toMatchObject({
      ok: true,
      step: { acts: [] },
    });
    expect(stepMachine(pathway, position, 'go', {})).toMatchObject({ ok: true, step: { acts: [] } });
    const yes = stepMachine(pathway, position, 'go', { a: 'yes' });
    expect(yes.ok && [...yes.step.active]).toContain('first');
  });

  test('XState takes the first guard that passes: a later yes behind an unknown is written not to pass', () => {
    const list = [{ target: '#first', guard: 'a' }, { target: '#second', guard: 'b' }, { target: '#third' }];
    const pathway = compile(
      tinyPack({ main: { start: { on: { go: list } }, first: {}, second: {}, third: {} } }),
    );
    const started = startMachine(pathway, {});
    if (!started.ok) throw new Error(started.why);
    const go = (decisions: Record<string, 'yes' | 'no' | 'unknown'>) => {
      const result = stepMachine(pathway, started.step.position, 'go', decisions);
      return result.ok ? [...result.step.active][1] : result.why;
    };
    expect(go({ a: 'unknown', b: 'yes' })).toBe('start');
    expect(go({ a: 'no', b: 'unknown' })).toBe('start');
    expect(go({ a: 'no', b: 'yes' })).toBe('second');
    expect(go({ a: 'no', b: 'no' })).toBe('third');
  });

  test('a guard that gives a promise would always pass: ours compares a decided word and nothing else', () => {
    const machine = createMachine({
      initial: 'a',
      states: { a: { on: { go: { guard: () => Promise.resolve(false) as never, target: 'b' } } }, b: {} },
    });
    const [snapshot] = initialTransition(machine);
    expect(transition(machine, snapshot, { type: 'go' })[0].value).toBe('b');
    const pathway = compile(
      tinyPack({ main: { start: { on: { go: [{ target: '#first', guard: 'a' }] } }, first: {} } }),
    );
    const started = startMachine(pathway, {});
    if (!started.ok) throw new Error(started.why);
    const promised = { a: Promise.resolve('no') as never };
    expect(stepMachine(pathway, started.step.position, 'go', promised)).toMatchObject({
      ok: true,
      step: { acts: [] },
    });
  });

  test('an after whose name has no delay would fire at once: every name has one, and arms instead', () => {
    const bare = createMachine({ initial: 'a', states: { a: { after: { limit: 'b' } }, b: {} } });
    expect(initialTransition(bare)[0].value).toBe('b');
    const driven = driveCase(
      tinyPack({
        main: { start: { after: { limit: [{ target: '#late' }] } }, late: {} },
        deadlines: { limit: HOUR },
      }),
    );
    expect(driven.steps()).toEqual(['start']);
    expect(driven.row('limit')).toMatchObject({
      kind: 'move',
      state: 'running',
      next: '2026-03-02T09:00:00.000Z',
    });
  });

  test('an after longer than 24.8 days would fire at once in a live timer: ours is a row and waits', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { after: { limit: [{ target: '#late' }] } }, late: {} },
        deadlines: { limit: { within: 'P10Y' } },
      }),
    );
    driven.sweep('2036-03-01T00:00:00.000Z');
    expect(driven.steps()).toEqual(['start']);
  });

  test('on re-entry cancel comes before raise: the old row is dropped and a new one is armed', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: {
            on: { again: [{ target: '#start', reenter: true }] },
            after: { limit: [{ target: '#late' }] },
          },
          late: {},
        },
        deadlines: { limit: HOUR },
      }),
    );
    driven.report('again', { at: '2026-03-02T08:30:00.000Z' });
    expect(driven.caseFile.deadlines['limit#1']).toMatchObject({ state: 'dropped' });
    expect(driven.caseFile.deadlines['limit#2']).toMatchObject({
      state: 'running',
      next: '2026-03-02T09:30:00.000Z',
    });
  });

  test('a self-transition without reenter re-arms nothing', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { again: [{ target: '#start' }] }, after: { limit: [{ target: '#late' }] } },
          late: {},
        },
        deadlines: { limit: HOUR },
      }),
    );
    driven.report('again', { at: '2026-03-02T08:30:00.000Z' });
    expect(Object.keys(driven.caseFile.deadlines)).toEqual(['limit#1']);
    expect(driven.row('limit')).toMatchObject({ state: 'running', next: '2026-03-02T09:00:00.000Z' });
  });

  test('a firing with a stale token is dropped', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: {
            on: { again: [{ target: '#start', reenter: true }] },
            after: { limit: [{ target: '#late' }] },
          },
          late: {},
        },
        deadlines: { limit: HOUR },
      }),
    );
    driven.report('again', { at: '2026-03-02T08:30:00.000Z' });
    const before = driven.caseFile;
    const told = driven.tell(
      { kind: 'deadline', row: 'limit#1', next: '2026-03-02T09:00:00.000Z' },
      '2026-03-02T09:00:00.000Z',
    );
    expect(told).toMatchObject({ ok: true, entries: [], deadlines: [], effects: [] });
    expect(driven.caseFile).toBe(before);
  });

  test('resolveState breaks history: a position is restored with what it remembers, shallow and deep', () => {
    const stage = (history: 'shallow' | 'deep') => ({
      main: {
        stage: {
          initial: 'one',
          states: {
            one: { on: { go: [{ target: '#two' }] } },
            two: {
              initial: 'two_a',
              states: { two_a: { on: { deeper: [{ target: '#two_b' }] } }, two_b: {} },
            },
            back: { type: 'history', history },
          },
          on: { away: [{ target: '#out' }] },
        },
        out: { on: { home: [{ target: '#back' }] } },
      },
    });
    const deep = driveCase(tinyPack(stage('deep')));
    for (const event of ['go', 'deeper', 'away', 'home']) deep.report(event);
    expect(deep.steps()).toContain('two_b');
    const shallow = driveCase(tinyPack(stage('shallow')));
    for (const event of ['go', 'deeper', 'away', 'home']) shallow.report(event);
    expect(shallow.steps()).toContain('two_a');
  });

  test('a missing state, a new track and a history of elsewhere are refused, never ignored', () => {
    const pathway = compile(
      tinyPack({
        main: { start: {} },
        tracks: { side: { side_idle: {} } },
        steps: { side_idle: { kind: 'idle' } },
      }),
    );
    const mismatch = expect.objectContaining({ code: 'pack.mismatch' });
    const good = { main: 'start', side: 'side_idle' };
    expect(() => stepMachine(pathway, { value: { ...good, main: 'gone' }, history: {} }, 'go', {})).toThrow(
      mismatch,
    );
    expect(() => stepMachine(pathway, { value: { main: 'start' }, history: {} }, 'go', {})).toThrow(mismatch);
    expect(() => stepMachine(pathway, { value: good, history: { back: ['start'] } }, 'go', {})).toThrow(
      mismatch,
    );
    expect(() => stepMachine(pathway, { value: good, history: {} }, 'go', {})).not.toThrow();
  });

  test('a loop of always would hang the process: it ends, and refuses the event without moving', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#one' }] } },
          one: { always: [{ target: '#two' }] },
          two: { always: [{ target: '#one' }] },
        },
      }),
    );
    expect(refusalOf(driven.report('go')).code).toBe('closed');
    expect(driven.steps()).toEqual(['start']);
  });

  test('initialTransition swallows errors into the snapshot: a machine that cannot start is said so', () => {
    const pack = tinyPack({
      main: { one: { always: [{ target: '#two' }] }, two: { always: [{ target: '#one' }] } },
    });
    expect(() => driveCase(pack)).toThrow(expect.objectContaining({ code: 'pack.unsound' }));
  });

  test('a loop of always set off by a signal or a deadline is recorded and moves nothing', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { alarm: [{ target: '#one' }] }, after: { limit: [{ target: '#one' }] } },
          one: { always: [{ target: '#two' }] },
          two: { always: [{ target: '#one' }] },
        },
        events: { alarm: { when: 'd' } },
        deadlines: { limit: HOUR },
      }),
    );
    driven.record({ d: true }, '2026-03-02T08:10:00.000Z');
    driven.sweep('2026-03-02T10:00:00.000Z');
    expect(driven.entries.slice(-2).map(({ kind, refusal }) => [kind, refusal?.code])).toEqual([
      ['signalled', 'closed'],
      ['deadline_passed', 'closed'],
    ]);
    expect(driven.steps()).toEqual(['start']);
  });

  test('an event with a name of XState itself is heard by nothing', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { after: { limit: [{ target: '#late' }] } }, late: {} },
        deadlines: { limit: HOUR },
      }),
    );
    expect(() => driven.report('xstate.after.limit.start')).toThrow(
      expect.objectContaining({ code: 'command.invalid' }),
    );
    expect(() => driven.report('*')).toThrow(expect.objectContaining({ code: 'command.invalid' }));
    expect(() => driven.report('constructor')).toThrow(expect.objectContaining({ code: 'command.invalid' }));
  });

  test('the same step gives the same text, and a step leaves its position untouched', () => {
    const pathway = compile(tinyPack({ main: { start: { on: { go: [{ target: '#first' }] } }, first: {} } }));
    const started = startMachine(pathway, {});
    if (!started.ok) throw new Error(started.why);
    const { position } = started.step;
    const before = JSON.stringify(position);
    const once = stepMachine(pathway, position, 'go', {});
    expect(stepMachine(pathway, JSON.parse(before), 'go', {})).toEqual(once);
    expect(JSON.stringify(position)).toBe(before);
  });
});
