import { describe, expect, test } from 'vitest';
import { migrate } from '../migrate/migrate.ts';
import { compile } from '../pathway/compile.ts';
import { advance } from './advance.ts';
import type { Report } from './command.ts';
import { boss, driveCase, judge, refusalOf, worker } from './fixtures/drive-case.ts';
import { tinyPack } from './fixtures/tiny-pack.ts';
import { rectify } from './rectify.ts';
import { replay } from './replay.ts';

/** An order ends after a day unless it is prolonged; lapsed, the child goes home and somebody is told. */
const pathway = compile(
  tinyPack({
    main: {
      order: { on: { prolonged: [{ target: '#longer' }] }, after: { ends: [{ target: '#lapsed' }] } },
      longer: { on: { over: [{ target: '#done' }] } },
      lapsed: { on: { gone_home: [{ target: '#done' }] } },
      done: {},
    },
    steps: { done: { kind: 'end' } },
    deadlines: { ends: { within: 'P1D' } },
    more: {
      'effects/tell': { on: { enter: 'step:lapsed' }, kind: 'notify', to: ['judge'], label: { en: 'Tell' } },
      'effects/tell_longer': {
        on: { enter: 'step:longer' },
        kind: 'notify',
        to: ['judge'],
        label: { en: 'Tell' },
      },
    },
  }),
);
const TOLD = '2026-03-05T08:00:00.000Z';
const late: Report = {
  kind: 'report',
  event: 'prolonged',
  by: worker,
  second: boss,
  reason: 'the decision of Tuesday reached us on Thursday',
  happened: '2026-03-03T08:00:00.000Z',
  rectify: true,
};

function lapsed() {
  const driven = driveCase(pathway);
  driven.sweep('2026-03-04T08:00:00.000Z');
  expect(driven.steps()).toEqual(['lapsed']);
  return driven;
}

describe('a true event told after its deadline has passed', () => {
  test('is refused as late by advance, and put in its place by rectify in one entry', () => {
    const { caseFile, entries } = lapsed();
    const { rectify: _, ...plain } = late;
    expect(refusalOf(advance(pathway, caseFile, plain, TOLD)).code).toBe('late');
    const told = rectify(pathway, entries, late, TOLD);
    if (!told.ok) throw new Error(JSON.stringify(told));
    expect(told.entries).toHaveLength(1);
    expect(Object.keys(told.caseFile.open)).toEqual(['longer']);
    expect(told.caseFile.open.longer).toBe(late.happened);
    expect(told.caseFile.deadlines['ends#1']?.state).toBe('dropped');
    expect(replay(pathway, [...entries, ...told.entries])).toEqual(told.caseFile);
  });

  test('the entry names what is withdrawn, what was already sent, and sends what was not', () => {
    const { entries } = lapsed();
    const passed = entries.find(({ kind }) => kind === 'deadline_passed');
    const [entry] = entriesOf(rectify(pathway, entries, late, TOLD));
    expect(entry).toMatchObject({
      kind: 'rectified',
      event: 'prolonged',
      happened: late.happened,
      recorded: TOLD,
      left: ['lapsed'],
      entered: ['longer'],
      withdrawn: {
        row: 'ends#1',
        since: passed?.seq,
        entries: [passed?.seq],
        effects: [passed?.effects[0]?.key],
      },
      effects: [{ effect: 'tell_longer', key: `${entries.length + 1}.1` }],
    });
  });

  test('what was reported on the way that never was is withdrawn too', () => {
    const driven = lapsed();
    driven.report('gone_home', { at: '2026-03-04T10:00:00.000Z' });
    const [entry] = entriesOf(rectify(pathway, driven.entries, late, TOLD));
    const reported = driven.entries.find(({ event }) => event === 'gone_home');
    expect(entry?.withdrawn?.entries).toContain(reported?.seq);
    expect(entry?.changes.instead?.reported.gone_home).toBeUndefined();
  });

  test('facts that were recorded since are kept, with who recorded them', () => {
    const driven = lapsed();
    driven.record({ a: true }, '2026-03-04T10:00:00.000Z');
    const [entry] = entriesOf(rectify(pathway, driven.entries, late, TOLD));
    expect(entry?.changes.instead?.facts.a).toEqual(driven.caseFile.facts.a);
  });

  test('it can be done twice: a later one stands on the first', () => {
    const first = driveCase(pathway);
    first.sweep('2026-03-04T08:00:00.000Z');
    const one = entriesOf(rectify(pathway, first.entries, late, TOLD));
    const all = [...first.entries, ...one];
    const over = { ...late, event: 'over', happened: '2026-03-03T09:00:00.000Z' };
    const told = rectify(pathway, all, over, TOLD);
    expect(told).toMatchObject({ ok: true, entries: [{ kind: 'reported' }] });
  });
});

