import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { boss, driveCase, judge, refusalOf, worker } from './fixtures/drive-case.ts';
import { tinyPack } from './fixtures/tiny-pack.ts';

const AT = '2026-03-02T09:00:00.000Z';
const overridable = (definition: Record<string, unknown>) =>
  driveCase(
    tinyPack({
      main: {
        start: { on: { go: [{ target: '#first', guard: { type: 'all', params: { of: ['a', 'b'] } } }] } },
        first: {},
      },
      events: { go: { by: ['caseworker'], decision: false } },
      more: { 'rules/a/overridable': definition },
    }),
    { facts: { a: false, b: true } },
  );
const override = (given: Partial<Extract<Command, { kind: 'override' }>> = {}): Command => ({
  kind: 'override',
  event: 'go',
  by: boss,
  rules: ['a'],
  reason: 'the office is closed',
  ...given,
});

describe('an override', () => {
  test('takes the named rule as yes, by whom the rule says, with a reason, and says so', () => {
    const driven = overridable({ by: ['supervisor'] });
    expect(refusalOf(driven.report('go')).code).toBe('closed');
    expect(driven.tell(override(), AT).ok).toBe(true);
    expect(driven.entries.at(-1)).toMatchObject({
      kind: 'overridden',
      event: 'go',
      decisions: [
        { rule: 'a', outcome: 'no', overridden: true },
        { rule: 'b', outcome: 'yes' },
      ],
    });
    expect(driven.steps()).toEqual(['first']);
  });

  test('is never for another role, another rule, or without a reason', () => {
    const driven = overridable({ by: ['supervisor'] });
    expect(refusalOf(driven.tell(override({ by: judge }), AT))).toMatchObject({
      code: 'not_overridable',
      roles: ['supervisor'],
    });
    expect(refusalOf(driven.tell(override({ rules: ['a', 'b'] }), AT))).toMatchObject({
      code: 'not_overridable',
      rules: [{ rule: 'b' }],
    });
    expect(refusalOf(driven.tell(override({ reason: ' ' }), AT)).code).toBe('reason');
    expect(driven.steps()).toEqual(['start']);
  });

  test('asks for a second person when the rule does', () => {
    const driven = overridable({ by: ['supervisor'], secondPerson: true });
    expect(refusalOf(driven.tell(override(), AT)).code).toBe('second_person');
    expect(refusalOf(driven.tell(override({ second: boss }), AT)).code).toBe('same_person');
    expect(driven.tell(override({ second: worker }), AT).ok).toBe(true);
  });

  test('opens no other rule: what else is no, or unknown, stays so', () => {
    const driven = overridable({ by: ['supervisor'] });
    driven.record({ b: false });
    expect(refusalOf(driven.tell(override(), AT)).code).toBe('closed');
    driven.tell({ kind: 'record', by: worker, forget: ['b'] }, AT);
    expect(refusalOf(driven.tell(override(), AT))).toMatchObject({ code: 'unknown', missing: ['b'] });
  });

  test('names at least one rule, and only rules of the door of its own event', () => {
    const driven = overridable({ by: ['supervisor'] });
    expect(() => driven.tell(override({ rules: [] }), AT)).toThrow(
      expect.objectContaining({ code: 'command.invalid' }),
    );
    const other = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#first', guard: 'b' }] } }, first: {} },
        events: { go: { by: ['judge'] } },
        more: { 'rules/a/overridable': { by: ['supervisor'] } },
      }),
      { facts: { b: true } },
    );
    expect(refusalOf(other.tell(override(), AT)).code).toBe('not_overridable');
    expect(other.steps()).toEqual(['start']);
  });

  test('never lets somebody else decide about the child', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: { on: { go: [{ target: '#first', guard: 'a' }] } }, first: {} },
        events: { go: { by: ['judge'], decision: true } },
        more: { 'rules/a/overridable': { by: ['supervisor'] } },
      }),
    );
    expect(refusalOf(driven.tell(override(), AT)).code).toBe('role');
  });

  test('lasts for its act alone', () => {
    const driven = overridable({ by: ['supervisor'] });
    driven.tell(override(), AT);
    expect(driven.caseFile.facts.a?.value).toBe(false);
  });

  test('of a rule the pack does not have is a wrong call', () => {
    const driven = overridable({ by: ['supervisor'] });
    expect(() => driven.tell(override({ rules: ['constructor'] }), AT)).toThrow(
      expect.objectContaining({ code: 'command.invalid' }),
    );
  });
});
