import { describe, expect, test } from 'vitest';
import { driveCase, START } from './fixtures/drive-case.ts';
import { type Tiny, tinyPack } from './fixtures/tiny-pack.ts';

type Deadline = { readonly [key: string]: unknown };
const at = (hour: string, day = '02') => `2026-03-${day}T${hour}:00.000Z`;

/** A step `start` with one deadline `limit`, left by `go`. */
const obliged = (limit: Deadline, more: Partial<Tiny> = {}) =>
  driveCase(
    tinyPack({
      main: {
        start: { on: { go: [{ target: '#first' }], stay: [{}] } },
        first: { on: { back: [{ target: '#start' }] } },
      },
      steps: { start: { deadlines: ['limit'] } },
      deadlines: { limit },
      ...more,
    }),
  );

/** A step `start` that `limit` moves to `late`. */
const moved = (limit: Deadline, more: Partial<Tiny> = {}) =>
  driveCase(
    tinyPack({
      main: {
        start: { on: { go: [{ target: '#first' }], stay: [{}] }, after: { limit: [{ target: '#late' }] } },
        first: {},
        late: {},
      },
      deadlines: { limit },
      ...more,
    }),
  );

describe('a row that must be met', () => {
  test('is armed on entry and kept by leaving in time', () => {
    const driven = obliged({ within: 'PT2H' });
    expect(driven.row('limit')).toEqual({
      id: 'limit#1',
      deadline: 'limit',
      kind: 'meet',
      on: { state: 'start' },
      armed: START,
      from: START,
      due: at('10:00'),
      next: at('10:00'),
      told: 0,
      state: 'running',
    });
    driven.report('go', { at: at('10:00') });
    expect(driven.row('limit')).toMatchObject({ state: 'kept', ended: at('10:00'), endedBy: 2 });
    expect(driven.row('limit')).not.toHaveProperty('next');
  });

  test('is missed by leaving after it, even before the sweeper has told it', () => {
    const driven = obliged({ within: 'PT2H' });
    driven.report('go', { at: '2026-03-02T10:00:00.001Z' });
    expect(driven.row('limit')).toMatchObject({ state: 'missed' });
  });

  test('is judged by when it happened, even if an escalation was already told', () => {
    const driven = obliged({ within: 'PT2H' });
    driven.sweep(at('11:00'));
    expect(driven.entries.at(-1)?.kind).toBe('deadline_missed');
    expect(driven.row('limit')).toMatchObject({ state: 'running', told: 1 });
    driven.report('go', { at: at('12:00'), happened: at('09:30') });
    expect(driven.row('limit')).toMatchObject({ state: 'kept' });
  });

  test('does not move the case, and tells each rung once, in its own entry, to the function named', () => {
    const driven = obliged({
      within: 'PT10H',
      escalation: [
        { at: 50, to: 'caseworker' },
        { at: 100, to: 'supervisor' },
        { at: 150, to: 'judge' },
      ],
    });
    driven.sweep(at('12:59'));
    expect(driven.entries).toHaveLength(1);
    driven.sweep(at('23:59', '03'));
    expect(
      driven.entries
        .slice(1)
        .map(({ kind, happened, effects, deadline }) => [
          kind,
          happened,
          effects[0]?.kind,
          effects[0]?.to,
          deadline,
        ]),
    ).toEqual([
      ['escalated', at('13:00'), 'escalate', ['caseworker'], 'limit#1'],
      ['deadline_missed', at('18:00'), 'escalate', ['supervisor'], 'limit#1'],
      ['escalated', at('23:00'), 'escalate', ['judge'], 'limit#1'],
    ]);
    expect(driven.steps()).toEqual(['start']);
    expect(driven.row('limit')).not.toHaveProperty('next');
  });

  test('with a rule is kept when the rule turns to yes, missed when that is late', () => {
    const early = obliged({ within: 'PT2H', met: { rule: 'a' } });
    early.record({ a: true }, at('09:00'));
    expect(early.row('limit')).toMatchObject({ state: 'kept', ended: at('09:00') });
    const late = obliged({ within: 'PT2H', met: { rule: 'a' } });
    late.record({ a: true }, at('10:30'));
    expect(late.row('limit')).toMatchObject({ state: 'missed', ended: at('10:30') });
  });

  test('with a rule is not met by leaving', () => {
    const early = obliged({ within: 'PT2H', met: { rule: 'a' } });
    early.report('go', { at: at('09:00') });
    expect(early.row('limit')).toMatchObject({ state: 'dropped' });
    const late = obliged({ within: 'PT2H', met: { rule: 'a' } });
    late.report('go', { at: at('11:00') });
    expect(late.row('limit')).toMatchObject({ state: 'missed' });
  });

  test('of a task is met by the rule of the task', () => {
    const steps = { start: { tasks: { call: { title: { en: 'Call' }, met: 'a', deadline: 'limit' } } } };
    const driven = obliged({ within: 'PT2H' }, { steps });
    expect(driven.row('limit')).toMatchObject({ on: { state: 'start', task: 'call' } });
    driven.report('stay', { facts: { a: true } });
    expect(driven.row('limit')).toMatchObject({ state: 'kept' });
  });

  test('of a stage runs from the stage’s opening to its end, through its steps', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          stage: {
            initial: 'one',
            states: { one: { on: { go: [{ target: '#two' }] } }, two: {} },
            on: { leave_stage: [{ target: '#out' }] },
          },
          out: {},
        },
        steps: { stage: { deadlines: ['limit'] } },
        deadlines: { limit: { within: 'PT2H' } },
      }),
    );
    driven.report('go');
    expect(driven.row('limit')).toMatchObject({ id: 'limit#1', on: { state: 'stage' }, state: 'running' });
    driven.report('leave_stage');
    expect(driven.row('limit')).toMatchObject({ state: 'kept' });
  });

  test('is a new row each time its step is entered', () => {
    const driven = obliged({ within: 'PT2H' });
    driven.report('go', { at: at('09:00') });
    driven.report('back', { at: at('09:30') });
    expect(driven.caseFile.deadlines['limit#1']).toMatchObject({ state: 'kept' });
    expect(driven.caseFile.deadlines['limit#2']).toMatchObject({ state: 'running', due: at('11:30') });
  });
});

