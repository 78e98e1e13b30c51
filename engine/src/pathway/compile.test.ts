import { describe, expect, test } from 'vitest';
import { driveCase, refusalOf } from '../journal/fixtures/drive-case.ts';
import { type Tiny, tinyPack } from '../journal/fixtures/tiny-pack.ts';
import type { Guard } from '../procedure/machine.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { compile } from './compile.ts';

type Candidates = readonly { readonly target?: string; readonly guard?: Guard; readonly reenter?: boolean }[];

/** A case at `start`, where `go` has these candidates. */
const atStart = (go: Candidates, more: Partial<Tiny> = {}) =>
  driveCase(tinyPack({ main: { start: { on: { go } }, first: {}, second: {}, third: {} }, ...more }));

const not = (guard: Guard): Guard => ({ type: 'not', params: { of: [guard] } });
const all = (...of: Guard[]): Guard => ({ type: 'all', params: { of } });
const any = (...of: Guard[]): Guard => ({ type: 'any', params: { of } });

describe('a reported event reads its candidates in order and stops at the first that is not no', () => {
  const ordered: Candidates = [
    { target: '#first', guard: 'a' },
    { target: '#second', guard: 'b' },
    { target: '#third' },
  ];

  test('the first that is yes is taken', () => {
    const driven = atStart(ordered);
    expect(driven.report('go', { facts: { a: false, b: true } }).ok).toBe(true);
    expect(driven.steps()).toEqual(['second']);
  });

  test('the last, unguarded one is taken when all before it are a sure no', () => {
    const driven = atStart(ordered);
    driven.report('go', { facts: { a: false, b: false } });
    expect(driven.steps()).toEqual(['third']);
  });

  test('an unknown one is refused and never passed over, even when a later one is yes', () => {
    const driven = atStart(ordered);
    const refusal = refusalOf(driven.report('go', { facts: { b: true } }));
    expect(refusal).toMatchObject({ code: 'unknown', event: 'go', missing: ['a'] });
    expect(driven.steps()).toEqual(['start']);
  });

  test('what stands after an unknown is not even asked', () => {
    const driven = atStart(ordered);
    expect(refusalOf(driven.report('go')).missing).toEqual(['a']);
  });

  test('it is closed when every candidate is a sure no', () => {
    const driven = atStart([{ target: '#first', guard: 'a' }]);
    const refusal = refusalOf(driven.report('go', { facts: { a: false } }));
    expect(refusal).toMatchObject({ code: 'closed', rules: [{ rule: 'a', outcome: 'no' }], missing: [] });
  });

  test.each<[string, Guard, Record<string, boolean>, 'first' | 'second' | 'unknown']>([
    ['not of an unknown opens no door', not('a'), {}, 'unknown'],
    ['not of a no', not('a'), { a: false }, 'first'],
    ['not of a yes', not('a'), { a: true }, 'second'],
    ['all with a no and an unknown is no', all('a', 'b'), { a: false }, 'second'],
    ['all with a yes and an unknown is unknown', all('a', 'b'), { a: true }, 'unknown'],
    ['any with a yes and an unknown is yes', any('a', 'b'), { b: true }, 'first'],
    ['any with a no and an unknown is unknown', any('a', 'b'), { a: false }, 'unknown'],
    ['not any with a yes is no', not(any('a', 'b')), { a: true }, 'second'],
    ['not all with an unknown and a yes is unknown', not(all('a', 'b')), { a: true }, 'unknown'],
    ['not all with a no is yes', not(all('a', 'b')), { a: false }, 'first'],
    ['in is always sure', { type: 'in', params: { state: 'start' } }, {}, 'first'],
    ['not in is always sure', not({ type: 'in', params: { state: 'start' } }), {}, 'second'],
  ])('guards are three-valued: %s', (_, guard, facts, expected) => {
    const driven = atStart([{ target: '#first', guard }, { target: '#second' }]);
    const told = driven.report('go', { facts });
    if (expected === 'unknown') expect(refusalOf(told).code).toBe('unknown');
    else expect(driven.steps()).toEqual([expected]);
  });

  test('an unknown in an inner list is not passed over to the list of the stage around it', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          stage: {
            initial: 'inner',
            states: { inner: { on: { go: [{ target: '#other', guard: 'a' }] } }, other: {} },
            on: { go: [{ target: '#outside' }] },
          },
          outside: {},
        },
      }),
    );
    expect(refusalOf(driven.report('go')).code).toBe('unknown');
    driven.report('go', { facts: { a: false } });
    expect(driven.steps()).toEqual(['outside']);
  });

  test('one unknown among several steps that hear it refuses the event for all', () => {
    const region = (id: string, guard: Guard) => ({
      initial: `${id}_from`,
      states: { [`${id}_from`]: { on: { go: [{ target: `#${id}_to`, guard }] } }, [`${id}_to`]: {} },
    });
    const driven = driveCase(
      tinyPack({
        main: { stage: { type: 'parallel', states: { one: region('one', 'a'), two: region('two', 'b') } } },
      }),
    );
    expect(refusalOf(driven.report('go', { facts: { a: true } }))).toMatchObject({
      code: 'unknown',
      missing: ['b'],
    });
    expect(driven.steps()).toContain('one_from');
  });

  test('a candidate without target is heard and moves nothing', () => {
    const driven = atStart([{ guard: 'a' }]);
    const told = driven.report('go', { facts: { a: true } });
    expect(told.ok).toBe(true);
    expect(driven.steps()).toEqual(['start']);
    expect(driven.caseFile.reported.go?.by).toBe('worker');
  });
});

