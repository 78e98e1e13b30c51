import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { driveCase, nurse, START } from './fixtures/drive-case.ts';
import { type Tiny, tinyPack } from './fixtures/tiny-pack.ts';
import { guide } from './guide.ts';

const pathway = compile(samplePack());
const atVisit = () => {
  const driven = driveCase(pathway);
  driven.report('report_taken', { facts: { risk: 'high', danger_seen: false, declared_age: 9 } });
  return driven;
};
const guided = (tiny: Tiny, facts: Record<string, boolean> = {}) => {
  const driven = driveCase(tinyPack(tiny), { facts });
  return (role = 'caseworker') => guide(driven.pathway, driven.caseFile, role, START);
};

describe('an open step', () => {
  test('is shown with everything a person needs: who, what, by when, with whom, how, the child’s part, sources', () => {
    const driven = atVisit();
    const [visit, examine] = guide(pathway, driven.caseFile, 'caseworker', '2026-03-03T09:00:00Z').now;
    expect(visit).toMatchObject({
      step: 'visit',
      track: 'main',
      stage: 'home',
      kind: 'work',
      title: { en: 'Visit the child' },
      stageTitle: { en: 'At home' },
      trackTitle: { en: 'Following the child' },
      since: START,
      who: [{ id: 'caseworker', sector: 'social' }, { id: 'supervisor' }],
      with: [{ id: 'caregiver', sector: 'family' }],
      present: [{ id: 'child' }],
      informed: [{ id: 'supervisor' }],
      purpose: { en: 'See the child and listen.' },
      how: { en: 'See the child alone first.' },
      child: { en: 'The child is told why you came.' },
      grounds: { basis: 'standard', sources: [{ id: 'crc_12', article: '12', confidence: 'memory' }] },
      mine: true,
      tasks: [{ id: 'note', required: true, met: 'unknown', who: [{ id: 'caseworker' }] }],
    });
    expect(visit?.deadlines).toMatchObject([
      {
        id: 'visit_by#1',
        label: { en: 'See the child in time' },
        overdue: true,
        escalatesTo: [{ id: 'caseworker' }, { id: 'supervisor' }],
      },
    ]);
    expect(visit?.form?.sections).toMatchObject([
      {
        id: 'visit',
        fields: [
          { fact: 'child_heard', required: true },
          { fact: 'danger_seen', required: true },
          { fact: 'visits', required: false },
        ],
      },
    ]);
    expect(examine).toMatchObject({ step: 'examine', mine: false });
  });

  test('has a form that shows recorded values and hides the sections that no rule opens', () => {
    const driven = driveCase(pathway, { facts: { risk: 'low' } });
    const [receive] = guide(pathway, driven.caseFile, 'caseworker', START).now;
    expect(receive?.form?.sections[0]?.fields[0]).toMatchObject({ fact: 'risk', value: 'low' });
    const form = {
      label: { en: 'Form' },
      sections: { one: { label: { en: 'One' }, when: 'a', fields: [{ fact: 'b' }] } },
    };
    const show = (facts: Record<string, boolean>) =>
      guided(
        { main: { start: {} }, steps: { start: { form: 'form' } }, more: { 'forms/form': form } },
        facts,
      )().now[0]?.form?.sections.length;
    expect([show({}), show({ a: false }), show({ a: true })]).toEqual([0, 0, 1]);
  });

  test('that is idle is not shown; main comes first', () => {
    const driven = atVisit();
    driven.record({ danger_seen: true });
    expect(guide(pathway, driven.caseFile, 'caseworker', START).now.map(({ step }) => step)).toEqual([
      'visit',
      'examine',
      'shelter',
    ]);
  });
});