describe('a row that moves the case', () => {
  test('moves it at its due instant, in its own entry, and is then passed', () => {
    const driven = moved({ within: 'PT2H' });
    driven.sweep(at('10:00'));
    expect(driven.entries.at(-1)).toMatchObject({
      kind: 'deadline_passed',
      by: 'engine',
      deadline: 'limit#1',
      happened: at('10:00'),
      left: ['start'],
      entered: ['late'],
      command: { kind: 'deadline', row: 'limit#1', next: at('10:00') },
    });
    expect(driven.row('limit')).toMatchObject({ state: 'passed', ended: at('10:00'), endedBy: 2 });
    expect(driven.caseFile.open.late).toBe(at('10:00'));
  });

  test('is never early, and fires once', () => {
    const driven = moved({ within: 'PT2H' });
    const fire = (when: string) => driven.tell({ kind: 'deadline', row: 'limit#1', next: at('10:00') }, when);
    expect(fire('2026-03-02T09:59:59.999Z').entries).toEqual([]);
    expect(driven.steps()).toEqual(['start']);
    expect(fire(at('10:00')).entries).toHaveLength(1);
    expect(fire(at('10:01')).entries).toEqual([]);
  });

  test.each([
    ['a row that is not there', { row: 'other#1', next: at('10:00') }],
    ['a name that JavaScript knows', { row: 'constructor', next: at('10:00') }],
    ['another instant than its next', { row: 'limit#1', next: at('09:00') }],
  ])('drops a firing of %s silently', (_, firing) => {
    const driven = moved({ within: 'PT2H' });
    const before = driven.caseFile;
    expect(driven.tell({ kind: 'deadline', ...firing }, at('12:00'))).toMatchObject({
      ok: true,
      entries: [],
    });
    expect(driven.caseFile).toBe(before);
  });

  test('is dropped when its step is left first', () => {
    const driven = moved({ within: 'PT2H' });
    driven.report('go', { at: at('09:00') });
    expect(driven.row('limit')).toMatchObject({ state: 'dropped', ended: at('09:00') });
    expect(driven.tell({ kind: 'deadline', row: 'limit#1', next: at('10:00') }, at('11:00')).entries).toEqual(
      [],
    );
  });

  test('lapsed before an act but not yet swept, it passes before the act, as the sweeper would have sent it', () => {
    const driven = moved({ within: 'PT2H' });
    const told = driven.report('go', { at: at('10:05') });
    expect(told.entries.map(({ kind }) => kind)).toEqual(['deadline_passed', 'refused']);
    expect(told.entries[0]?.command).toEqual({ kind: 'deadline', row: 'limit#1', next: at('10:00') });
    expect(driven.steps()).toEqual(['late']);
  });

  test('an act that happened before it lapsed, and was typed before the sweep, still counts', () => {
    const driven = moved({ within: 'PT2H' });
    expect(driven.report('go', { at: at('10:05'), happened: at('09:55') }).ok).toBe(true);
    expect(driven.row('limit')).toMatchObject({ state: 'dropped' });
  });

  test('leaving a step by a deadline is not doing it', () => {
    const driven = moved({ within: 'PT2H' });
    driven.sweep(at('10:00'));
    expect(driven.caseFile.done).not.toHaveProperty('start');
  });
});

