import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { driveCase, refusalOf, worker } from './fixtures/drive-case.ts';
import { tinyPack } from './fixtures/tiny-pack.ts';

const pathway = compile(samplePack());

describe('signals', () => {
  test('run in the same command whenever their rule turns to yes, and open a track from any step', () => {
    for (const events of [[], ['report_taken'], ['report_taken', 'visit_done']]) {
      const driven = driveCase(pathway);
      for (const event of events) {
        driven.report(event, {
          facts:
            event === 'report_taken'
              ? { risk: 'low' }
              : { child_heard: true, danger_seen: false, visits: [{ id: 'v', visited_on: '2026-03-02' }] },
        });
      }
      const told = driven.record({ danger_seen: true });
      expect(told.entries.map(({ kind }) => kind)).toEqual(['recorded', 'signalled']);
      expect(told.entries[1]).toMatchObject({
        by: 'engine',
        event: 'danger',
        cause: told.entries[0]?.seq,
        decisions: [{ rule: 'danger_is_seen', outcome: 'yes', facts: { danger_seen: true } }],
      });
      expect(driven.steps()).toContain('shelter');
    }
  });

  test('run once: a rule that stays yes is not reported again, one that turns to yes again is', () => {
    const driven = driveCase(pathway);
    driven.record({ danger_seen: true });
    expect(driven.record({ danger_seen: true }).entries).toHaveLength(1);
    driven.report('child_sheltered');
    expect(driven.record({ danger_seen: false }).entries).toHaveLength(1);
    expect(driven.record({ danger_seen: true }).entries.map(({ kind }) => kind)).toEqual([
      'recorded',
      'signalled',
    ]);
  });

  test('see the facts as recorded, before fresh clears any', () => {
    const driven = driveCase(pathway);
    const told = driven.report('report_taken', { facts: { risk: 'low', danger_seen: true } });
    expect(told.entries.map(({ kind }) => kind)).toEqual(['reported', 'signalled', 'refreshed']);
    expect(driven.steps()).toContain('shelter');
    expect(driven.caseFile.facts).not.toHaveProperty('danger_seen');
  });

  test('of one command run once each, in id order, after the reported event', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { go: [{}] } } },
        events: { z_alarm: { when: 'a' }, a_alarm: { when: 'b' }, m_alarm: { when: 'a' } },
      }),
    );
    const told = driven.report('go', { facts: { a: true, b: true } });
    expect(told.entries.map(({ event }) => event)).toEqual(['go', 'a_alarm', 'm_alarm', 'z_alarm']);
  });

  test('unheard are recorded and do nothing', () => {
    const driven = driveCase(pathway);
    driven.record({ danger_seen: true });
    driven.record({ danger_seen: false });
    const before = driven.caseFile.position;
    const told = driven.record({ danger_seen: true });
    expect(told.entries[1]).toMatchObject({ kind: 'signalled', event: 'danger' });
    expect(told.entries[1]?.entered).toBeUndefined();
    expect(driven.caseFile.position).toEqual(before);
  });

  test('are not run by unknown', () => {
    expect(
      driveCase(pathway)
        .report('report_taken', { facts: { risk: 'low' } })
        .entries.map(({ kind }) => kind),
    ).toEqual(['reported']);
  });

  test('that fresh turns to yes wait for the next command', () => {
    const silent = {
      label: { en: 'Silent' },
      conditions: { all: [{ fact: 'a', operator: 'known', value: false }] },
    };
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#first' }] } }, first: {} },
        steps: { first: { fresh: ['a'] } },
        events: { alarm: { when: 'silent' } },
        more: { 'rules/silent': silent },
      }),
      { facts: { a: true } },
    );
    expect(driven.report('go').entries.map(({ kind }) => kind)).toEqual(['reported', 'refreshed']);
    expect(driven.record({ b: true }).entries.map(({ event, kind }) => event ?? kind)).toEqual([
      'recorded',
      'alarm',
    ]);
  });

  test('reach a track in any state of the case: a closed one opens again', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { close: [{ target: '#over' }] } }, over: {} },
        tracks: { side: { side_idle: { on: { alarm: [{ target: '#side_work' }] } }, side_work: {} } },
        steps: { over: { kind: 'end' }, side_idle: { kind: 'idle' } },
        events: { alarm: { when: 'a', protective: true } },
      }),
    );
    driven.report('close');
    expect(driven.caseFile.status).toBe('closed');
    driven.record({ a: true });
    expect(driven.caseFile.status).toBe('open');
  });
});