describe('a rectification past an earlier one', () => {
  /** Two clocks, one after the other: each moves a case that nobody has told of. */
  const twice = compile(
    tinyPack({
      main: {
        order: { on: { prolonged: [{ target: '#longer' }] }, after: { ends: [{ target: '#lapsed' }] } },
        longer: { on: { over: [{ target: '#done' }] }, after: { longer_ends: [{ target: '#lapsed' }] } },
        lapsed: { on: { gone_home: [{ target: '#done' }] } },
        done: {},
      },
      steps: { done: { kind: 'end' } },
      deadlines: { ends: { within: 'P2D' }, longer_ends: { within: 'P2D' } },
      more: {
        'effects/tell': {
          on: { enter: 'step:lapsed' },
          kind: 'notify',
          to: ['judge'],
          label: { en: 'Tell' },
        },
      },
    }),
  );
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`;
  const prolonged = { ...late, happened: at(3) };
  const over = { ...late, event: 'over', happened: at(4) };

  /** Lapsed on day 5 (the 4th's end), told on day 6 that it was prolonged: by then that has lapsed too. */
  function rectified() {
    const driven = driveCase(twice);
    driven.sweep(at(9));
    const first = rectify(twice, driven.entries, prolonged, at(9));
    const entries = [...driven.entries, ...entriesOf(first)];
    return { entries, caseFile: replay(twice, entries) };
  }

  test('takes a report that the retold past makes late again, in one entry', () => {
    const { entries, caseFile } = rectified();
    expect(Object.keys(caseFile.open)).toEqual(['lapsed']);
    const { rectify: _, ...plain } = over;
    expect(refusalOf(advance(twice, caseFile, plain, at(9))).code).toBe('late');
    const told = rectify(twice, entries, over, at(9));
    const [entry] = entriesOf(told);
    expect(entriesOf(told)).toHaveLength(1);
    if (!told.ok) throw new Error('refused');
    expect(Object.keys(told.caseFile.open)).toEqual(['done']);
    expect(told.caseFile.status).toBe('closed');
    expect(replay(twice, [...entries, ...told.entries])).toEqual(told.caseFile);
    expect(entry?.withdrawn?.row).toBe('longer_ends#1');
  });

  test('gives the case file that would have been, had both been told in time', () => {
    const { entries } = rectified();
    const told = rectify(twice, entries, over, at(9));
    const inTime = driveCase(twice);
    const { rectify: _, ...first } = prolonged;
    const { rectify: __, ...second } = over;
    inTime.tell(first, at(3));
    inTime.tell(second, at(4));
    if (!told.ok) throw new Error('refused');
    const plain = ({
      seq: ___,
      head: ____,
      deadlines,
      reported,
      stood: _____,
      ...file
    }: typeof told.caseFile) => ({
      ...file,
      deadlines: Object.values(deadlines).map(({ endedBy: ______, ...row }) => row),
      reported: Object.entries(reported).map(([event, { at: when, by }]) => ({ event, when, by })),
    });
    expect(plain(told.caseFile)).toEqual(plain(inTime.caseFile));
  });

  test('names once what was sent and is to be undone, and withdraws nothing twice', () => {
    const { entries } = rectified();
    const told = rectify(twice, entries, over, at(9));
    const all = [...entries, ...entriesOf(told)];
    const withdrawn = all.flatMap((entry) => entry.withdrawn?.entries ?? []);
    expect(new Set(withdrawn).size).toBe(withdrawn.length);
    const undone = all.flatMap((entry) => entry.withdrawn?.effects ?? []);
    expect(new Set(undone).size).toBe(undone.length);
    const sent = all.flatMap(({ effects }) => effects.map(({ key }) => key));
    expect(sent.filter((key) => !undone.includes(key))).toEqual([]);
  });

  test('takes one that happened before the first, and tells that one again as it can', () => {
    const { entries } = rectified();
    const again = rectify(twice, entries, { ...prolonged, happened: at(2) }, at(9));
    if (!('caseFile' in again)) throw new Error('invalid');
    expect(JSON.stringify(replay(twice, [...entries, ...again.entries]))).toBe(
      JSON.stringify(again.caseFile),
    );
  });
});

describe('a rectification is refused', () => {
  const codeOf = (report: { readonly [key in keyof Report]?: Report[key] | undefined }) => {
    const { entries } = lapsed();
    const told = rectify(pathway, entries, { ...late, ...report } as Report, TOLD);
    return refusalOf(told).code;
  };

  test('without a reason, or without a second person who is another one and may report', () => {
    expect(codeOf({ reason: ' ' })).toBe('reason');
    expect(codeOf({ second: worker })).toBe('same_person');
    expect(codeOf({ second: undefined })).toBe('second_person');
    expect(codeOf({ second: { person: 'mother', role: 'caregiver' } })).toBe('second_person');
  });

  test('to a role that may not report the event', () => {
    const strict = compile({
      ...pathway.pack,
      events: { ...pathway.pack.events, prolonged: { label: { en: 'x' }, by: ['judge'] } },
    });
    const driven = driveCase(strict);
    driven.sweep('2026-03-04T08:00:00.000Z');
    expect(refusalOf(rectify(strict, driven.entries, late, TOLD)).code).toBe('role');
    expect(rectify(strict, driven.entries, { ...late, by: judge }, TOLD).ok).toBe(true);
  });

  test('for what happened before the case opened, and for what nobody heard then', () => {
    expect(codeOf({ happened: '2026-03-01T08:00:00.000Z' })).toBe('when');
    expect(codeOf({ event: 'over' })).toBe('not_heard');
  });

  test('and leaves a refused entry, the case as it was', () => {
    const { entries, caseFile } = lapsed();
    const told = rectify(pathway, entries, { ...late, reason: '' }, TOLD);
    if (!('caseFile' in told)) throw new Error('invalid');
    expect(told.entries.map(({ kind }) => kind)).toEqual(['refused']);
    expect(told.caseFile.position).toEqual(caseFile.position);
  });

  test('when the case has changed version since: it stays late', () => {
    const { entries, caseFile } = lapsed();
    const { pack } = pathway.pack;
    const next = compile({ ...pathway.pack, pack: { ...pack, version: '2.0.0' } });
    const to = { id: pack.id, version: '2.0.0', hash: next.hash };
    const went = migrate(pathway, next, caseFile, { kind: 'migrate', by: boss, to }, TOLD);
    if (!went.ok) throw new Error('not migrated');
    expect(refusalOf(rectify(next, [...entries, ...went.entries], late, TOLD)).code).toBe('late');
  });
});

test('a report that is not late is taken as advance takes it', () => {
  const driven = driveCase(pathway);
  const told = rectify(
    pathway,
    driven.entries,
    { ...late, happened: driven.caseFile.opened },
    driven.caseFile.opened,
  );
  expect(told).toMatchObject({ ok: true, entries: [{ kind: 'reported' }] });
});

test('advance says whom to call, and rectify takes nothing else', () => {
  const { entries, caseFile } = lapsed();
  expect(() => advance(pathway, caseFile, late, TOLD)).toThrow(
    expect.objectContaining({ code: 'command.invalid', message: expect.stringContaining('rectify(') }),
  );
  const { rectify: _, ...plain } = late;
  expect(() => rectify(pathway, entries, plain, TOLD)).toThrow(
    expect.objectContaining({ code: 'command.invalid' }),
  );
});

function entriesOf(told: ReturnType<typeof rectify>) {
  if (!told.ok) throw new Error(JSON.stringify(told));
  return told.entries;
}