describe('a row that moves the case and reminds before', () => {
  test('tells its rungs without moving, then moves at its due instant', () => {
    const driven = moved({
      within: 'PT10H',
      escalation: [
        { at: 50, to: 'caseworker' },
        { at: 100, to: 'supervisor' },
        { at: 200, to: 'judge' },
      ],
    });
    driven.sweep(at('17:59'));
    expect(driven.entries.map(({ kind }) => kind)).toEqual(['opened', 'escalated']);
    expect(driven.steps()).toEqual(['start']);
    driven.sweep('2026-04-01T00:00:00.000Z');
    expect(driven.entries.slice(2).map(({ kind, effects }) => [kind, effects[0]?.to])).toEqual([
      ['deadline_passed', ['supervisor']],
    ]);
    expect(driven.steps()).toEqual(['late']);
  });
});

describe('a row of a track', () => {
  const tracked = () =>
    driveCase(
      tinyPack({
        main: {
          start: { on: { close: [{ target: '#over' }] } },
          over: { on: { reopened: [{ target: '#start' }] } },
        },
        tracks: {
          side: {
            side_idle: { on: { side_opened: [{ target: '#side_work' }] } },
            side_work: { on: { side_ended: [{ target: '#side_idle' }] } },
          },
        },
        steps: { over: { kind: 'end' }, side_idle: { kind: 'idle' } },
        deadlines: { whole: { within: 'P1Y' }, aside: { within: 'PT48H' } },
        more: { 'steps/main/deadlines': ['whole'], 'steps/side/deadlines': ['aside'] },
      }),
    );

  test('runs from the opening of the track to its rest, and again when it opens again', () => {
    const driven = tracked();
    expect(driven.row('aside')).toBeUndefined();
    expect(driven.row('whole')).toMatchObject({ state: 'running', on: { state: 'main' } });
    driven.report('side_opened', { at: at('09:00') });
    expect(driven.row('aside')).toMatchObject({ state: 'running', armed: at('09:00') });
    driven.report('side_ended', { at: at('10:00') });
    expect(driven.row('aside')).toMatchObject({ state: 'kept', ended: at('10:00') });
    driven.report('close', { at: at('11:00') });
    expect(driven.row('whole')).toMatchObject({ state: 'kept' });
    driven.report('reopened', { at: at('12:00') });
    expect(driven.row('whole')).toMatchObject({ id: 'whole#2', state: 'running' });
  });
});

