import { describe, expect, test } from 'vitest';
import { replay } from '../journal/replay.ts';
import { compile } from '../pathway/compile.ts';
import { type Breaks, samplePack } from '../procedure/sample-pack.ts';
import type { Scenario } from '../procedure/scenario.ts';
import { play } from './play.ts';

const worker = { person: 'worker', role: 'caseworker' };
const nurse = { person: 'nurse', role: 'nurse' };
const story = (acts: Scenario['acts'], expected: Scenario['expect'] = {}): Scenario => ({
  title: { en: 'A story' },
  story: { en: 'Invented.' },
  start: '2026-03-02T08:00:00Z',
  acts,
  expect: expected,
});
const played = (acts: Scenario['acts'], expected: Scenario['expect'] = {}, breaks: Breaks = {}) =>
  play(compile(samplePack(breaks)), story(acts, expected));
const taken = { at: 'PT1H', by: worker, event: 'report_taken', facts: { risk: 'low' } };

describe('a story that goes as its author expects', () => {
  test('has no mismatch, and tells route, deadlines, outcome and a frame for each act', () => {
    const pack = samplePack();
    const playback = play(compile(pack), pack.scenarios.low_risk as Scenario);
    expect(playback.mismatches).toEqual([]);
    expect(playback.ok).toBe(true);
    expect(playback.route).toEqual(['receive', 'visit', 'examine', 'support', 'closed']);
    expect(playback.outcome).toBe('closed');
    expect(playback.frames.map(({ act, at }) => `${act} ${at}`)).toEqual([
      '0 2026-03-02T09:00:00.000Z',
      '1 2026-03-03T08:00:00.000Z',
      '2 2026-03-03T08:00:00.000Z',
      '3 2026-04-01T08:00:00.000Z',
    ]);
    expect(playback.deadlines.map(({ id, state }) => `${id} ${state}`)).toContain('receive_by kept');
  });

  test('is the same text every time, and its journal rebuilds its case file byte for byte', () => {
    const pack = samplePack();
    const pathway = compile(pack);
    const first = play(pathway, pack.scenarios.low_risk as Scenario);
    expect(JSON.stringify(play(pathway, pack.scenarios.low_risk as Scenario))).toBe(JSON.stringify(first));
    expect(JSON.stringify(replay(pathway, first.entries))).toBe(JSON.stringify(first.caseFile));
  });
});

describe('the first act', () => {
  test('opens the case with its facts when it reports nothing', () => {
    const { entries, caseFile } = played([{ at: 'PT2H', by: worker, facts: { risk: 'high' } }]);
    expect(entries[0]).toMatchObject({ kind: 'opened', happened: '2026-03-02T10:00:00.000Z', by: 'worker' });
    expect(caseFile.facts.risk?.value).toBe('high');
    expect(entries.filter(({ kind }) => kind === 'recorded')).toEqual([]);
  });

  test('opens it bare at the start of the story when it reports an event', () => {
    const { entries } = played([taken]);
    expect(entries.map(({ kind, happened }) => `${kind} ${happened}`).slice(0, 2)).toEqual([
      'opened 2026-03-02T08:00:00.000Z',
      'reported 2026-03-02T09:00:00.000Z',
    ]);
  });

  test('that cannot open a case makes the story invalid', () => {
    expect(() => played([{ at: 'PT0H', facts: { declared_age: -1 } }])).toThrowError(
      expect.objectContaining({ code: 'scenario.invalid' }),
    );
  });
});

describe('the virtual clock', () => {
  test('fires each deadline whose time has come before an act, in order, and none that lies after it', () => {
    const { entries, frames } = played([taken, { at: 'P4D', wait: true }, { at: 'P30D', wait: true }]);
    const fired = entries.filter(({ kind }) => kind === 'escalated' || kind === 'deadline_missed');
    expect(fired.length).toBeGreaterThan(2);
    expect(fired.map(({ happened }) => happened)).toEqual([...fired.map(({ happened }) => happened)].sort());
    expect(frames[1]?.entries.every(({ happened }) => happened <= (frames[1]?.at ?? ''))).toBe(true);
    expect(frames[2]?.entries.length).toBeGreaterThan(0);
  });

  test('lets a deadline of the machine move the case', () => {
    const decision = [
      taken,
      {
        at: 'PT2H',
        by: worker,
        event: 'visit_done',
        facts: {
          child_heard: true,
          danger_seen: false,
          risk: 'high',
          declared_age: 9,
          visits: [{ id: 'v1', visited_on: '2026-03-02' }],
        },
      },
      { at: 'PT3H', by: nurse, event: 'examination_done', expect: { steps: ['decide'] } },
    ];
    const { frames, mismatches } = played([
      ...decision,
      {
        at: 'P1D',
        by: { person: 'judge', role: 'judge' },
        event: 'placement_decided',
        second: { person: 'clerk', role: 'supervisor' },
        reason: 'Danger at home.',
        decision: { decidedBy: 'A judge', function: 'Judge', authority: 'Court', on: '2026-03-03' },
        expect: { steps: ['placed'] },
      },
      {
        at: 'P8M',
        wait: true,
        expect: { steps: ['review'], deadlines: { order_ends: { state: 'passed' } } },
      },
    ]);
    expect(mismatches).toEqual([]);
    expect(frames.at(-1)?.entries.some(({ kind }) => kind === 'deadline_passed')).toBe(true);
  });

  test('refuses acts that go back in time', () => {
    expect(() =>
      played([
        { at: 'P2D', wait: true },
        { at: 'P1D', wait: true },
      ]),
    ).toThrowError(expect.objectContaining({ code: 'scenario.invalid' }));
  });

  test('stops at names nobody declared', () => {
    expect(() => played([{ at: 'PT0H', event: 'nothing' }])).toThrowError(/scenario\/acts\/0\/event/);
  });
});