describe('a possible event', () => {
  const tiny: Tiny = {
    main: {
      start: {
        on: {
          go: [{ target: '#first', guard: 'a' }, { target: '#second' }],
          plain: [{ target: '#second' }],
          help: [{ target: '#first', guard: 'b' }],
        },
      },
      first: {},
      second: {},
    },
    events: {
      help: { protective: true },
      go: { needs: ['c'], by: ['judge'] },
      plain: { reasoned: true, order: 1 },
    },
    more: { 'rules/a/overridable': { by: ['supervisor'], secondPerson: true } },
  };
  const of = (event: string, facts: Record<string, boolean> = {}, role?: string) =>
    guided(tiny, facts)(role).now[0]?.events.find((one) => one.event === event);

  test('that cannot be told names the facts to ask, the rules with their outcome, and what may be overridden', () => {
    expect(of('go')).toMatchObject({
      enabled: false,
      missing: ['a', 'c'],
      closedBy: { code: 'unknown' },
      reasons: [{ rule: 'a', outcome: 'unknown', missing: ['a'] }],
      leadsTo: [],
      overridable: [{ rule: 'a', by: ['supervisor'], secondPerson: true }],
    });
  });

  test('whose door is open but whose form is not answered says so, and where it would lead', () => {
    expect(of('go', { a: true })).toMatchObject({
      enabled: false,
      missing: ['c'],
      closedBy: { code: 'needs' },
      leadsTo: ['first'],
      overridable: [],
    });
    expect(of('go', { a: false })).toMatchObject({ leadsTo: ['second'] });
  });

  test('that may be reported is enabled, with where it leads as the facts are', () => {
    expect(of('go', { a: true, c: true })).toMatchObject({ enabled: true, missing: [], leadsTo: ['first'] });
    expect(of('go', { a: true, c: true })).not.toHaveProperty('closedBy');
  });

  test('tells whether it is mine', () => {
    expect(of('go', {}, 'judge')).toMatchObject({ mine: true, roles: ['judge'] });
    expect(of('go', {}, 'caseworker')).toMatchObject({ mine: false });
    expect(of('plain')).toMatchObject({ reasoned: true, enabled: true });
  });

  test('that protects is enabled while its rule is unknown, and closed on a sure no', () => {
    expect(of('help')).toMatchObject({ enabled: true, protective: true, leadsTo: ['first'] });
    expect(of('help', { b: false })).toMatchObject({
      enabled: false,
      closedBy: { code: 'closed' },
      reasons: [{ rule: 'b', outcome: 'no' }],
    });
  });

  test('comes in its order, then by id', () => {
    expect(guided(tiny)().now[0]?.events.map(({ event }) => event)).toEqual(['plain', 'go', 'help']);
  });

  test('of an idle step of another track, or of the track around, is told too: it can be reported', () => {
    const events = guided({
      main: { start: {}, out: {} },
      onMain: { on: { died: [{ target: '#out' }] } },
      tracks: { side: { side_idle: { on: { side_opened: [{ target: '#side_work' }] } }, side_work: {} } },
      steps: { side_idle: { kind: 'idle' } },
    })().now[0]?.events;
    expect(events?.map(({ event, leadsTo }) => [event, leadsTo])).toEqual([
      ['died', ['out']],
      ['side_opened', ['side_work']],
    ]);
  });

  test('closing while another track is open names the track', () => {
    const [event] =
      guided({
        main: { start: { on: { close: [{ target: '#over' }] } }, over: {} },
        tracks: { side: { side_work: {} } },
        steps: { over: { kind: 'end' } },
      })().now[0]?.events ?? [];
    expect(event).toMatchObject({ enabled: false, closedBy: { code: 'tracks_open', tracks: ['side'] } });
  });

  test('agrees with what advance answers', () => {
    const driven = atVisit();
    for (const { events } of guide(pathway, driven.caseFile, 'caseworker', START).now) {
      for (const { event, enabled, mine } of events) {
        if (mine) expect(driven.report(event).ok).toBe(enabled);
      }
    }
  });
});

