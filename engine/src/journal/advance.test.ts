import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { advance } from './advance.ts';
import { driveCase, refusalOf, START, worker } from './fixtures/drive-case.ts';
import { tinyPack } from './fixtures/tiny-pack.ts';
import { openCase } from './open-case.ts';

const pathway = compile(samplePack());
const atVisit = () => {
  const driven = driveCase(pathway);
  driven.report('report_taken', { facts: { risk: 'high' } });
  return driven;
};

describe('opening', () => {
  test('writes the initial facts, the first steps and their deadlines in one entry', () => {
    const driven = driveCase(pathway, {
      facts: { risk: 'low' },
      people: { child: { relation: 'child' } },
      assignments: { caseworker: 'worker' },
      links: [{ kind: 'sibling', case: 'case-0' }],
    });
    expect(driven.entries.map(({ kind }) => kind)).toEqual(['opened']);
    expect(driven.caseFile).toMatchObject({
      id: 'case-1',
      status: 'open',
      opened: START,
      seq: 1,
      facts: { order_sought: { value: false }, risk: { value: 'low', by: 'worker', at: START } },
      open: { receive: START, urgent_idle: START },
      people: { child: { relation: 'child' } },
      assignments: { caseworker: 'worker' },
      links: [{ kind: 'sibling', case: 'case-0' }],
      pack: { id: 'sample-procedure', version: '1.0.0', hash: pathway.hash },
    });
    expect(driven.row('receive_by')).toMatchObject({
      id: 'receive_by#1',
      state: 'running',
      on: { state: 'receive' },
    });
  });

  test('runs a signal that its facts already turn to yes', () => {
    const driven = driveCase(pathway, { facts: { danger_seen: true } });
    expect(driven.entries.map(({ kind, event }) => event ?? kind)).toEqual(['opened', 'danger']);
    expect(driven.steps()).toContain('shelter');
  });

  test('refuses a wrong value and opens nothing', () => {
    expect(openCase(pathway, { id: 'x', by: worker, facts: { risk: 'huge' } }, START)).toMatchObject({
      ok: false,
      invalid: [{ fact: 'risk' }],
    });
  });

  test('counts from when the report was received, and never from the future', () => {
    const driven = driveCase(pathway, { happened: '2026-03-01T08:00:00.000Z' });
    expect(driven.caseFile.opened).toBe('2026-03-01T08:00:00.000Z');
    expect(() => openCase(pathway, { id: 'x', by: worker, happened: '2026-03-03T08:00:00Z' }, START)).toThrow(
      expect.objectContaining({ code: 'command.invalid' }),
    );
  });
});

describe('a reported event', () => {
  test('records its facts first, so that its own answers open its door', () => {
    const driven = driveCase(
      tinyPack({ main: { start: { on: { go: [{ target: '#first', guard: 'a' }] } }, first: {} } }),
    );
    expect(driven.report('go', { facts: { a: true } }).ok).toBe(true);
    expect(driven.entries.at(-1)).toMatchObject({
      kind: 'reported',
      event: 'go',
      by: 'worker',
      role: 'caseworker',
      decisions: [{ rule: 'a', outcome: 'yes', facts: { a: true } }],
      left: ['start'],
      entered: ['first'],
      changes: { facts: { a: true }, position: { value: { main: 'first' } }, done: { start: START } },
    });
  });

  test('with a wrong value is invalid: every wrong value is named and nothing is recorded', () => {
    const { caseFile } = atVisit();
    const told = advance(
      pathway,
      caseFile,
      {
        kind: 'report',
        by: worker,
        event: 'visit_done',
        facts: { child_heard: 'yes', no_such_fact: 1, danger_seen: true } as never,
      },
      START,
    );
    expect(told).toMatchObject({
      ok: false,
      invalid: [{ fact: 'child_heard' }, { fact: 'no_such_fact', code: 'fact.unknown' }],
    });
    expect('caseFile' in told).toBe(false);
  });

  test('that no open step hears is refused with where it is heard', () => {
    expect(refusalOf(atVisit().report('support_ended'))).toMatchObject({
      code: 'not_heard',
      heardAt: ['support'],
    });
  });

  test('that the pack does not have is a wrong call', () => {
    expect(() => atVisit().report('invented')).toThrow(expect.objectContaining({ code: 'command.invalid' }));
  });

  test('that is a signal is not reported by people: the refusal names the facts that set it off', () => {
    expect(refusalOf(atVisit().report('danger'))).toMatchObject({
      code: 'not_heard',
      missing: ['danger_seen'],
    });
  });

  test('a field left blank keeps the recorded value', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: { on: { go: [{ target: '#first', guard: 'a' }] } },
          first: { on: { back: [{ target: '#start', guard: 'a' }] } },
        },
      }),
    );
    driven.report('go', { facts: { a: true } });
    expect(driven.report('back').ok).toBe(true);
  });
});