describe('a deadline armed already past due', () => {
  test('passes at once, each rung in its own entry, after the act', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#first' }] } },
          first: { after: { ends: [{ target: '#late' }] } },
          late: {},
        },
        steps: { first: { deadlines: ['limit'] } },
        deadlines: {
          limit: { within: 'PT1H', escalation: [{ at: 50, to: 'caseworker' }] },
          ends: { within: 'PT3H' },
        },
      }),
    );
    const told = driven.report('go', { at: at('20:00'), happened: at('09:00') });
    expect(told.entries.map(({ kind, happened, cause }) => [kind, happened, cause])).toEqual([
      ['reported', at('09:00'), undefined],
      ['escalated', at('09:30'), 2],
      ['deadline_missed', at('10:00'), 2],
      ['deadline_passed', at('12:00'), 2],
    ]);
    expect(driven.steps()).toEqual(['late']);
    expect(driven.row('limit')).toMatchObject({ state: 'missed', ended: at('12:00') });
  });

  test('at opening too', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { after: { limit: [{ target: '#late' }] } }, late: {} },
        deadlines: { limit: { within: 'PT1H' } },
      }),
      { happened: '2026-03-01T08:00:00.000Z' },
    );
    expect(driven.entries.map(({ kind }) => kind)).toEqual(['opened', 'deadline_passed']);
  });

  test('two deadlines that wait for each other in the past end within one command', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#one' }] } },
          one: { after: { limit: [{ target: '#two' }] } },
          two: { after: { limit: [{ target: '#one' }] } },
        },
        deadlines: { limit: { within: 'PT0H' } },
      }),
    );
    expect(driven.report('go').entries.length).toBeLessThan(150);
  });
});

describe('where a row counts from', () => {
  const dated = {
    'facts/on': { label: { en: 'On' }, type: 'date', tier: 1 },
    'facts/moment': { label: { en: 'At' }, type: 'instant', tier: 1 },
  };

  test.each(['elapsed', 'working'])(
    'a date typed wrong stops no case: beyond the year 9999 nothing is due (%s)',
    (calendar) => {
      const escalation = [
        { at: 50, to: 'supervisor' },
        { at: 1_000, to: 'supervisor' },
      ];
      const driven = obliged({ within: 'P2M', calendar, escalation, from: { fact: 'on' } }, { more: dated });
      expect(driven.record({ on: '9999-12-30' }).ok).toBe(true);
      expect(driven.row('limit')).toMatchObject({ due: '9999-12-31T23:59:59.999Z', state: 'running' });
      expect(driven.record({ on: '0001-01-01' }).ok).toBe(true);
      expect(driven.row('limit')).toMatchObject({ due: expect.stringMatching(/^0001-03-/) });
    },
  );

  test('a fact, and entry while it is not known; recomputed as an entry when the fact changes', () => {
    const driven = obliged({ within: 'PT24H', from: { fact: 'moment' } }, { more: dated });
    expect(driven.row('limit')).toMatchObject({ from: START, due: at('08:00', '03') });
    const told = driven.record({ moment: at('12:00') });
    expect(told.entries[1]).toMatchObject({
      kind: 'rescheduled',
      deadline: 'limit#1',
      cause: 2,
      by: 'engine',
    });
    expect(told.deadlines).toHaveLength(1);
    expect(driven.row('limit')).toMatchObject({
      from: at('12:00'),
      due: at('12:00', '03'),
      next: at('12:00', '03'),
    });
    expect(driven.record({ a: true }).entries).toHaveLength(1);
  });

  test('a date counts from its day in the zone of the pack', () => {
    const driven = obliged({ within: 'P2D', from: { fact: 'on' } }, { more: dated });
    driven.record({ on: '2026-03-10' });
    expect(driven.row('limit')).toMatchObject({
      from: '2026-03-09T23:00:00.000Z',
      due: '2026-03-12T22:59:59.999Z',
    });
  });

  test('a step done, an event, the latest, the earliest and the first known of several', () => {
    const rows = (from: unknown) => {
      const driven = driveCase(
        tinyPack({
          main: { start: { on: { go: [{ target: '#first' }], note: [{}] } }, first: {} },
          steps: { first: { deadlines: ['limit'] } },
          deadlines: { limit: { within: 'PT1H', from } },
          more: dated,
        }),
      );
      driven.report('note', { at: at('08:10') });
      driven.report('go', { at: at('08:20') });
      return driven.row('limit')?.from;
    };
    expect(rows({ done: 'start' })).toBe(at('08:20'));
    expect(rows({ event: 'note' })).toBe(at('08:10'));
    expect(rows({ latest: [{ event: 'note' }, { done: 'start' }, { fact: 'moment' }] })).toBe(at('08:20'));
    expect(rows({ earliest: [{ done: 'start' }, { event: 'note' }] })).toBe(at('08:10'));
    expect(rows({ first: [{ fact: 'moment' }, { event: 'note' }, 'entry'] })).toBe(at('08:10'));
    expect(rows({ fact: 'moment' })).toBe(at('08:20'));
  });

  test('a due instant moved later is told again there, one moved into the past passes at once', () => {
    const driven = obliged({ within: 'PT2H', from: { fact: 'moment' } }, { more: dated });
    driven.sweep(at('10:00'));
    expect(driven.row('limit')).toMatchObject({ told: 1 });
    driven.record({ moment: at('12:00') }, at('11:00'));
    expect(driven.row('limit')).toMatchObject({ told: 0, next: at('14:00') });
    const told = driven.record({ moment: at('07:00') }, at('11:30'));
    expect(told.entries.map(({ kind }) => kind)).toEqual(['recorded', 'rescheduled', 'deadline_missed']);
  });
});