describe('who acts', () => {
  test('is somebody of the role that may report it, when the story does not say', () => {
    const { entries, ok } = played([
      { at: 'PT1H', event: 'report_taken', facts: { risk: 'low' } },
      { at: 'PT2H', event: 'examination_done' },
    ]);
    expect(ok).toBe(true);
    expect(entries.filter(({ kind }) => kind === 'reported').map(({ by }) => by)).toEqual([
      'caseworker',
      'nurse',
    ]);
  });
});

describe('a mismatch', () => {
  const paths = (acts: Scenario['acts'], expected: Scenario['expect'] = {}) =>
    played(acts, expected).mismatches;

  test('is told for an event that is refused although nobody expects it', () => {
    expect(paths([{ at: 'PT1H', by: worker, event: 'visit_done' }])).toEqual([
      { path: 'acts/0/expect/refused', expected: false, got: 'not_heard' },
    ]);
  });

  test('is not told for a refusal that is expected, by code or not, with what is missing', () => {
    const refused = { at: 'PT1H', by: worker, event: 'visit_done' };
    expect(paths([{ ...refused, expect: { refused: true } }])).toEqual([]);
    expect(paths([{ ...refused, expect: { refused: 'not_heard' } }])).toEqual([]);
    expect(paths([{ ...refused, expect: { refused: 'closed' } }])).toEqual([
      { path: 'acts/0/expect/refused', expected: 'closed', got: 'not_heard' },
    ]);
    const blank = { at: 'PT1H', by: worker, event: 'report_taken' };
    expect(paths([{ ...blank, expect: { missing: ['risk'] } }])).toEqual([]);
    expect(paths([{ ...blank, expect: { missing: ['child_heard'] } }])).toEqual([
      { path: 'acts/0/expect/missing', expected: ['child_heard'], got: ['risk'] },
    ]);
  });

  test('is told for a wrong value, and none when it is expected', () => {
    const wrong = { ...taken, facts: { risk: 'enormous' } };
    expect(paths([wrong])).toEqual([{ path: 'acts/0/expect/refused', expected: false, got: 'invalid' }]);
    expect(paths([{ ...wrong, expect: { refused: 'invalid' } }])).toEqual([]);
  });

  test('names the place of each expectation that fails', () => {
    expect(
      paths(
        [
          {
            ...taken,
            expect: {
              refused: true,
              steps: ['decide'],
              signals: ['danger'],
              deadlines: {
                receive_by: { state: 'missed', due: '2026-03-02T09:00:00Z' },
                order_ends: { state: 'running' },
              },
              facts: { risk: 'high', age: 3 },
              unknown: ['risk', 'age'],
              reconsider: true,
              status: 'closed',
            },
          },
        ],
        { route: ['receive', 'decide'], outcome: 'closed', status: 'closed' },
      ).map(({ path, expected, got }) => `${path}: ${JSON.stringify(expected)} / ${JSON.stringify(got)}`),
    ).toEqual([
      'acts/0/expect/refused: true / false',
      'acts/0/expect/steps: ["decide"] / ["examine","visit"]',
      'acts/0/expect/signals: ["danger"] / []',
      'acts/0/expect/deadlines/receive_by/due: "2026-03-02T09:00:00.000Z" / "2026-03-03T16:00:00.000Z"',
      'acts/0/expect/deadlines/receive_by/state: "missed" / "kept"',
      'acts/0/expect/deadlines/order_ends/state: "running" / null',
      'acts/0/expect/facts/risk: "high" / "low"',
      'acts/0/expect/facts/age: 3 / null',
      'acts/0/expect/unknown/risk: null / "low"',
      'acts/0/expect/reconsider: true / false',
      'acts/0/expect/status: "closed" / "open"',
      'expect/route/1: "decide" / "visit"',
      'expect/outcome: "closed" / null',
      'expect/status: "closed" / "open"',
    ]);
  });

  test('is told for names that nobody declared, where they are only expected', () => {
    expect(paths([taken], { route: ['moon'], outcome: 'moon' })).toEqual([
      { path: 'expect/route/0', expected: 'moon', got: 'receive' },
      { path: 'expect/outcome', expected: 'moon', got: null },
    ]);
  });

  test('is told for a signal that runs, or does not', () => {
    const seen = { at: 'PT2H', by: worker, facts: { danger_seen: true } };
    expect(
      paths([taken, { ...seen, expect: { signals: ['danger'], steps: ['visit', 'examine', 'shelter'] } }]),
    ).toEqual([]);
    expect(paths([taken, { ...seen, expect: { signals: [] } }])).toEqual([
      { path: 'acts/1/expect/signals', expected: [], got: ['danger'] },
    ]);
  });
});

test('corrected and forgotten facts are recorded as such', () => {
  const { entries, mismatches } = played([
    { ...taken, facts: { risk: 'low', declared_age: 12 } },
    {
      at: 'PT2H',
      by: worker,
      correct: { declared_age: 19 },
      reason: 'The birth certificate says so.',
      expect: { facts: { declared_age: 19, age: 19 } },
    },
    {
      at: 'PT3H',
      by: worker,
      forget: ['declared_age'],
      reason: 'It was another child.',
      expect: { unknown: ['declared_age', 'age'] },
    },
  ]);
  expect(mismatches).toEqual([]);
  expect(entries.map(({ kind }) => kind).slice(-2)).toEqual(['corrected', 'corrected']);
});