describe('a refused event', () => {
  test('is recorded, does not move, and keeps none of its answers', () => {
    const driven = atVisit();
    const before = driven.caseFile;
    const told = driven.report('visit_done', { facts: { danger_seen: false, child_heard: false } });
    expect(refusalOf(told).code).toBe('closed');
    expect(driven.caseFile.position).toEqual(before.position);
    expect(driven.caseFile.facts).toEqual(before.facts);
    const entry = driven.entries.at(-1);
    expect(entry).toMatchObject({ kind: 'refused', refusal: { code: 'closed', event: 'visit_done' } });
    expect(JSON.stringify(entry)).not.toContain('child_heard":');
    expect(entry?.command).not.toHaveProperty('facts');
  });

  test('keeps the facts that turn a protective signal to yes, and runs it', () => {
    const driven = atVisit();
    const told = driven.report('visit_done', { facts: { danger_seen: true, child_heard: false } });
    expect(refusalOf(told).code).toBe('closed');
    expect(told.entries.map(({ kind, event }) => `${kind} ${event}`)).toEqual([
      'refused visit_done',
      'signalled danger',
    ]);
    expect(Object.keys(driven.caseFile.facts)).toContain('danger_seen');
    expect(Object.keys(driven.caseFile.facts)).not.toContain('child_heard');
    expect(told.entries[0]?.command).toMatchObject({ facts: { danger_seen: true } });
    expect(driven.steps()).toContain('shelter');
  });

  test('keeps what turns a protective signal together with what was known, and only that', () => {
    const both = {
      label: { en: 'Both' },
      conditions: {
        all: [
          { fact: 'a', operator: 'equal', value: true },
          { fact: 'b', operator: 'equal', value: true },
        ],
      },
    };
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#start', guard: 'd' }], alarm: [{}] } } },
        events: { alarm: { when: 'both', protective: true } },
        more: { 'rules/both': both },
      }),
    );
    driven.report('go', { facts: { a: true, b: true, c: true, d: false } });
    expect(Object.keys(driven.caseFile.facts)).toEqual(['a', 'b']);
  });

  test('does not keep facts for a signal that is not protective', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#start', guard: 'd' }], alarm: [{}] } } },
        events: { alarm: { when: 'a' } },
      }),
    );
    driven.report('go', { facts: { a: true, d: false } });
    expect(driven.caseFile.facts).toEqual({});
  });
});

test('a migration needs the version it goes to, and says whom to ask', () => {
  const { caseFile } = atVisit();
  const to = { id: 'sample-procedure', version: '2.0.0', hash: 'x' };
  expect(() => advance(pathway, caseFile, { kind: 'migrate', by: worker, to }, START)).toThrow(
    expect.objectContaining({
      code: 'command.invalid',
      message: expect.stringContaining('migrate(from, to'),
    }),
  );
});

test('a case stays on its version: another one is a mismatch', () => {
  const { caseFile } = atVisit();
  const other = compile(samplePack({ 'pack/version': '2.0.0' }));
  expect(() =>
    advance(other, caseFile, { kind: 'assign', by: worker, role: 'judge', person: 'x' }, START),
  ).toThrow(expect.objectContaining({ code: 'pack.mismatch' }));
});

