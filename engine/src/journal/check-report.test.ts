import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import type { DecisionAct } from './command.ts';
import { boss, driveCase, judge, judge2, nurse, refusalOf, START, worker } from './fixtures/drive-case.ts';
import { type Tiny, tinyPack } from './fixtures/tiny-pack.ts';

const pathway = compile(samplePack());
const act: DecisionAct = { decidedBy: 'A. Judge', function: 'judge', authority: 'court', on: '2026-03-03' };
const visit = { child_heard: true, danger_seen: false, visits: [{ id: 'v1', visited_on: '2026-03-02' }] };

/** A case at `decide`, with high risk and a child. */
const atDecide = () => {
  const driven = driveCase(pathway);
  driven.report('report_taken', { facts: { risk: 'high', declared_age: 9 } });
  driven.report('visit_done', { facts: visit });
  driven.report('examination_done', { by: nurse });
  expect(driven.steps()).toContain('decide');
  return driven;
};
const start = (more: Omit<Tiny, 'main'> = {}) =>
  driveCase(tinyPack({ main: { start: { on: { go: [{ target: '#first' }] } }, first: {} }, ...more }));

describe('who reports', () => {
  test('is whom the event names', () => {
    expect(refusalOf(atDecide().report('placement_decided'))).toMatchObject({
      code: 'role',
      roles: ['judge'],
    });
  });

  test('is the who of the steps that hear it when it names nobody', () => {
    const driven = driveCase(pathway);
    driven.report('report_taken', { facts: { risk: 'low' } });
    expect(refusalOf(driven.report('visit_done', { by: nurse }))).toMatchObject({
      code: 'role',
      roles: ['caseworker', 'supervisor'],
    });
  });

  test('is chosen by a fact; while it is unknown, any of those it could choose', () => {
    const steps = { start: { who: { by: 'colour', values: { red: ['judge'], blue: ['supervisor'] } } } };
    const colour = {
      label: { en: 'Colour' },
      type: 'enum',
      tier: 1,
      values: { red: { label: { en: 'Red' } }, blue: { label: { en: 'Blue' } } },
    };
    const more = { 'facts/colour': colour };
    expect(refusalOf(start({ steps, more }).report('go', { facts: { colour: 'red' } })).roles).toEqual([
      'judge',
    ]);
    expect(refusalOf(start({ steps, more }).report('go')).roles).toEqual(['supervisor', 'judge']);
    expect(start({ steps, more }).report('go', { by: boss }).ok).toBe(true);
  });

  test('is never a family or child role unless the event names it', () => {
    const child = { person: 'child', role: 'child' };
    expect(refusalOf(start().report('go', { by: child })).code).toBe('role');
    expect(start({ events: { go: { by: ['child'] } } }).report('go', { by: child }).ok).toBe(true);
  });

  test('a refusal of a person who may not report records no facts at all, not even danger', () => {
    const driven = driveCase(pathway);
    const told = driven.report('report_taken', { by: nurse, facts: { risk: 'low', danger_seen: true } });
    expect(refusalOf(told).code).toBe('role');
    expect(told.entries).toHaveLength(1);
    expect(driven.caseFile.facts).not.toHaveProperty('danger_seen');
    expect(JSON.stringify(told.entries)).not.toContain('danger_seen');
  });
});

describe('four eyes', () => {
  const told = {
    by: judge,
    second: judge2,
    reason: 'a reason',
    decision: act,
    at: '2026-03-03T08:00:00.000Z',
  };

  test('a second person is required, and is never the same person', () => {
    const { second: _, ...alone } = told;
    expect(refusalOf(atDecide().report('placement_decided', alone)).code).toBe('second_person');
    expect(
      refusalOf(atDecide().report('placement_decided', { ...told, second: { ...judge, role: 'supervisor' } }))
        .code,
    ).toBe('same_person');
    expect(atDecide().report('placement_decided', told).ok).toBe(true);
  });

  test('a second person is asked for last: what is refused for another reason says that reason', () => {
    const { second: _, decision: __, ...undecided } = told;
    expect(refusalOf(atDecide().report('placement_decided', undecided)).code).toBe('decision');
    const door = start({ events: { go: { secondPerson: true, needs: ['a'] } } });
    expect(refusalOf(door.report('go'))).toMatchObject({ code: 'needs', missing: ['a'] });
    expect(door.entries.at(-1)?.refusal).toEqual({ code: 'needs', event: 'go' });
    expect(refusalOf(door.report('go', { facts: { a: true } })).code).toBe('second_person');
    const shut = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#first', guard: 'a' }] } }, first: {} },
        events: { go: { secondPerson: true } },
      }),
    );
    expect(refusalOf(shut.report('go')).code).toBe('unknown');
    expect(refusalOf(shut.report('go', { facts: { a: false } })).code).toBe('closed');
    expect(refusalOf(shut.report('go', { facts: { a: true } })).code).toBe('second_person');
  });

  test('danger told by who may report is kept although nobody has confirmed yet', () => {
    const driven = atDecide();
    const { second: _, ...alone } = told;
    const refused = driven.report('placement_decided', { ...alone, facts: { danger_seen: true } });
    expect(refusalOf(refused).code).toBe('second_person');
    expect(driven.caseFile.facts.danger_seen?.value).toBe(true);
    expect(refused.entries.map(({ kind }) => kind)).toContain('signalled');
  });

  test('the second person acts in a role that may report', () => {
    expect(
      refusalOf(
        atDecide().report('placement_decided', { ...told, second: { person: 'mother', role: 'caregiver' } }),
      ).code,
    ).toBe('second_person');
    expect(
      refusalOf(atDecide().report('placement_decided', { ...told, second: { person: 'x', role: 'king' } }))
        .code,
    ).toBe('second_person');
  });

  test('who reported one act does not report the other that must differ from it', () => {
    expect(
      refusalOf(
        atDecide().report('placement_decided', { ...told, by: { person: worker.person, role: 'judge' } }),
      ).code,
    ).toBe('same_person');
  });

  test('a same-person refusal records no facts', () => {
    const driven = atDecide();
    driven.report('placement_decided', { ...told, second: judge, facts: { danger_seen: true } });
    expect(driven.caseFile.facts.danger_seen?.value).toBe(false);
  });

  test('a reason is required and blank is none; so is the act of decision', () => {
    expect(refusalOf(atDecide().report('placement_decided', { ...told, reason: '  ' })).code).toBe('reason');
    const { decision: _, ...bare } = told;
    expect(refusalOf(atDecide().report('placement_decided', bare)).code).toBe('decision');
  });
});

