import { describe, expect, test } from 'vitest';
import type { Pack, ParsedPack } from '../procedure/pack.ts';
import { parsePack } from '../procedure/parse-pack.ts';
import { type Breaks, samplePackFiles, sampleSections } from '../procedure/sample-pack.ts';
import { resolvePack } from './resolve-pack.ts';

type Sections = Readonly<Record<string, unknown>>;

function procedure(breaks: Breaks = {}): ParsedPack {
  return sound(parsePack(samplePackFiles(breaks)));
}

function overlay(sections: Sections, head: Sections = {}): ParsedPack {
  const pack = {
    ...(sampleSections().pack as object),
    id: 'sample-overlay',
    kind: 'overlay',
    extends: { id: 'sample-procedure', version: '1.0.0' },
    ...head,
  };
  return sound(
    parsePack(
      Object.fromEntries(
        Object.entries({ pack, ...sections }).map(([name, section]) => [
          `${name}.json`,
          JSON.stringify(section),
        ]),
      ),
    ),
  );
}

function sound({ parsed, findings }: ReturnType<typeof parsePack>): ParsedPack {
  if (!parsed) throw new Error(JSON.stringify(findings));
  return parsed;
}

function resolve(sections: Sections, breaks: Breaks = {}, head: Sections = {}) {
  const base = procedure(breaks);
  return resolvePack(overlay(sections, head), (id) => (id === 'sample-procedure' ? base : undefined));
}

const codes = (sections: Sections, breaks: Breaks = {}) =>
  resolve(sections, breaks).findings.map(({ code, path }) => `${code} ${path}`);
const text = (words: string) => ({ en: words, fr: words });

describe('the chain', () => {
  test('a procedure resolves to itself', () => {
    const base = procedure();
    const { pack, hash, chain, findings } = resolvePack(base, () => undefined);
    expect(pack).toBe((base as { pack: Pack }).pack);
    expect(hash).toBe(base.hash);
    expect(chain).toEqual([{ id: 'sample-procedure', version: '1.0.0', hash: base.hash }]);
    expect(findings).toEqual([]);
  });

  test('country over base, region over country, each named with its hash', () => {
    const base = procedure();
    const country = overlay(
      { deadlines: { decide_by: { within: 'P5D' } } },
      { id: 'country', jurisdiction: 'BJ' },
    );
    const region = overlay(
      { deadlines: { decide_by: { label: text('Soon') } } },
      { id: 'region', jurisdiction: 'BJ-AL', extends: { id: 'country', version: '1.0.0' } },
    );
    const library = new Map([
      ['sample-procedure', base],
      ['country', country],
    ]);
    const { pack, hash, chain, origin } = resolvePack(region, (id) => library.get(id));
    expect(pack?.deadlines.decide_by).toMatchObject({ within: 'P5D', label: text('Soon') });
    expect(chain.map((link) => link.id)).toEqual(['sample-procedure', 'country', 'region']);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(origin['deadlines/decide_by']).toBe('region');
    expect(pack?.pack).toMatchObject({ id: 'region', kind: 'overlay' });
  });

  test('a circle, nine levels, a missing pack and another version are refused', () => {
    const chained = (id: string, on: string, version = '1.0.0') =>
      overlay({}, { id, extends: { id: on, version } });
    const circle = new Map([
      ['one', chained('one', 'two')],
      ['two', chained('two', 'one')],
    ]);
    const found = (parsed: ParsedPack | undefined, library: (id: string) => ParsedPack | undefined) =>
      parsed && resolvePack(parsed, library).findings.map(({ code }) => code);
    expect(found(circle.get('one'), (id) => circle.get(id))).toEqual(['extends.cycle']);
    expect(found(chained('self', 'self'), () => chained('self', 'self'))).toEqual(['extends.cycle']);
    const tall = (id: string) =>
      id === 'l0' ? procedure({ 'pack/id': 'l0' }) : chained(id, `l${Number(id.slice(1)) - 1}`);
    expect(found(tall('l8'), tall)).toEqual([]);
    expect(found(tall('l9'), tall)).toEqual(['extends.levels']);
    expect(found(chained('one', 'nowhere'), () => undefined)).toEqual(['extends.missing']);
    expect(found(chained('one', 'sample-procedure', '2.0.0'), () => procedure())).toEqual([
      'extends.version',
    ]);
  });
});