describe('where nobody can be asked, unknown is not taken and the list ends with its unguarded candidate', () => {
  const list: Candidates = [
    { target: '#first', guard: 'a' },
    { target: '#second', guard: 'b' },
    { target: '#third' },
  ];

  test('always: unknown takes the last, not a later yes', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#sort' }] } },
          sort: { always: list },
          first: {},
          second: {},
          third: {},
        },
      }),
    );
    driven.report('go', { facts: { b: true } });
    expect(driven.steps()).toEqual(['third']);
  });

  test('a signal: unknown takes the last', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { alarm: [{ target: '#first', guard: 'a' }, { target: '#second' }] } },
          first: {},
          second: {},
        },
        events: { alarm: { when: 'd' } },
      }),
    );
    driven.record({ d: true });
    expect(driven.steps()).toEqual(['second']);
  });

  test('a deadline: unknown takes the last, and decisions are those of the instant it passes', () => {
    const waiting = () =>
      driveCase(
        tinyPack({
          main: { start: { after: { limit: list } }, first: {}, second: {}, third: {} },
          deadlines: { limit: { within: 'PT1H' } },
        }),
      );
    const unknown = waiting();
    unknown.sweep('2026-03-02T10:00:00.000Z');
    expect(unknown.steps()).toEqual(['third']);
    const known = waiting();
    known.record({ a: true }, '2026-03-02T08:30:00.000Z');
    known.sweep('2026-03-02T10:00:00.000Z');
    expect(known.steps()).toEqual(['first']);
  });

  test('onDone: unknown takes the last', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          stage: {
            initial: 'inner',
            states: { inner: { on: { go: [{ target: '#over' }] } }, over: { type: 'final' } },
            onDone: list,
          },
          first: {},
          second: {},
          third: {},
        },
      }),
    );
    driven.report('go', { facts: { b: true } });
    expect(driven.steps()).toEqual(['third']);
  });

  test.each(['always', 'onDone', 'after', 'signal'])(
    '%s never enters a measure, even when its rule answers yes',
    (how) => {
      const measure: Candidates = [{ target: '#held', guard: 'a' }, { target: '#free' }];
      const start = {
        always: { on: { go: [{ target: '#sort' }] } },
        onDone: {
          initial: 'inner',
          states: { inner: { on: { go: [{ target: '#over' }] } }, over: { type: 'final' } },
          onDone: measure,
        },
        after: { after: { limit: measure }, on: { go: [{ guard: 'a' }] } },
        signal: { on: { alarm: measure, go: [{ guard: 'a' }] } },
      }[how];
      const driven = driveCase(
        tinyPack({
          main: { start: start ?? {}, sort: { always: measure }, held: { tags: ['measure'] }, free: {} },
          events: { alarm: { when: 'd' } },
          deadlines: { limit: { within: 'PT1H' } },
        }),
      );
      driven.report('go', { facts: { a: true, d: true } });
      driven.sweep('2026-03-02T10:00:00.000Z');
      expect(driven.steps()).toEqual(['free']);
    },
  );
});

describe('a protective signal', () => {
  test('whose list ends guarded is not shut by an unknown: the first that is not a sure no is taken', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: {
            on: {
              alarm: [
                { target: '#held', guard: 'b' },
                { target: '#first', guard: 'a' },
              ],
            },
          },
          held: { tags: ['measure'] },
          first: {},
        },
        events: { alarm: { when: 'd', protective: true } },
      }),
    );
    driven.record({ d: true });
    expect(driven.steps()).toEqual(['first']);
  });
});