describe('how long a row runs', () => {
  const colours = {
    'facts/colour': {
      label: { en: 'Colour' },
      type: 'enum',
      tier: 1,
      values: { red: { label: { en: 'Red' } }, blue: { label: { en: 'Blue' } } },
    },
  };
  const unknown = {
    'parameters/length': { label: { en: 'Length' }, type: 'duration', confidence: 'unknown' },
  };

  test('by an enum fact; while it is unknown the shortest holds', () => {
    const driven = obliged(
      { within: { by: 'colour', values: { red: 'PT48H', blue: 'PT24H' } } },
      { more: colours },
    );
    expect(driven.row('limit')?.due).toBe(at('08:00', '03'));
    driven.record({ colour: 'red' });
    expect(driven.row('limit')?.due).toBe(at('08:00', '04'));
  });

  test('by a parameter, a duration or a number with its unit', () => {
    const hours = {
      'parameters/length': {
        label: { en: 'Length' },
        type: 'integer',
        value: 3,
        unit: 'hours',
        confidence: 'read',
      },
    };
    expect(obliged({ within: { parameter: 'length' } }, { more: hours }).row('limit')?.due).toBe(at('11:00'));
  });

  test('while the law is not known it has no due instant, never passes, and names the parameter', () => {
    const driven = obliged({ within: { parameter: 'length' } }, { more: unknown });
    expect(driven.row('limit')).toMatchObject({ state: 'running', needsLaw: 'length' });
    expect(driven.row('limit')).not.toHaveProperty('due');
    expect(driven.row('limit')).not.toHaveProperty('next');
    driven.report('go');
    expect(driven.row('limit')).toMatchObject({ state: 'dropped' });
    const moving = moved({ within: { parameter: 'length' } }, { more: unknown });
    moving.sweep('2099-01-01T00:00:00.000Z');
    expect(moving.steps()).toEqual(['start']);
  });
});