describe('what is laid over', () => {
  test('an empty overlay of the same jurisdiction changes nothing but the head', () => {
    const { pack, findings } = resolve({});
    const { pack: head, ...sections } = (procedure() as { pack: Pack }).pack;
    expect(findings).toEqual([]);
    expect(pack).toEqual({
      ...sections,
      pack: {
        ...head,
        id: 'sample-overlay',
        kind: 'overlay',
        extends: { id: 'sample-procedure', version: '1.0.0' },
      },
    });
  });

  test('an order in one country: a new step between two others', () => {
    const { pack, findings, origin } = resolve({
      machine: {
        states: {
          main: {
            states: {
              decide: {
                on: { placement_decided: { '#placed': null, '#order': { guard: 'placement_is_justified' } } },
              },
              order: { id: 'order', on: { order_given: [{ target: '#placed' }] } },
            },
          },
        },
      },
      steps: {
        order: {
          kind: 'work',
          title: text('Order'),
          who: ['judge'],
          deadlines: ['decide_by'],
          basis: 'practice',
        },
      },
      events: {
        order_given: { label: text('The order is given'), by: ['judge'], decision: true, basis: 'practice' },
      },
    });
    expect(findings).toEqual([]);
    expect(pack?.machine.states.main?.states?.decide?.on?.placement_decided).toEqual([
      { target: '#order', guard: 'placement_is_justified' },
    ]);
    expect(origin).toMatchObject({
      'machine/order': 'sample-overlay',
      'machine/decide': 'sample-overlay',
      'steps/order': 'sample-overlay',
    });
    expect(origin['machine/main']).toBeUndefined();
  });

  test('what the result lacks is told by its schema', () => {
    expect(codes({ steps: { brand_new: { kind: 'work' } } })).toEqual([
      'schema.missing steps/brand_new/title',
    ]);
  });

  test('a language that no longer agrees is told', () => {
    const { findings, stale, pack } = resolve({ steps: { decide: { title: { fr: 'Ordonner' } } } });
    expect(findings).toMatchObject([{ code: 'text.stale', severity: 'warning', path: 'steps/decide/title' }]);
    expect(stale).toEqual([{ path: 'steps/decide/title', languages: ['en'] }]);
    expect(pack).toBeDefined();
  });

  test('withheld tracks are added, validations are not inherited', () => {
    const validated = {
      'pack/review': {
        state: 'validated',
        validations: [
          { body: 'b', sector: 'social', person: 'p', function: 'f', on: '2026-01-01', act: 'a' },
        ],
      },
    };
    const { pack } = resolve({}, validated, {
      withheld: { urgent: { why: text('No law') } },
      review: { state: 'unvalidated' },
    });
    expect(pack?.pack.withheld).toMatchObject({ urgent: { why: text('No law') } });
    expect(pack?.pack.review).toEqual({ state: 'unvalidated', validations: [] });
  });

  test('a national parameter is not inherited across a border, and its guideline is', () => {
    const { pack } = resolve({}, {}, { jurisdiction: 'BJ' });
    expect(pack?.parameters.order_length).toMatchObject({
      confidence: 'unknown',
      guideline: { value: 'P6M' },
    });
    expect(pack?.parameters.order_length).not.toHaveProperty('value');
    expect(pack?.parameters.majority_age?.value).toBe(18);
    const own = resolve(
      { parameters: { order_length: { value: 'P1Y', confidence: 'read' } } },
      {},
      { jurisdiction: 'BJ' },
    );
    expect(own.findings).toEqual([]);
    expect(own.pack?.parameters.order_length).toMatchObject({ value: 'P1Y', confidence: 'read' });
  });

  test('a region keeps the law of its own country, and another country’s overlay does not', () => {
    const country = overlay(
      { parameters: { order_length: { value: 'P1Y', confidence: 'read' } } },
      { id: 'country', jurisdiction: 'BJ' },
    );
    const over = (jurisdiction: string) =>
      resolvePack(
        overlay({}, { id: 'ours', jurisdiction, extends: { id: 'country', version: '1.0.0' } }),
        (id) => (id === 'country' ? country : procedure()),
      ).pack?.parameters.order_length;
    expect(over('BJ-AL')).toMatchObject({ value: 'P1Y', confidence: 'read' });
    expect(over('TG')).toMatchObject({ confidence: 'unknown', guideline: { value: 'P6M' } });
    expect(over('TG')).not.toHaveProperty('value');
  });

  test('the limits hold for the result too, though each pack keeps them', () => {
    const many = Object.fromEntries(Array.from({ length: 1_995 }, (_, i) => [`s${i}`, { id: `s${i}` }]));
    const states = { extra: { id: 'extra', initial: 's0', states: many } };
    expect(codes({ machine: { states } })).toEqual(['limit.states machine']);
  });
});