describe('fresh', () => {
  test('facts asked again are unknown each time the step opens, as an entry; history keeps them', () => {
    const driven = driveCase(pathway, { facts: { child_heard: true } });
    const told = driven.report('report_taken', { facts: { risk: 'low' } });
    expect(told.entries[1]).toMatchObject({
      kind: 'refreshed',
      by: 'engine',
      cause: told.entries[0]?.seq,
      changes: { forgotten: ['child_heard'] },
    });
    expect(driven.caseFile.facts).not.toHaveProperty('child_heard');
    expect(driven.entries[0]?.changes.facts).toMatchObject({ child_heard: true });
    expect(refusalOf(driven.report('visit_done', { facts: { danger_seen: false } })).missing).toContain(
      'child_heard',
    );
  });

  test('facts are asked again by a step that a signal or a deadline opens too', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { alarm: [{ target: '#first' }] } },
          first: { after: { limit: [{ target: '#second' }] } },
          second: {},
        },
        steps: { first: { fresh: ['a'] }, second: { fresh: ['b'] } },
        events: { alarm: { when: 'd' } },
        deadlines: { limit: { within: 'PT1H' } },
      }),
      { facts: { a: true, b: true } },
    );
    driven.record({ d: true });
    expect(Object.keys(driven.caseFile.facts)).toEqual(['b', 'd']);
    driven.sweep('2026-03-02T09:00:00.000Z');
    expect(Object.keys(driven.caseFile.facts)).toEqual(['d']);
    expect(driven.entries.map(({ kind }) => kind)).toEqual([
      'opened',
      'recorded',
      'signalled',
      'refreshed',
      'deadline_passed',
      'refreshed',
    ]);
  });

  test('nothing is written when nothing was known', () => {
    expect(driveCase(pathway).report('report_taken', { facts: { risk: 'low' } }).entries).toHaveLength(1);
  });
});

describe('settles', () => {
  const settling = () =>
    driveCase(
      tinyPack({
        main: {
          start: {
            on: { go: [{ target: '#first' }], stay: [{ guard: 'a' }], rescue: [{ target: '#first' }] },
          },
          first: {},
        },
        steps: { start: { settles: ['alarm'] } },
        events: { alarm: { when: 'd', protective: true }, rescue: { protective: true } },
      }),
    );

  test('a step is not left by a reported event while one of its signals is unknown', () => {
    const driven = settling();
    expect(refusalOf(driven.report('go'))).toMatchObject({
      code: 'settles',
      missing: ['d'],
      rules: [{ rule: 'd', outcome: 'unknown' }],
    });
    expect(driven.report('go', { facts: { d: false } }).ok).toBe(true);
  });

  test('an event that stays in the step need not settle it', () => {
    expect(settling().report('stay', { facts: { a: true } }).ok).toBe(true);
  });

  test('a protective event is exempt', () => {
    expect(settling().report('rescue').ok).toBe(true);
  });
});

test('a record moves nothing by itself', () => {
  const driven = driveCase(
    tinyPack({ main: { start: { on: { go: [{ target: '#first', guard: 'a' }] } }, first: {} } }),
  );
  const told = driven.tell({ kind: 'record', by: worker, facts: { a: true } }, '2026-03-02T09:00:00.000Z');
  expect(told.entries).toHaveLength(1);
  expect(driven.steps()).toEqual(['start']);
});