test('an administration, which is no role of the case, only hands it to somebody, with a reason', () => {
  const driven = driveCase(tinyPack({ main: { start: { on: { go: [{}] } } } }));
  const admin = { person: 'admin', role: 'administrator' };
  const assign = { kind: 'assign', by: admin, role: 'judge', person: 'judge-7' } as const;
  expect(refusalOf(driven.tell(assign, START)).code).toBe('reason');
  expect(driven.tell({ ...assign, reason: 'nobody is left' }, START).ok).toBe(true);
  expect(driven.caseFile.assignments.judge).toBe('judge-7');
  expect(refusalOf(driven.tell({ kind: 'record', by: admin, facts: { a: true } }, START)).code).toBe('role');
  expect(refusalOf(driven.report('go', { by: admin })).code).toBe('role');
});

test('assigning gives a role of the case to a person', () => {
  const driven = atVisit();
  driven.tell({ kind: 'assign', by: worker, role: 'judge', person: 'judge-7' }, START);
  expect(driven.caseFile.assignments).toEqual({ judge: 'judge-7' });
  expect(driven.entries.at(-1)?.kind).toBe('assigned');
  expect(() => driven.tell({ kind: 'assign', by: worker, role: 'king', person: 'x' }, START)).toThrow(
    expect.objectContaining({ code: 'command.invalid' }),
  );
  expect(
    refusalOf(
      driven.tell(
        { kind: 'assign', by: { person: 'mother', role: 'caregiver' }, role: 'judge', person: 'x' },
        START,
      ),
    ).code,
  ).toBe('role');
});

test('effects come as data, each with a key of its own', () => {
  const driven = atVisit();
  const told = driven.record({ danger_seen: true });
  expect(told.effects).toEqual([
    { key: `${told.entries[1]?.seq}.1`, effect: 'tell_supervisor', kind: 'notify', to: ['supervisor'] },
  ]);
});

test('an effect that gives a role carries who is named, when it is known', () => {
  const effects = {
    give: {
      label: { en: 'Give' },
      on: { event: 'go' },
      kind: 'assign',
      to: ['judge'],
      person: 'whom',
      basis: 'practice',
    },
  };
  const whom = { label: { en: 'Whom' }, type: 'person', tier: 1 };
  const told = (facts: Record<string, string>) =>
    driveCase(
      tinyPack({ main: { start: { on: { go: [{}] } } }, more: { effects, 'facts/whom': whom } }),
    ).report('go', { facts }).effects;
  expect(told({ whom: 'p1' })).toEqual([
    { key: '2.1', effect: 'give', kind: 'assign', to: ['judge'], person: 'p1' },
  ]);
  expect(told({})).toEqual([{ key: '2.1', effect: 'give', kind: 'assign', to: ['judge'] }]);
});

test('effects are set off by entering, leaving, tags, deadlines and rules, and never by a refusal', () => {
  const label = { en: 'Invented' };
  const driven = driveCase(
    tinyPack({
      main: {
        start: { on: { go: [{ target: '#first', guard: 'a' }] } },
        first: { tags: ['tagged'], after: { limit: [{ target: '#start' }] } },
      },
      deadlines: { limit: { within: 'PT1H' } },
      more: {
        effects: {
          e_enter: { on: { enter: 'step:first' }, kind: 'notify', label, to: ['judge'] },
          e_event: { on: { event: 'go' }, kind: 'refer', label },
          e_leave: { on: { leave: 'step:start' }, kind: 'assign', label },
          e_linked: { on: { deadline: 'limit' }, kind: 'open_linked_case', label, pack: 'other-pack' },
          e_tag: { on: { enter: 'tag:tagged' }, kind: 'issue_document', label, when: 'a' },
          e_unless: { on: { event: 'go' }, kind: 'notify', label, when: 'b' },
        },
      },
    }),
  );
  expect(driven.report('go', { facts: { a: false } }).effects).toEqual([]);
  expect(driven.report('go', { facts: { a: true } }).effects.map(({ effect }) => effect)).toEqual([
    'e_enter',
    'e_event',
    'e_leave',
    'e_tag',
  ]);
  driven.sweep('2026-03-02T09:00:00.000Z');
  expect(driven.entries.at(-1)?.effects).toEqual([
    {
      key: '4.1',
      effect: 'e_linked',
      kind: 'open_linked_case',
      to: [],
      pack: 'other-pack',
      deadline: 'limit#1',
    },
  ]);
});