describe('adaptation', () => {
  const all = { all: [{ fact: 'risk', operator: 'equal', value: 'low' }] };

  test('locked changes not at all, translations apart', () => {
    const locked = { 'steps/decide/adaptation': 'locked', 'deadlines/decide_by/adaptation': 'locked' };
    expect(
      codes({ steps: { decide: { title: { es: 'Decidir' }, reason: { en: 'ours' } } } }, locked),
    ).toEqual([]);
    expect(codes({ steps: { decide: { order: 9 } } }, locked)).toEqual(['adaptation.locked steps/decide']);
    expect(codes({ deadlines: { decide_by: { within: 'P1D' } } }, locked)).toEqual([
      'adaptation.locked deadlines/decide_by',
    ]);
    expect(
      codes({ machine: { states: { main: { states: { decide: { tags: ['measure'] } } } } } }, locked),
    ).toEqual(['adaptation.locked machine/states/main/states/decide']);
    expect(codes({ deadlines: { decide_by: null } }, locked)).toEqual([
      'adaptation.removed deadlines/decide_by',
    ]);
  });

  test('an overlay makes adaptation stricter, never looser', () => {
    const at = { 'steps/decide/adaptation': 'tighten' };
    expect(codes({ steps: { decide: { adaptation: 'locked' } } }, at)).toEqual([]);
    expect(codes({ steps: { decide: { adaptation: 'free' } } }, at)).toEqual([
      'adaptation.loosened steps/decide/adaptation',
    ]);
    expect(codes({ steps: { decide: { adaptation: null } } }, at)).toEqual([
      'adaptation.loosened steps/decide/adaptation',
    ]);
  });

  test('a rule of a decision keeps its conditions and gains also', () => {
    expect(codes({ rules: { placement_is_justified: { also: { social_report: all } } } })).toEqual([]);
    expect(codes({ rules: { placement_is_justified: { conditions: all } } })).toEqual([
      'adaptation.tighten rules/placement_is_justified/conditions',
    ]);
    expect(codes({ rules: { placement_is_justified: { or_also: { easy: all } } } })).toEqual([
      'adaptation.tighten rules/placement_is_justified/or_also',
    ]);
    expect(codes({ rules: { placement_is_justified: { overridable: { by: ['caseworker'] } } } })).toEqual([
      'adaptation.tighten rules/placement_is_justified/overridable',
    ]);
    expect(codes({ rules: { placement_is_justified: null } })).toContain(
      'adaptation.removed rules/placement_is_justified',
    );
  });

  test('a rule that such a rule names is one too', () => {
    expect(codes({ rules: { is_a_child: { conditions: all } } })).toEqual([
      'adaptation.tighten rules/is_a_child/conditions',
    ]);
  });

  test('what an earlier overlay added by name stays', () => {
    const also = { 'rules/placement_is_justified/also': { report: all } };
    expect(codes({ rules: { placement_is_justified: { also: { report: null } } } }, also)).toEqual([
      'adaptation.tighten rules/placement_is_justified/also/report',
    ]);
    const other = { 'rules/danger_is_seen/or_also': { crying: all } };
    expect(codes({ rules: { danger_is_seen: { or_also: { crying: null } } } }, other)).toEqual([
      'adaptation.tighten rules/danger_is_seen/or_also/crying',
    ]);
  });

  test('a rule that opens a protective door gains or_also and never also', () => {
    expect(codes({ rules: { danger_is_seen: { or_also: { crying: all } } } })).toEqual([]);
    expect(codes({ rules: { danger_is_seen: { also: { proof: all } } } })).toEqual([
      'adaptation.tighten rules/danger_is_seen/also',
    ]);
  });

  test('a rule read under not is judged by what it shuts', () => {
    const guard = {
      type: 'all',
      params: { of: ['placement_is_justified', { type: 'not', params: { of: ['risk_is_low'] } }] },
    };
    const doors = { 'machine/states/main/states/decide/on/placement_decided/0/guard': guard };
    expect(codes({ rules: { risk_is_low: { also: { more: all } } } }, doors)).toEqual([
      'adaptation.tighten rules/risk_is_low/also',
    ]);
    expect(codes({ rules: { risk_is_low: { or_also: { more: all } } } }, doors)).toEqual([]);
  });

  test('a rule that no decision stands on is free', () => {
    expect(codes({ rules: { a_visit_was_noted: { conditions: all } } })).toEqual([]);
  });

  test('a safeguard is never removed or narrowed, even where it says free', () => {
    const free = { 'safeguards/return_stays_open/adaptation': 'free' };
    expect(codes({ safeguards: { return_stays_open: null } }, free)).toEqual([
      'adaptation.removed safeguards/return_stays_open',
    ]);
    const property = { always_possible: { in: ['step:placed'] } };
    expect(codes({ safeguards: { return_stays_open: { property } } }, free)).toEqual([
      'adaptation.tighten safeguards/return_stays_open/property',
    ]);
    expect(codes({ safeguards: { return_stays_open: { severity: 'major' } } })).toEqual([
      'adaptation.tighten safeguards/return_stays_open/severity',
    ]);
    expect(
      codes({ safeguards: { ours: { label: text('x'), property: { happens: { a: 'step:visit' } } } } }),
    ).toEqual([]);
  });

  test('the bound of a safeguard becomes stricter and no looser', () => {
    const at = {
      'safeguards/return_stays_open/property': {
        responds_within: { a: 'step:placed', b: 'event:child_returned', within: 'P6M' },
      },
    };
    const within = (span: string) =>
      codes({ safeguards: { return_stays_open: { property: { responds_within: { within: span } } } } }, at);
    expect(within('P3M')).toEqual([]);
    expect(within('P7M')).toEqual(['adaptation.tighten safeguards/return_stays_open/property']);
    const most = { 'safeguards/return_stays_open/property': { at_most: { a: 'step:placed', n: 2 } } };
    const times = (n: number) =>
      codes({ safeguards: { return_stays_open: { property: { at_most: { n } } } } }, most);
    expect(times(1)).toEqual([]);
    expect(times(3)).toEqual(['adaptation.tighten safeguards/return_stays_open/property']);
  });

  test('a deadline under tighten becomes shorter', () => {
    const at = {
      'deadlines/decide_by/adaptation': 'tighten',
      'deadlines/visit_by/adaptation': 'tighten',
      'deadlines/order_ends/adaptation': 'tighten',
    };
    const within = (id: string, span: unknown) => codes({ deadlines: { [id]: { within: span } } }, at);
    expect(within('decide_by', 'P9D')).toEqual([]);
    expect(within('decide_by', 'PT240H')).toEqual([]);
    expect(within('decide_by', 'P11D')).toEqual(['adaptation.tighten deadlines/decide_by/within']);
    expect(within('visit_by', { by: 'risk', values: { low: 'P5D', medium: 'P3D', high: 'PT12H' } })).toEqual(
      [],
    );
    expect(within('visit_by', { by: 'risk', values: { low: 'P5D', medium: 'P4D', high: 'PT12H' } })).toEqual([
      'adaptation.tighten deadlines/visit_by/within',
    ]);
    expect(within('visit_by', 'PT24H')).toEqual([]);
    expect(within('visit_by', 'P2D')).toEqual(['adaptation.tighten deadlines/visit_by/within']);
    expect(within('order_ends', 'P180D')).toEqual(['adaptation.tighten deadlines/order_ends/within']);
    expect(within('order_ends', 'P150D')).toEqual([]);
    expect(
      codes(
        {
          deadlines: {
            decide_by: { calendar: 'working', paused: ['step:shelter'], from: { event: 'danger' } },
          },
        },
        at,
      ),
    ).toEqual([
      'adaptation.tighten deadlines/decide_by/calendar',
      'adaptation.tighten deadlines/decide_by/from',
      'adaptation.tighten deadlines/decide_by/paused',
    ]);
  });

  test('days are never taken for hours: a day counts from the day after, and working time lasts longer', () => {
    const changed = (old: object, now: object) =>
      codes(
        { deadlines: { decide_by: now } },
        Object.fromEntries([
          ['deadlines/decide_by/adaptation', 'tighten'],
          ...Object.entries(old).map(([field, value]) => [`deadlines/decide_by/${field}`, value]),
        ]),
      );
    const loosened = ['adaptation.tighten deadlines/decide_by/within'];
    expect(changed({ within: 'PT24H' }, { within: 'P1D' })).toEqual(loosened);
    expect(changed({ within: 'PT24H' }, { within: 'P0D' })).toEqual([]);
    expect(changed({ within: 'PT72H' }, { within: 'P2D' })).toEqual([]);
    expect(changed({ within: 'P1D' }, { within: 'PT24H' })).toEqual([]);
    const table = { by: 'risk', values: { low: 'P1D', medium: 'PT24H', high: 'PT12H' } };
    expect(
      changed({ within: table }, { within: { ...table, values: { ...table.values, medium: 'P1D' } } }),
    ).toEqual(loosened);
    const working = (within: string) => ({ within, calendar: 'working' });
    expect(changed(working('P1D'), { within: 'PT16H' })).toEqual(loosened);
    expect(changed(working('PT16H'), { within: 'P1D' })).toEqual(loosened);
    expect(changed(working('P1W'), { within: 'P7D' })).toEqual(loosened);
    expect(changed(working('P10D'), { within: 'P9D' })).toEqual([]);
    expect(changed(working('PT16H'), { within: 'PT8H' })).toEqual([]);
    expect(changed(working('P2W'), { within: 'P1W' })).toEqual([]);
    expect(changed(working('P5D'), { calendar: 'elapsed' })).toEqual([]);
    expect(changed(working('P1D'), { within: 'PT24H', calendar: 'elapsed' })).toEqual(loosened);
  });

  test('a month is never taken for fewer days than it may have, nor for more', () => {
    const at = { 'deadlines/decide_by/adaptation': 'tighten' };
    const changed = (was: string, is: unknown) =>
      codes({ deadlines: { decide_by: { within: is } } }, { ...at, 'deadlines/decide_by/within': was });
    const loosened = ['adaptation.tighten deadlines/decide_by/within'];
    expect(changed('P1M', 'P28D')).toEqual([]);
    expect(changed('P1M', 'P29D')).toEqual(loosened);
    expect(changed('P31D', 'P1M')).toEqual([]);
    expect(changed('P30D', 'P1M')).toEqual(loosened);
    expect(changed('P1Y', 'P365D')).toEqual([]);
    expect(changed('P365D', 'P1Y')).toEqual(loosened);
  });

  test('a span that is no longer known is not surely shorter, and one that was not known may become any', () => {
    const at = { 'deadlines/decide_by/adaptation': 'tighten' };
    const law = { parameter: 'order_length' };
    const unknown = {
      'parameters/order_length/value': undefined,
      'parameters/order_length/confidence': 'unknown',
    };
    expect(codes({ deadlines: { decide_by: { within: law } } }, { ...at, ...unknown })).toEqual([
      'adaptation.tighten deadlines/decide_by/within',
    ]);
    const was = { ...at, ...unknown, 'deadlines/decide_by/within': law };
    expect(codes({ deadlines: { decide_by: { within: 'P9Y' } } }, was)).toEqual([]);
  });

  test('a deadline under tighten moves to no later day, and tells no fewer functions and none later', () => {
    const at = {
      'deadlines/decide_by/adaptation': 'tighten',
      'deadlines/decide_by/escalation': [{ at: 100, to: 'supervisor' }],
    };
    expect(codes({ deadlines: { decide_by: { ends: 'next-working' } } }, at)).toEqual([
      'adaptation.tighten deadlines/decide_by/ends',
    ]);
    expect(codes({ deadlines: { decide_by: { escalation: null } } }, at)).toEqual([
      'adaptation.tighten deadlines/decide_by/escalation',
    ]);
    expect(codes({ deadlines: { decide_by: { escalation: [{ at: 900, to: 'supervisor' }] } } }, at)).toEqual([
      'adaptation.tighten deadlines/decide_by/escalation',
    ]);
    expect(codes({ deadlines: { decide_by: { escalation: [{ at: 90, to: 'caseworker' }] } } }, at)).toEqual(
      [],
    );
    const more = [
      { at: 50, to: 'supervisor' },
      { at: 100, to: 'supervisor' },
    ];
    expect(codes({ deadlines: { decide_by: { escalation: more } } }, at)).toEqual([]);
  });

  test('a step under tighten stays in the machine', () => {
    const at = { 'steps/review/adaptation': 'tighten' };
    expect(codes({ machine: { states: { main: { states: { review: null } } } } }, at)).toContain(
      'adaptation.removed machine/states/main/states/review',
    );
  });

  test('a step under tighten keeps who must be there, what it asks and its deadlines', () => {
    const at = { 'steps/visit/adaptation': 'tighten' };
    expect(codes({ steps: { visit: { present: { nurse: true }, who: ['nurse'] } } }, at)).toEqual([]);
    expect(
      codes(
        {
          steps: { visit: { present: { child: null }, fresh: { child_heard: null }, tasks: { note: null } } },
        },
        at,
      ),
    ).toEqual([
      'adaptation.tighten steps/visit/present',
      'adaptation.tighten steps/visit/fresh',
      'adaptation.tighten steps/visit/tasks/note',
    ]);
  });

  test('an event under tighten asks no less, a protective one no more', () => {
    const at = {
      'events/placement_decided/adaptation': 'tighten',
      'events/child_returned/adaptation': 'tighten',
    };
    expect(
      codes(
        { events: { placement_decided: { needs: ['order_date'] }, child_returned: { by: { nurse: true } } } },
        at,
      ),
    ).toEqual([]);
    expect(
      codes({ events: { placement_decided: { secondPerson: false, by: { caseworker: true } } } }, at),
    ).toEqual([
      'adaptation.tighten events/placement_decided/secondPerson',
      'adaptation.tighten events/placement_decided/by',
    ]);
    expect(
      codes(
        {
          events: {
            child_returned: { needs: ['order_date'], secondPerson: true, by: ['judge'], protective: false },
          },
        },
        at,
      ),
    ).toEqual([
      'adaptation.tighten events/child_returned/protective',
      'adaptation.tighten events/child_returned/secondPerson',
      'adaptation.tighten events/child_returned/needs',
      'adaptation.tighten events/child_returned/by',
    ]);
  });

  test('nothing that was asked of an event is dropped, whether it protects or not', () => {
    const asked = { decision: true, reasoned: true, secondPerson: true, differsFrom: ['visit_done'] };
    const dropped = { decision: null, reasoned: null, secondPerson: null, differsFrom: [], needs: [] };
    for (const id of ['support_agreed', 'child_returned']) {
      const at = Object.fromEntries([
        [`events/${id}/adaptation`, 'tighten'],
        [`events/${id}/needs`, ['risk']],
        ...Object.entries(asked).map(([field, value]) => [`events/${id}/${field}`, value]),
      ]);
      expect(codes({ events: { [id]: dropped } }, at)).toEqual(
        ['reasoned', 'secondPerson', 'decision', 'needs', 'differsFrom'].map(
          (field) => `adaptation.tighten events/${id}/${field}`,
        ),
      );
    }
  });

  test('a signal stays a signal of the same rule, and a decision does not become protective', () => {
    const at = { 'events/danger/adaptation': 'tighten', 'events/placement_decided/adaptation': 'tighten' };
    const signal = ['adaptation.tighten events/danger/when'];
    expect(codes({ events: { danger: { when: null } } }, at)).toEqual(signal);
    expect(codes({ events: { danger: { when: 'is_safe' } } }, at)).toEqual(signal);
    expect(codes({ events: { placement_decided: { protective: true } } }, at)).toEqual([
      'adaptation.tighten events/placement_decided/protective',
    ]);
  });

  test('who may report a decision is not widened through the step that hears it', () => {
    const at = { 'events/support_agreed/adaptation': 'tighten' };
    const wider = ['adaptation.tighten events/support_agreed/by'];
    expect(codes({ events: { support_agreed: { by: ['judge'] } } }, at)).toEqual([]);
    expect(codes({ steps: { decide: { who: ['judge'] } } }, at)).toEqual([]);
    expect(codes({ events: { support_agreed: { by: ['caseworker'] } } }, at)).toEqual(wider);
    expect(codes({ steps: { decide: { who: ['caseworker', 'judge'] } } }, at)).toEqual(wider);
    expect(codes({ steps: { decide: { who: null } } }, at)).toContain(wider[0]);
    const elsewhere = {
      machine: {
        states: { main: { states: { receive: { on: { support_agreed: [{ target: '#support' }] } } } } },
      },
    };
    expect(codes(elsewhere, at)).toEqual(wider);
  });

  test('nobody loses the right to report what protects, not through the step either', () => {
    const at = { 'events/child_sheltered/adaptation': 'tighten' };
    const fewer = ['adaptation.tighten events/child_sheltered/by'];
    expect(codes({ events: { child_sheltered: { by: ['caseworker', 'nurse'] } } }, at)).toEqual([]);
    expect(codes({ events: { child_sheltered: { by: ['judge'] } } }, at)).toEqual(fewer);
    expect(codes({ steps: { shelter: { who: ['judge'] } } }, at)).toEqual(fewer);
  });

  test('a step under tighten keeps its signals, and its tasks as required as they were', () => {
    const at = { 'steps/visit/adaptation': 'tighten', 'steps/visit/tasks/note/deadline': 'visit_by' };
    expect(codes({ steps: { visit: { settles: { danger: null }, fresh: [] } } }, at)).toEqual([
      'adaptation.tighten steps/visit/fresh',
      'adaptation.tighten steps/visit/settles',
    ]);
    expect(
      codes({ steps: { visit: { tasks: { note: { required: false, met: null, deadline: null } } } } }, at),
    ).toEqual(
      ['required', 'met', 'deadline'].map((field) => `adaptation.tighten steps/visit/tasks/note/${field}`),
    );
    expect(codes({ steps: { visit: { tasks: { note: { who: ['supervisor'] } } } } }, at)).toEqual([]);
  });

  test('a step under tighten keeps its tags and the deadlines that move it', () => {
    const at = { 'steps/placed/adaptation': 'tighten', 'steps/support/adaptation': 'tighten' };
    const drawn = (states: object) => codes({ machine: { states: { main: { states } } } }, at);
    const place = 'machine/states/main/states';
    expect(drawn({ placed: { tags: null, after: null } })).toEqual(
      expect.arrayContaining([
        `adaptation.tighten ${place}/placed/tags`,
        `adaptation.tighten ${place}/placed/after/order_ends`,
      ]),
    );
    expect(drawn({ placed: { after: { order_ends: [{ target: '#support' }] } } })).toEqual([
      `adaptation.tighten ${place}/placed/after/order_ends`,
    ]);
    expect(drawn({ support: { tags: ['measure'] } })).toEqual([`adaptation.tighten ${place}/support/tags`]);
  });

  test('the door of a signal is never taken away, even where it protects nobody by itself', () => {
    const plain = { 'events/danger/protective': undefined };
    const idle = { urgent_idle: { on: { danger: null } } };
    expect(codes({ machine: { states: { urgent: { states: idle } } } }, plain)).toContain(
      'adaptation.protective_door machine/states/urgent/states/urgent_idle/on/danger',
    );
  });

  test('what is presumed in doubt changes only by a law that the overlay cites', () => {
    const refused = ['adaptation.presume facts/looks_like_a_child/presume'];
    const fact = (change: object) => ({ facts: { looks_like_a_child: change } });
    const article = {
      sources: {
        our_law: { instrument: text('Our law'), confidence: 'read' },
        lost: { instrument: text('?'), confidence: 'unknown' },
      },
    };
    expect(codes(fact({ presume: null }))).toEqual(refused);
    expect(codes(fact({ presume: { value: false } }))).toEqual(refused);
    expect(codes(fact({ presume: { value: false, basis: 'law' } }))).toEqual(refused);
    const said = (source: string, basis = 'law') => ({
      ...fact({ presume: { value: false, basis, sources: { [source]: true } } }),
      ...article,
    });
    expect(codes(said('our_law'))).toEqual([]);
    expect(codes(said('lost'))).toEqual(refused);
    expect(codes(said('our_law', 'practice'))).toEqual(refused);
    expect(codes({ ...fact({ presume: null, basis: 'law', sources: ['our_law'] }), ...article })).toEqual([]);
    expect(codes({ facts: { safe_at_home: { presume: { value: true, basis: 'practice' } } } })).toEqual([
      'adaptation.presume facts/safe_at_home/presume',
    ]);
    expect(codes(fact({ presume: { sources: { our_law: true } } }), {})).not.toContain(refused[0]);
  });

  test('a parameter under tighten keeps its value, and may find one', () => {
    const at = { 'parameters/majority_age/adaptation': 'tighten' };
    expect(codes({ parameters: { majority_age: { value: 16 } } }, at)).toEqual([
      'adaptation.tighten parameters/majority_age/value',
    ]);
    expect(
      codes(
        { parameters: { majority_age: { value: 16, confidence: 'read' } } },
        { ...at, 'parameters/majority_age/value': undefined },
      ),
    ).toEqual([]);
  });

  test('a tier is raised and never lowered, fields of records included', () => {
    expect(codes({ facts: { risk: { tier: 3 } } })).toEqual([]);
    expect(
      codes({ facts: { birth_date: { tier: 1 }, visits: { fields: { seen_alone: { tier: 0 } } } } }),
    ).toEqual([
      'adaptation.tier facts/birth_date/tier',
      'adaptation.tier facts/visits/fields/seen_alone/tier',
    ]);
  });

  test('the door of a decision keeps its guard, or adds to it with all', () => {
    const door = (guard: unknown) =>
      codes({
        machine: {
          states: { main: { states: { decide: { on: { placement_decided: { '#placed': { guard } } } } } } },
        },
      });
    const at = 'machine/states/main/states/decide/on/placement_decided/0/guard';
    expect(door({ type: 'all', params: { of: ['placement_is_justified', 'is_safe'] } })).toEqual([]);
    expect(door({ type: 'any', params: { of: ['placement_is_justified', 'is_safe'] } })).toEqual([
      `adaptation.guard ${at}`,
    ]);
    expect(door('is_safe')).toEqual([`adaptation.guard ${at}`]);
    expect(door(null)).toEqual([`adaptation.guard ${at}`]);
  });

  test('a protective door is never taken away nor made harder', () => {
    const placed = (change: unknown) =>
      codes({ machine: { states: { main: { states: { placed: change } } } } });
    const at = 'machine/states/main/states/placed/on/child_returned';
    expect(placed({ on: { child_returned: null } })).toContain(`adaptation.protective_door ${at}`);
    expect(placed({ on: { child_returned: { '#support': { guard: 'is_safe' } } } })).toEqual([
      `adaptation.protective_door ${at}`,
    ]);
  });
});
