import { describe, expect, test } from 'vitest';
import { driveCase, refusalOf, START } from './fixtures/drive-case.ts';
import { type Tiny, tinyPack } from './fixtures/tiny-pack.ts';

const shut = (event: Record<string, unknown> = {}, more: Partial<Tiny> = {}) =>
  driveCase(
    tinyPack({
      main: {
        start: {
          on: {
            help: [
              { target: '#held', guard: 'a' },
              { target: '#safe', guard: 'b' },
            ],
          },
        },
        held: { tags: ['measure'] },
        safe: {},
      },
      events: { help: { protective: true, ...event } },
      ...more,
    }),
    { facts: { a: false, b: false } },
  );

describe('a protective act that was done although its door is a sure no', () => {
  test('is closed without the word that it was done', () => {
    expect(refusalOf(shut().report('help')).code).toBe('closed');
  });

  test('is recorded by an authorised person with a reason, and the case follows what happened, never into a measure', () => {
    const driven = shut();
    expect(refusalOf(driven.report('help', { done: true })).code).toBe('reason');
    expect(driven.report('help', { done: true, reason: 'it burned' }).ok).toBe(true);
    expect(driven.entries.at(-1)).toMatchObject({
      kind: 'done_outside',
      event: 'help',
      command: { reason: 'it burned', done: true },
    });
    expect(driven.steps()).toEqual(['safe']);
  });

  test('stays refused to a role that may not report it', () => {
    expect(refusalOf(shut({ by: ['judge'] }).report('help', { done: true, reason: 'x' })).code).toBe('role');
  });

  test('needs no second person and no paper: no adult’s refusal closes it', () => {
    const driven = shut({ secondPerson: true, decision: true });
    expect(driven.report('help', { done: true, reason: 'nobody else was there' }).ok).toBe(true);
  });

  test('is recorded without moving where nothing hears it', () => {
    const driven = driveCase(
      tinyPack({
        main: { start: {}, later: { on: { help: [{ target: '#start' }] } } },
        events: { help: { protective: true } },
      }),
    );
    expect(refusalOf(driven.report('help')).code).toBe('not_heard');
    expect(driven.report('help', { done: true, reason: 'it was done' }).ok).toBe(true);
    expect(driven.entries.at(-1)).toMatchObject({ kind: 'done_outside' });
    expect(driven.entries.at(-1)?.changes).not.toHaveProperty('position');
    expect(driven.caseFile.reported.help?.at).toBe(START);
  });

  test('is an ordinary report when its door is open', () => {
    const driven = shut();
    driven.report('help', { done: true, reason: 'x', facts: { b: true } });
    expect(driven.entries.at(-1)?.kind).toBe('reported');
  });

  test('does not close the case over an open track', () => {
    const driven = driveCase(
      tinyPack({
        main: {
          start: {
            on: {
              help: [
                { target: '#over', guard: 'a' },
                { target: '#safe', guard: 'b' },
              ],
            },
          },
          over: {},
          safe: {},
        },
        tracks: { side: { side_work: {} } },
        steps: { over: { kind: 'end' } },
        events: { help: { protective: true } },
      }),
      { facts: { a: false, b: false } },
    );
    driven.report('help', { done: true, reason: 'x' });
    expect(driven.steps()).toEqual(['safe', 'side_work']);
  });

  test('is told only of protective events', () => {
    const driven = driveCase(tinyPack({ main: { start: { on: { go: [{}] } } } }));
    expect(() => driven.report('go', { done: true, reason: 'x' })).toThrow(
      expect.objectContaining({ code: 'command.invalid' }),
    );
  });
});