describe('when it happened', () => {
  test('is at most now', () => {
    expect(refusalOf(start().report('go', { happened: '2026-03-02T08:00:01.000Z' })).code).toBe('when');
  });

  test('is not before its step opened, protective acts excepted', () => {
    const told = { at: '2026-03-05T08:00:00.000Z', happened: '2026-03-01T08:00:00.000Z' };
    expect(refusalOf(start().report('go', told)).code).toBe('when');
    expect(start({ events: { go: { protective: true } } }).report('go', told).ok).toBe(true);
  });

  test('steps and deadlines count from it', () => {
    const driven = start({
      steps: { first: { deadlines: ['limit'] } },
      deadlines: { limit: { within: 'PT24H' } },
    });
    driven.report('go', { at: '2026-03-02T20:00:00.000Z', happened: '2026-03-02T09:00:00+01:00' });
    expect(driven.caseFile.open.first).toBe('2026-03-02T08:00:00.000Z');
    expect(driven.row('limit')).toMatchObject({
      armed: '2026-03-02T08:00:00.000Z',
      due: '2026-03-03T08:00:00.000Z',
    });
    expect(driven.entries.at(-1)).toMatchObject({
      happened: '2026-03-02T08:00:00.000Z',
      recorded: '2026-03-02T20:00:00.000Z',
    });
  });

  test('before a deadline that has moved the case since, it is late, and says since which entry', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#first' }] }, after: { limit: [{ target: '#lapsed' }] } },
          first: {},
          lapsed: { on: { go: [{ target: '#first' }] } },
        },
        tracks: { side: { side_idle: { on: { aside: [{}] } } } },
        steps: { side_idle: { kind: 'idle' } },
        deadlines: { limit: { within: 'PT1H' } },
      }),
    );
    driven.sweep('2026-03-02T09:00:00.000Z');
    const told = { at: '2026-03-02T10:00:00.000Z', happened: '2026-03-02T08:30:00.000Z' };
    const refusal = refusalOf(driven.report('go', told));
    expect(refusal).toMatchObject({ code: 'late', since: 2 });
    expect(driven.entries[1]).toMatchObject({ seq: 2, kind: 'deadline_passed' });
    expect(driven.report('aside', told).ok).toBe(true);
    expect(driven.report('go', { ...told, happened: '2026-03-02T09:30:00.000Z' }).ok).toBe(true);
  });
});

test('a protective act is late only where nothing hears it any more, and then it can still be recorded as done', () => {
  const driven = driveCase(
    tinyPack({
      main: {
        start: { on: { help: [{ target: '#safe' }] }, after: { limit: [{ target: '#lapsed' }] } },
        safe: {},
        lapsed: {},
      },
      events: { help: { protective: true } },
      deadlines: { limit: { within: 'PT1H' } },
    }),
  );
  driven.sweep('2026-03-02T09:00:00.000Z');
  const told = { at: '2026-03-02T10:00:00.000Z', happened: '2026-03-02T08:30:00.000Z' };
  expect(refusalOf(driven.report('help', told))).toMatchObject({ code: 'late', since: 2 });
  expect(driven.report('help', { ...told, done: true, reason: 'typed late' }).ok).toBe(true);
  expect(driven.entries.at(-1)).toMatchObject({ kind: 'done_outside', happened: told.happened });
});