describe('a paused row', () => {
  const paused = () =>
    driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#first' }] } }, first: {} },
        tracks: {
          side: {
            side_idle: { on: { hold: [{ target: '#side_work' }] } },
            side_work: { tags: ['holding'], on: { release: [{ target: '#side_idle' }] } },
          },
        },
        steps: { start: { deadlines: ['limit', 'other'] }, side_idle: { kind: 'idle' } },
        deadlines: {
          limit: { within: 'PT4H', paused: ['step:side_work'] },
          other: { within: 'PT4H', paused: ['tag:holding'] },
        },
      }),
    );

  test('is not counted while the case stands in the step or tag named, and is due so much later', () => {
    const driven = paused();
    driven.report('hold', { at: at('09:00') });
    for (const deadline of ['limit', 'other']) {
      expect(driven.row(deadline)).toMatchObject({ state: 'paused', pausedSince: at('09:00') });
      expect(driven.row(deadline)).not.toHaveProperty('next');
    }
    driven.report('release', { at: at('10:30') });
    for (const deadline of ['limit', 'other']) {
      expect(driven.row(deadline)).toMatchObject({
        state: 'running',
        pausedFor: 90 * 60_000,
        due: at('13:30'),
        next: at('13:30'),
      });
      expect(driven.row(deadline)).not.toHaveProperty('pausedSince');
    }
  });

  test('drops a firing, and pauses add up', () => {
    const driven = paused();
    driven.report('hold', { at: at('09:00') });
    expect(driven.tell({ kind: 'deadline', row: 'limit#1', next: at('12:00') }, at('12:00')).entries).toEqual(
      [],
    );
    driven.report('release', { at: at('12:30') });
    driven.report('hold', { at: at('13:00') });
    driven.report('release', { at: at('13:30') });
    expect(driven.row('limit')).toMatchObject({ pausedFor: 4 * 3_600_000, due: at('16:00') });
  });

  test('is still judged on leaving', () => {
    const driven = paused();
    driven.report('hold', { at: at('09:00') });
    driven.report('go', { at: at('11:00') });
    expect(driven.row('limit')).toMatchObject({ state: 'kept' });
  });
});

describe('a row for each record', () => {
  const visits = {
    'facts/visits': {
      label: { en: 'Visits' },
      type: 'records',
      tier: 1,
      fields: {
        planned: { label: { en: 'Planned' }, type: 'instant', tier: 1 },
        made: { label: { en: 'Made' }, type: 'boolean', tier: 1 },
      },
    },
    'facts/planned': { label: { en: 'Planned' }, type: 'instant', tier: 1 },
    'facts/made': { label: { en: 'Made' }, type: 'boolean', tier: 1 },
    'rules/was_made': {
      label: { en: 'Made' },
      conditions: { all: [{ fact: 'made', operator: 'equal', value: true }] },
    },
  };
  const each = () =>
    obliged(
      { within: 'PT1H', each: 'visits', from: { fact: 'planned' }, met: { rule: 'was_made' } },
      { more: visits },
    );

  test('is armed when the record is added, reads its fields first, and is met by them', () => {
    const driven = each();
    expect(driven.caseFile.deadlines).toEqual({});
    driven.record({
      visits: [
        { id: 'v1', planned: at('10:00') },
        { id: 'v2', planned: at('12:00') },
      ],
    });
    expect(Object.values(driven.caseFile.deadlines).map(({ on, due }) => [on.record, due])).toEqual([
      ['v1', at('11:00')],
      ['v2', at('13:00')],
    ]);
    driven.record({
      visits: [
        { id: 'v1', planned: at('10:00'), made: true },
        { id: 'v2', planned: at('12:00') },
      ],
    });
    expect(Object.values(driven.caseFile.deadlines).map(({ state }) => state)).toEqual(['kept', 'running']);
  });

  test('is dropped when the record is taken away', () => {
    const driven = each();
    driven.record({ visits: [{ id: 'v1', planned: at('10:00') }] });
    driven.record({ visits: [] });
    expect(driven.row('limit')).toMatchObject({ state: 'dropped' });
  });
});

test('the rows to write come back with the command, each as it is in the end', () => {
  const driven = obliged({ within: 'PT2H' });
  const told = driven.report('go', { at: at('09:00') });
  expect(told.deadlines).toEqual([driven.row('limit')]);
});