describe('a protective event', () => {
  test('is not refused for paper, missing facts, a late entry or a step that opened later', () => {
    const driven = shut({ decision: true, needs: ['c'] });
    const told = driven.report('help', {
      facts: { b: true },
      at: '2026-03-09T08:00:00.000Z',
      happened: '2026-03-01T08:00:00.000Z',
    });
    expect(told.ok).toBe(true);
  });

  test('still asks for its second person and its reason when it is reported in the ordinary way', () => {
    expect(refusalOf(shut({ secondPerson: true }).report('help', { facts: { b: true } })).code).toBe(
      'second_person',
    );
    expect(refusalOf(shut({ reasoned: true }).report('help', { facts: { b: true } })).code).toBe('reason');
  });
});

describe('a withheld track', () => {
  const pack: Tiny = {
    main: { start: {} },
    tracks: {
      side: {
        side_idle: {
          on: {
            side_opened: [{ target: '#side_work' }],
            help: [{ target: '#side_work' }],
            alarm: [{ target: '#side_work' }],
            quiet: [{ target: '#side_work' }],
          },
        },
        side_work: { on: { more_help: [{ target: '#side_idle' }], side_ended: [{ target: '#side_idle' }] } },
      },
    },
    steps: { side_idle: { kind: 'idle' } },
    events: {
      help: { protective: true },
      more_help: { protective: true },
      quiet: { when: 'a' },
      alarm: { when: 'b', protective: true },
    },
    more: {
      'pack/withheld': {
        side: { why: { en: 'The hours are not known.' }, parameters: ['hours'], call: ['duty_officer'] },
      },
      'parameters/hours': { label: { en: 'Hours' }, type: 'integer', confidence: 'unknown' },
    },
  };

  test('refuses its events with whom to call and the law that is missing', () => {
    const driven = driveCase(tinyPack(pack));
    const withheld = { code: 'withheld', tracks: ['side'], call: ['duty_officer'], parameters: ['hours'] };
    expect(refusalOf(driven.report('side_opened'))).toMatchObject(withheld);
    expect(refusalOf(driven.report('side_ended'))).toMatchObject(withheld);
    expect(driven.steps()).toContain('side_idle');
  });

  test('names whom to call for it, and not every contact of the pack', () => {
    const more = { ...pack.more, 'pack/contacts/helpline': { label: { en: 'Helpline' } } };
    expect(refusalOf(driveCase(tinyPack({ ...pack, more })).report('side_opened')).call).toEqual([
      'duty_officer',
    ]);
  });

  test('keeps its idle step: nothing opens it by itself, and no deadline runs there', () => {
    const side = pack.tracks?.side ?? {};
    const opensItself = (how: object) =>
      driveCase(
        tinyPack({
          ...pack,
          tracks: { side: { ...side, side_idle: { ...side.side_idle, ...how } } },
          deadlines: { soon: { within: 'PT1H' } },
        }),
      );
    const target = [{ target: '#side_work' }];
    expect(opensItself({ always: target }).steps()).toContain('side_idle');
    const waiting = opensItself({ after: { soon: target } });
    expect(waiting.row('soon')).toBeUndefined();
    waiting.sweep('2027-01-01T00:00:00.000Z');
    expect(waiting.steps()).toContain('side_idle');
  });

  test('names every contact when none is named for it', () => {
    const driven = driveCase(
      tinyPack({ ...pack, more: { 'pack/withheld': { side: { why: { en: 'No law.' } } } } }),
    );
    expect(refusalOf(driven.report('side_opened')).call).toEqual(['duty_officer']);
  });

  test('still records protective acts as done, without moving', () => {
    for (const event of ['help', 'more_help']) {
      const driven = driveCase(tinyPack(pack));
      expect(driven.report(event).ok).toBe(true);
      expect(driven.entries.at(-1)).toMatchObject({ kind: 'done_outside', event });
      expect(driven.steps()).toContain('side_idle');
    }
  });

  test('is not opened by a signal, unless the signal is protective', () => {
    const driven = driveCase(tinyPack(pack));
    driven.record({ a: true });
    expect(driven.steps()).toContain('side_idle');
    driven.record({ b: true });
    expect(driven.steps()).toContain('side_work');
  });
});