describe('what must be answered', () => {
  test('facts that the event needs, and required fields of the form of the step, shown sections only', () => {
    const form = {
      label: { en: 'Form' },
      sections: {
        always_shown: { label: { en: 'One' }, fields: [{ fact: 'a', required: true }, { fact: 'b' }] },
        sometimes: { label: { en: 'Two' }, when: 'a', fields: [{ fact: 'c', required: true }] },
      },
    };
    const more = { 'forms/form': form };
    const asked = () => start({ steps: { start: { form: 'form' } }, events: { go: { needs: ['d'] } }, more });
    expect(refusalOf(asked().report('go'))).toMatchObject({ code: 'needs', missing: ['d', 'a'] });
    expect(refusalOf(asked().report('go', { facts: { a: true, d: true } }))).toMatchObject({
      code: 'needs',
      missing: ['c'],
    });
    expect(asked().report('go', { facts: { a: false, d: true } }).ok).toBe(true);
    const protective = start({
      steps: { start: { form: 'form' } },
      events: { go: { needs: ['d'], protective: true } },
      more,
    });
    expect(protective.report('go').ok).toBe(true);
  });

  test('what the law presumes in doubt is no answer', () => {
    const more = { 'facts/d': { label: { en: 'D' }, type: 'boolean', tier: 1, presume: { value: true } } };
    expect(refusalOf(start({ events: { go: { needs: ['d'] } }, more }).report('go')).missing).toEqual(['d']);
  });

  test('a parameter that the event needs and nobody knows is named as law', () => {
    const more = { 'parameters/hours': { label: { en: 'Hours' }, type: 'integer', confidence: 'unknown' } };
    expect(refusalOf(start({ events: { go: { needs: ['hours'] } }, more }).report('go'))).toMatchObject({
      code: 'needs',
      missing: [],
      parameters: ['hours'],
    });
  });

  test('a required task is done before its step is left', () => {
    const steps = {
      start: {
        tasks: {
          note: { title: { en: 'Note' }, met: 'a', required: true },
          other: { title: { en: 'Other' }, met: 'b' },
        },
      },
    };
    expect(refusalOf(start({ steps }).report('go'))).toMatchObject({
      code: 'needs',
      missing: ['a'],
      rules: [{ rule: 'a', outcome: 'unknown' }],
    });
    expect(start({ steps }).report('go', { facts: { a: true } }).ok).toBe(true);
  });

  test('an event of the track around asks for no form of the step it interrupts', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: {}, out: {} },
        onMain: { on: { died: [{ target: '#out' }] } },
        steps: { start: { form: 'form' } },
        more: {
          'forms/form': {
            label: { en: 'Form' },
            sections: { one: { label: { en: 'One' }, fields: [{ fact: 'a', required: true }] } },
          },
        },
      }),
    );
    expect(driven.report('died').ok).toBe(true);
    expect(driven.steps()).toEqual(['out']);
  });
});

describe('missing facts', () => {
  test('come in the order of their use: what settles most comes first', () => {
    const rule = (...facts: string[]) => ({
      label: { en: 'R' },
      conditions: { all: facts.map((fact) => ({ fact, operator: 'equal', value: true })) },
    });
    const guard = { type: 'all' as const, params: { of: ['r1', 'r2', 'r3'] } };
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#first', guard }] } }, first: {} },
        more: { 'rules/r1': rule('c', 'a'), 'rules/r2': rule('c', 'b', 'a'), 'rules/r3': rule('a') },
      }),
    );
    expect(refusalOf(driven.report('go')).missing).toEqual(['a', 'c', 'b']);
  });
});

describe('a closed case', () => {
  const closed = () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { close: [{ target: '#over' }] } },
          over: { on: { reopened: [{ target: '#start' }] } },
        },
        tracks: {
          side: {
            side_idle: { on: { side_opened: [{ target: '#side_work' }], help: [{ target: '#side_work' }] } },
            side_work: {},
          },
        },
        steps: { over: { kind: 'end' }, side_idle: { kind: 'idle' } },
        events: { help: { protective: true } },
      }),
    );
    driven.report('close');
    expect(driven.caseFile.status).toBe('closed');
    return driven;
  };

  test('takes what main hears in its end step: it reopens', () => {
    const driven = closed();
    expect(driven.report('reopened').ok).toBe(true);
    expect(driven.caseFile.status).toBe('open');
  });

  test('refuses everything else', () => {
    expect(refusalOf(closed().report('side_opened')).code).toBe('case_closed');
    expect(refusalOf(closed().report('close')).code).toBe('case_closed');
  });

  test('still takes records, corrections and protective acts', () => {
    expect(closed().record({ a: true }).ok).toBe(true);
    const driven = closed();
    expect(driven.report('help').ok).toBe(true);
    expect(driven.caseFile.status).toBe('open');
  });
});

test('every refusal is an entry that names its code', () => {
  const driven = atDecide();
  driven.report('placement_decided');
  expect(driven.entries.at(-1)).toMatchObject({
    kind: 'refused',
    refusal: { code: 'role', event: 'placement_decided' },
    happened: START,
  });
});