describe('the rest of a guide', () => {
  test('tells what was done, newest first, and what is next', () => {
    const driven = atVisit();
    driven.report('visit_done', {
      at: '2026-03-02T10:00:00.000Z',
      facts: { child_heard: true, danger_seen: false, visits: [{ id: 'v', visited_on: '2026-03-02' }] },
    });
    const shown = guide(pathway, driven.caseFile, 'nurse', '2026-03-02T11:00:00Z');
    expect(shown.done.map(({ step }) => step)).toEqual(['visit', 'receive']);
    expect(shown.next).toMatchObject([{ step: 'decide', by: ['examination_done'] }]);
    expect(shown.now[0]?.events[0]).toMatchObject({ event: 'examination_done', enabled: true });
    driven.report('examination_done', { by: nurse, at: '2026-03-02T12:00:00.000Z' });
    expect(guide(pathway, driven.caseFile, 'judge', '2026-03-02T12:00:00Z').next).toEqual([
      { step: 'placed', title: { en: 'Child placed', fr: 'Enfant placé' }, by: ['placement_decided'] },
      {
        step: 'support',
        title: { en: 'Support under way', fr: 'Accompagnement en cours' },
        by: ['support_agreed'],
      },
    ]);
  });

  test('names the signals people can set off, with the facts to record, from any step', () => {
    const driven = driveCase(pathway);
    const danger = () => guide(pathway, driven.caseFile, 'caseworker', START).signals;
    expect(danger()).toMatchObject([
      {
        event: 'danger',
        rule: 'danger_is_seen',
        outcome: 'unknown',
        asks: ['danger_seen'],
        protective: true,
      },
    ]);
    driven.record({ danger_seen: false });
    expect(danger()).toMatchObject([{ outcome: 'no', asks: ['danger_seen'] }]);
  });

  test('shows withheld tracks with whom to call, contacts, the way to complain, and how far the pack was reviewed', () => {
    const shown = guided({
      main: { start: {} },
      tracks: { side: { side_idle: { on: { side_opened: [{ target: '#side_work' }] } }, side_work: {} } },
      steps: { side_idle: { kind: 'idle' } },
      more: {
        'pack/withheld': { side: { why: { en: 'No law.' }, call: ['duty_officer'] } },
        'pack/complaint': 'complaint',
      },
    })();
    expect(shown).toMatchObject({
      withheld: [{ track: 'side', why: { en: 'No law.' }, call: ['duty_officer'] }],
      contacts: [{ id: 'duty_officer', label: { en: 'Duty officer' } }],
      complaint: 'complaint',
      review: 'unvalidated',
      status: 'open',
    });
    expect(shown.now[0]?.events[0]).toMatchObject({
      event: 'side_opened',
      enabled: false,
      closedBy: { code: 'withheld', tracks: ['side'] },
    });
  });

  test('keeps nothing: the same case, role and instant give the same text, and the case is untouched', () => {
    const { caseFile } = atVisit();
    const before = JSON.stringify(caseFile);
    const once = JSON.stringify(guide(pathway, caseFile, 'judge', START));
    expect(JSON.stringify(guide(pathway, JSON.parse(before), 'judge', START))).toBe(once);
    expect(JSON.stringify(caseFile)).toBe(before);
  });

  test('counts overdue when it is read, fired or not', () => {
    const { caseFile } = driveCase(pathway);
    const overdue = (at: string) => guide(pathway, caseFile, 'caseworker', at).now[0]?.deadlines[0]?.overdue;
    expect([overdue('2026-03-03T16:00:00.000Z'), overdue('2026-03-03T16:00:00.001Z')]).toEqual([false, true]);
  });
});

test('in several roles at once, what is mine in any of them is mine, and nothing else differs', () => {
  const driven = driveCase(
    tinyPack({
      main: { start: { on: { go: [{}], stop: [{}] } } },
      steps: { start: { who: ['supervisor'] } },
      events: { go: { by: ['judge'] } },
    }),
  );
  const shown = (role: string | readonly string[]) => guide(driven.pathway, driven.caseFile, role, START);
  const mine = (role: string | readonly string[]) =>
    shown(role).now.map((step) => [step.mine, ...step.events.map((event) => event.mine)]);
  expect(mine('judge')).toEqual([[false, true, false]]);
  expect(mine('supervisor')).toEqual([[true, false, true]]);
  expect(mine(['judge', 'supervisor'])).toEqual([[true, true, true]]);
  expect(mine([])).toEqual([[false, false, false]]);
  expect(shown(['judge'])).toEqual(shown('judge'));
});