describe('a protective event', () => {
  const help: Partial<Tiny> = { events: { go: { protective: true } } };

  test('takes the first candidate that is not a sure no, unknown read as yes', () => {
    const driven = atStart([{ target: '#first', guard: 'a' }, { target: '#second' }], help);
    expect(driven.report('go').ok).toBe(true);
    expect(driven.steps()).toEqual(['first']);
  });

  test('passes over a sure no', () => {
    const driven = atStart(
      [
        { target: '#first', guard: 'a' },
        { target: '#second', guard: 'b' },
      ],
      help,
    );
    driven.report('go', { facts: { a: false } });
    expect(driven.steps()).toEqual(['second']);
  });

  test('reads unknown as no into a measure, and takes it only on a sure yes', () => {
    const tagged = {
      main: {
        start: { on: { go: [{ target: '#held', guard: 'a' }, { target: '#free' }] } },
        held: { tags: ['measure'] },
        free: {},
      },
    };
    const unknown = driveCase(tinyPack({ ...tagged, ...help }));
    unknown.report('go');
    expect(unknown.steps()).toEqual(['free']);
    const sure = driveCase(tinyPack({ ...tagged, ...help }));
    sure.report('go', { facts: { a: true } });
    expect(sure.steps()).toEqual(['held']);
  });

  test('never enters by an unknown a stage whose first step is a measure', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#custody', guard: 'a' }, { target: '#free' }] } },
          custody: { initial: 'held', states: { held: { tags: ['measure'] } } },
          free: {},
        },
        ...help,
      }),
    );
    driven.report('go');
    expect(driven.steps()).toEqual(['free']);
  });

  test('is not closed by an unknown parameter', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#first', guard: 'law' }] } }, first: {} },
        ...help,
        more: {
          'parameters/hours': { label: { en: 'Hours' }, type: 'integer', confidence: 'unknown' },
          'facts/held': { label: { en: 'Held' }, type: 'integer', tier: 1 },
          'rules/law': {
            label: { en: 'Law' },
            conditions: { all: [{ fact: 'held', operator: 'lessThan', value: { fact: 'hours' } }] },
          },
        },
      }),
    );
    driven.report('go', { facts: { held: 3 } });
    expect(driven.steps()).toEqual(['first']);
  });

  test('a coercive door stays shut while a parameter it rests on is unknown, and names it', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#held_on', guard: 'law' }] } },
          held_on: { tags: ['measure'] },
        },
        more: {
          'parameters/hours': { label: { en: 'Hours' }, type: 'integer', confidence: 'unknown' },
          'facts/held': { label: { en: 'Held' }, type: 'integer', tier: 1 },
          'rules/law': {
            label: { en: 'Law' },
            conditions: { all: [{ fact: 'held', operator: 'lessThan', value: { fact: 'hours' } }] },
          },
        },
      }),
    );
    expect(refusalOf(driven.report('go', { facts: { held: 3 } }))).toMatchObject({
      code: 'unknown',
      parameters: ['hours'],
      missing: [],
    });
  });
});

describe('closing', () => {
  const pack: Tiny = {
    main: {
      start: { on: { close: [{ target: '#over', guard: 'a' }], sort_out: [{ target: '#sort' }] } },
      sort: { always: [{ target: '#over', guard: 'a' }, { target: '#start' }] },
      over: {},
    },
    tracks: {
      side: {
        side_idle: { on: { side_opened: [{ target: '#side_work' }] } },
        side_work: { on: { side_ended: [{ target: '#side_over' }] } },
        side_over: {},
      },
    },
    steps: { over: { kind: 'end' }, side_idle: { kind: 'idle' }, side_over: { kind: 'end' } },
  };

  test('is refused while another track is open, and names the track', () => {
    const driven = driveCase(tinyPack(pack));
    driven.report('side_opened');
    expect(refusalOf(driven.report('close', { facts: { a: true } }))).toMatchObject({
      code: 'tracks_open',
      tracks: ['side'],
    });
    driven.report('side_ended');
    expect(driven.report('close', { facts: { a: true } }).ok).toBe(true);
    expect(driven.caseFile.status).toBe('closed');
  });

  test('an open track is not told when the rule itself says no', () => {
    const driven = driveCase(tinyPack(pack));
    driven.report('side_opened');
    expect(refusalOf(driven.report('close', { facts: { a: false } })).code).toBe('closed');
  });

  test('always does not close either while another track is open', () => {
    const driven = driveCase(tinyPack(pack));
    driven.report('side_opened');
    driven.report('sort_out', { facts: { a: true } });
    expect(driven.steps()).toContain('start');
    expect(driven.caseFile.status).toBe('open');
  });
});

describe('compile refuses only what makes running meaningless', () => {
  test.each([
    ['no track main', { 'machine/states/main': undefined }],
    [
      'a target that is nowhere',
      { 'machine/states/main/states/receive/on/report_taken': [{ target: '#nowhere' }] },
    ],
    [
      'a guard that is no rule',
      { 'machine/states/main/states/receive/on/report_taken': [{ target: '#joint', guard: 'no_rule' }] },
    ],
    [
      'a guard in a state that is nowhere',
      {
        'machine/states/main/states/receive/on/report_taken': [
          { target: '#joint', guard: { type: 'in', params: { state: 'nowhere' } } },
        ],
      },
    ],
    ['a deadline that is nowhere', { 'deadlines/order_ends': undefined }],
    ['two states of one id', { 'machine/states/urgent/states/shelter/id': 'receive' }],
    ['a machine called like a state', { 'machine/id': 'main' }],
    ['a signal without its rule', { 'events/danger/when': 'no_rule' }],
  ])('%s', (_, breaks) => {
    expect(() => compile(samplePack(breaks))).toThrow(expect.objectContaining({ code: 'pack.unsound' }));
  });

  test('names that JavaScript knows are no rules', () => {
    const breaks = {
      'machine/states/main/states/receive/on/report_taken': [{ target: '#joint', guard: 'has_own' }],
    };
    expect(() => compile(samplePack(breaks))).toThrow(expect.objectContaining({ code: 'pack.unsound' }));
  });
});
