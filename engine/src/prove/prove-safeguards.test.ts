import { describe, expect, it } from 'vitest';
import { compile } from '../pathway/compile.ts';
import type { Property } from '../procedure/safeguards.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { play } from '../simulate/play.ts';
import { UNSAID_ACT } from '../vocabulary/unsaid-act.ts';
import { type ProofBudget, proveSafeguards } from './prove-safeguards.ts';
import type { SafeguardVerdict } from './verdict.ts';

type Changes = Readonly<Record<string, unknown>>;

function pathwayWith(property: unknown, changes: Changes = {}) {
  const mine = { label: { en: 'Mine' }, property, basis: 'practice' };
  return compile(samplePack({ 'safeguards/mine': mine, ...changes }));
}

/** The verdict of one more safeguard of the sample, changed where told. */
function prove(property: Property, changes: Changes = {}, budget: ProofBudget = {}): SafeguardVerdict {
  const found = proveSafeguards(pathwayWith(property, changes), budget).find(({ id }) => id === 'mine');
  if (!found) throw new Error('The safeguard has no verdict.');
  return found;
}

/** What the story reports, in order; waiting and recording by their names. */
function told({ story }: SafeguardVerdict): readonly string[] {
  return (story?.acts ?? []).map(
    ({ event, wait, override }) =>
      `${event ?? (wait ? 'wait' : 'record')}${override ? ` over ${override}` : ''}`,
  );
}

const PLACED_BY_AGE = {
  'machine/states/main/states/decide/on/placement_decided': [{ target: '#placed', guard: 'is_a_child' }],
};

describe('the safeguards of the sample', () => {
  it('are proved, whatever is corrected', () => {
    const verdicts = proveSafeguards(compile(samplePack()));
    expect(verdicts.map(({ id, verdict, world }) => [id, verdict, world])).toEqual([
      ['heard_before_placement', 'proved', 'even_if_corrected'],
      ['return_stays_open', 'proved', 'even_if_corrected'],
    ]);
  });

  it('say what the proof took', () => {
    const [first] = proveSafeguards(compile(samplePack()));
    expect(first).toMatchObject({ rounds: 1, remembered: [], tracks: ['main'] });
    expect(first?.states).toBeGreaterThan(3);
    expect(first?.reductions).toEqual(
      expect.arrayContaining(['tracks_apart', 'facts_free', 'branched_lazily']),
    );
  });

  it('give the same text for the same pack', () => {
    const verdicts = () => JSON.stringify(proveSafeguards(compile(samplePack(PLACED_BY_AGE))));
    expect(verdicts()).toBe(verdicts());
  });
});

describe('a sentence whose acts nobody has chosen', () => {
  const nobodyKnows = UNSAID_ACT;
  it.each<Property>([
    { precedes: { a: nobodyKnows, b: nobodyKnows } },
    { precedes: { a: nobodyKnows, b: 'step:placed' } },
    { happens: { a: nobodyKnows } },
    { responds: { a: 'step:decide', b: nobodyKnows } },
    { different_people: { a: nobodyKnows, b: nobodyKnows } },
  ])('is neither kept nor broken: %j', (property) => {
    const found = prove(property);
    expect(found).toMatchObject({ verdict: 'unchecked', vacuous: 'nobody has said what it speaks of' });
    expect(found.unreadable).toBeUndefined();
  });
});

describe('a broken safeguard', () => {
  const broken = () => proveSafeguards(compile(samplePack(PLACED_BY_AGE)))[0] as SafeguardVerdict;

  it('has the shortest story, and needs only the fact that tells it from a false one', () => {
    expect(broken()).toMatchObject({ verdict: 'broken', remembered: ['child_heard'], tracks: ['main'] });
    expect(told(broken())).toEqual([
      'report_taken',
      'visit_done over child_was_heard',
      'examination_done',
      'placement_decided',
    ]);
  });

  it('has a story that plays as it says', () => {
    const { story } = broken();
    if (!story) throw new Error('no story');
    const playback = play(compile(samplePack(PLACED_BY_AGE)), story);
    expect(playback.mismatches).toEqual([]);
    expect(playback.route).toContain('placed');
  });

  it('gives its people the second person, the reason and the act that events ask for', () => {
    const last = broken().story?.acts.at(-1);
    expect(last).toMatchObject({
      by: { role: 'judge' },
      reason: expect.any(String),
      decision: { authority: expect.any(String) },
    });
    expect(last?.second?.person).not.toBe(last?.by?.person);
  });
});

describe('never', () => {
  it('takes unknown as breaking `unless`', () => {
    const verdict = prove({ never: { a: 'event:support_agreed', unless: 'risk_is_low' } });
    expect(verdict.verdict).toBe('broken');
  });

  it('does not take unknown as breaking `while`', () => {
    expect(prove({ never: { a: 'step:receive', while: 'danger_is_seen' } })).toMatchObject({
      verdict: 'proved',
    });
    expect(prove({ never: { a: 'step:support', while: 'danger_is_seen' } })).toMatchObject({
      verdict: 'broken',
    });
  });

  it('wants the rule to have turned to yes since, when it says `since`', () => {
    const once = { a: 'tag:measure', unless: 'child_was_heard' };
    expect(prove({ never: once }).verdict).toBe('proved');
    const again = prove({ never: { ...once, since: 'step:placed' } });
    expect(again.verdict).toBe('broken');
    expect(told(again)).toContain('placement_decided');
    expect(told(again).filter((act) => act === 'placement_decided')).toHaveLength(2);
  });

  it('finds the story in which a deadline moves the case', () => {
    const verdict = prove({ never: { a: 'step:review', unless: 'is_safe' } });
    expect(verdict.verdict).toBe('broken');
    expect(told(verdict).at(-1)).toBe('wait');
  });
});

describe('the moments of a sentence', () => {
  it('enter a step from elsewhere: one that leads to itself does not come to it again', () => {
    const again = {
      'machine/states/main/states/support/on/support_ended': [{ target: '#support', reenter: true }],
    };
    expect(prove({ at_most: { n: 1, a: 'step:support' } }, again).verdict).toBe('proved');
    expect(prove({ at_most: { n: 1, a: 'event:support_ended' } }, again).verdict).toBe('broken');
  });

  it('count in one entry the event before what it leaves, and that before what it enters', () => {
    expect(prove({ precedes: { a: 'event:report_taken', b: 'step:visit' } }).verdict).toBe('proved');
    expect(prove({ precedes: { a: 'leave:receive', b: 'step:visit' } }).verdict).toBe('proved');
    expect(prove({ precedes: { a: 'step:visit', b: 'leave:receive' } }).verdict).toBe('broken');
    expect(prove({ precedes: { a: 'step:examine', b: 'step:visit' } }).verdict).toBe('broken');
  });

  it('start anew with `since`', () => {
    expect(prove({ precedes: { a: 'leave:visit', b: 'step:placed' } }).verdict).toBe('proved');
    expect(prove({ precedes: { a: 'leave:visit', b: 'step:placed', since: 'step:placed' } }).verdict).toBe(
      'broken',
    );
  });

  it('pass with the choices that nobody makes', () => {
    expect(prove({ precedes: { a: 'step:sort', b: 'step:decide' } }).verdict).toBe('broken');
    expect(prove({ precedes: { a: 'leave:sort', b: 'step:decide' } }).verdict).toBe('proved');
  });

  it('turn a rule to yes when its facts are recorded', () => {
    const verdict = prove({ precedes: { a: 'rule:danger_is_seen', b: 'step:shelter' } });
    expect(verdict).toMatchObject({ verdict: 'proved', tracks: expect.arrayContaining(['urgent']) });
  });

  it('hear a signal from any step', () => {
    const verdict = prove({ at_most: { n: 0, a: 'step:shelter' } });
    expect(verdict.verdict).toBe('broken');
    expect(told(verdict)).toEqual(['wait', 'record']);
  });
});

describe('a closing case', () => {
  it('is proved to have no other track open', () => {
    const verdict = prove({ exclusive: { a: 'step:closed', b: 'step:shelter' } });
    expect(verdict.verdict).toBe('broken');
    expect(prove({ never: { a: 'step:closed', unless: 'is_safe' } }).verdict).toBe('proved');
  });
});

describe('always possible', () => {
  const property = { always_possible: { event: 'support_ended', in: ['step:support' as const] } };

  it('is proved when some answer to the form opens the event, whatever else is recorded', () => {
    expect(prove(property).verdict).toBe('proved');
  });

  it('is broken where no answer does, and the story ends before the closed door', () => {
    const verdict = prove({ always_possible: { event: 'placement_decided', in: ['step:decide'] } });
    expect(verdict).toMatchObject({ verdict: 'broken', why: expect.stringContaining('placement_decided') });
    expect(verdict.story?.acts.at(-1)).toMatchObject({
      event: 'placement_decided',
      expect: { refused: true },
    });
  });
});

describe('what is owed', () => {
  it('is proved where everybody has a deadline, and says that it takes it to be kept', () => {
    const verdict = prove({ responds: { a: 'step:shelter', b: 'leave:shelter' } });
    expect(verdict).toMatchObject({ verdict: 'proved', world: 'as_collected' });
    expect(verdict.assumptions.map(({ code }) => code)).toContain('deadlines_are_kept');
  });

  it('is broken where nothing obliges anybody to go on', () => {
    const verdict = prove(
      { responds: { a: 'step:shelter', b: 'leave:shelter' } },
      { 'steps/shelter/deadlines': undefined },
    );
    expect(verdict).toMatchObject({ verdict: 'broken', why: expect.stringContaining('nothing obliges') });
  });

  it('is broken where nobody can go on, and the engine confirms it', () => {
    const shut = {
      'machine/states/main/states/receive/on/report_taken': [{ target: '#joint', guard: 'is_safe' }],
    };
    const verdict = prove({ happens: { a: 'stage:joint' } }, shut);
    expect(verdict).toMatchObject({ verdict: 'broken', why: 'nobody can go on from receive' });
    expect(told(verdict)).toEqual(['wait', 'wait']);
  });

  it('is broken where people can go on and come there no more, on facts that a story reaches', () => {
    const shut = {
      'machine/states/urgent/states/shelter/on/child_sheltered': [
        { target: '#urgent_idle', guard: 'risk_is_low' },
      ],
      'events/child_sheltered/protective': undefined,
    };
    const verdict = prove({ responds: { a: 'step:shelter', b: 'leave:shelter' } }, shut);
    expect(verdict).toMatchObject({
      verdict: 'broken',
      why: expect.stringContaining('no way leads there any more'),
    });
    expect(verdict.remembered).toContain('risk');
    expect(JSON.stringify(verdict.story)).not.toContain('"risk":"low"');
  });

  it('is broken where the case ends without it', () => {
    const verdict = prove({ responds: { a: 'step:placed', b: 'step:review' } });
    expect(verdict).toMatchObject({ verdict: 'broken', why: expect.stringContaining('closed') });
    expect(prove({ happens: { a: 'step:placed' } }).verdict).toBe('broken');
    expect(prove({ happens: { a: 'step:receive' } }).verdict).toBe('proved');
  });

  it('names the circle in which people could go round for ever', () => {
    const circle = {
      'machine/states/main/states/support/on/support_ended': [{ target: '#decide' }],
      'machine/states/main/states/review/on': { child_returned: [{ target: '#support' }] },
    };
    const verdict = prove(
      { responds: { a: 'step:decide', b: 'step:placed' } },
      {
        ...circle,
        'machine/states/main/states/decide/on/placement_decided': [{ target: '#placed' }],
        'events/support_agreed/decision': undefined,
      },
    );
    expect(verdict.verdict).toBe('proved');
    expect(verdict.assumptions.find(({ code }) => code === 'loops_end')?.names.join()).toContain(
      'support_ended',
    );
  });

  it('is paid at once where the case already stands there', () => {
    expect(prove({ responds: { a: 'event:danger', b: 'step:shelter' } }).verdict).toBe('proved');
  });
});

describe('what is owed within a time', () => {
  it('is proved by the deadline of the step, and broken by one minute less', () => {
    const within = (span: string) =>
      prove(
        { responds_within: { a: 'step:shelter', b: 'leave:shelter', within: span } },
        { 'deadlines/shelter_by/from': 'entry' },
      );
    expect(within('PT2H').verdict).toBe('proved');
    expect(within('PT119M')).toMatchObject({ verdict: 'broken', why: expect.stringContaining('2 h') });
  });

  it('takes equal lengths in months as equal, and no month as shorter than it may be', () => {
    const within = (span: string) =>
      prove({ responds_within: { a: 'step:support', b: 'leave:support', within: span } }).verdict;
    expect(within('P3M')).toBe('proved');
    expect(within('P93D')).toBe('proved');
    expect(within('P89D')).toBe('broken');
  });

  it('is unchecked while its parameter has no value', () => {
    const verdict = prove(
      { responds_within: { a: 'step:placed', b: 'step:review', within: { parameter: 'order_length' } } },
      { 'parameters/order_length/value': undefined, 'parameters/order_length/confidence': 'unknown' },
    );
    expect(verdict).toMatchObject({
      verdict: 'unchecked',
      why: expect.stringContaining('no value'),
      awaits: ['order_length'],
    });
  });
});

describe('what stands in the pack', () => {
  it('has deadlines, or a story that comes to the step without one', () => {
    expect(prove({ has_deadline: { states: ['step:visit', 'stage:joint'] } })).toMatchObject({
      verdict: 'proved',
      reductions: ['read_in_pack'],
    });
    const without = prove(
      { has_deadline: { states: ['step:shelter'] } },
      { 'steps/shelter/deadlines': undefined },
    );
    expect(without).toMatchObject({ verdict: 'broken', why: 'shelter has no deadline' });
    expect(told(without)).toEqual(['wait', 'record']);
  });

  it('is performed by the roles or the sector named', () => {
    expect(prove({ performed_by: { states: ['step:review'], sector: 'justice' } }).verdict).toBe('proved');
    expect(prove({ performed_by: { states: ['step:review'], roles: ['nurse'] } }).verdict).toBe('broken');
  });

  it('is done by different people when the event says whose reporter it differs from', () => {
    expect(prove({ different_people: { a: 'event:visit_done', b: 'event:placement_decided' } }).verdict).toBe(
      'proved',
    );
    const same = prove({ different_people: { a: 'event:visit_done', b: 'event:support_agreed' } });
    expect(same.verdict).toBe('broken');
    const people = same.story?.acts
      .filter(({ event }) => event === 'visit_done' || event === 'support_agreed')
      .map(({ by }) => by?.person);
    expect(new Set(people).size).toBe(1);
  });

  it('takes two people when the event asks for a second person', () => {
    const both = { two_people: { event: 'placement_decided' } };
    expect(prove(both).verdict).toBe('proved');
    expect(prove(both, { 'events/placement_decided/secondPerson': undefined })).toMatchObject({
      verdict: 'broken',
      why: 'one person alone may report placement_decided',
    });
    expect(prove({ two_people: { event: 'nowhere' } })).toMatchObject({ unreadable: true });
  });

  it('compares a parameter, and does not guess one that was not found', () => {
    const parameter = { parameter: 'majority_age', operator: 'greaterThanInclusive', value: 18 } as const;
    expect(prove({ parameter }).verdict).toBe('proved');
    expect(prove({ parameter: { ...parameter, value: 21 } })).toMatchObject({
      verdict: 'broken',
      why: 'majority_age is 18',
    });
    expect(prove({ parameter }, { 'parameters/majority_age/value': undefined })).toMatchObject({
      verdict: 'unchecked',
      awaits: ['majority_age'],
    });
  });

  it('leaves who reads what to the access rules', () => {
    expect(prove({ access: { facts: ['risk'], tier: 1 } })).toMatchObject({
      verdict: 'unchecked',
      why: expect.stringContaining('access'),
    });
  });
});

describe('an honest verdict', () => {
  it('says when the sentence speaks of what never happens', () => {
    const gone = {
      'machine/states/main/states/decide/on/placement_decided': [{ target: '#support' }],
      'machine/states/main/states/review/on/placement_decided': [{ target: '#support' }],
    };
    expect(prove({ never: { a: 'step:placed', unless: 'child_was_heard' } }, gone)).toMatchObject({
      verdict: 'proved',
      vacuous: expect.stringContaining('step:placed'),
    });
  });

  it('holds whatever the value of a parameter that was not found', () => {
    const verdict = prove(
      { never: { a: 'step:placed', unless: 'is_a_child' } },
      { 'parameters/majority_age/value': undefined },
    );
    expect(verdict).toMatchObject({ verdict: 'proved', world: 'even_if_corrected' });
    expect(verdict.vacuous).toBeUndefined();
  });

  it('is bounded when the states or the caller run out, with the bound and why', () => {
    const property: Property = { never: { a: 'event:support_agreed', unless: 'risk_is_low' } };
    expect(prove(property, {}, { maxStates: 2 })).toMatchObject({
      verdict: 'bounded',
      bound: expect.any(Number),
      why: expect.stringContaining('states'),
    });
    expect(prove(property, {}, { stop: () => true })).toMatchObject({
      verdict: 'bounded',
      why: expect.stringContaining('stopped'),
    });
  });

  it('is unchecked for a name that the pack does not have', () => {
    expect(prove({ never: { a: 'step:nowhere', unless: 'is_safe' } })).toMatchObject({
      verdict: 'unchecked',
      why: expect.stringContaining('step:nowhere'),
    });
  });

  it('keeps no easy one waiting for a hard one, and stands in the order of the pack', () => {
    const ids: string[] = [];
    const verdicts = proveSafeguards(compile(samplePack(PLACED_BY_AGE)), {
      onVerdict: ({ id }) => ids.push(id),
    });
    expect(ids).toEqual(['return_stays_open', 'heard_before_placement']);
    expect(verdicts.map(({ id }) => id)).toEqual(['heard_before_placement', 'return_stays_open']);
  });

  it('is told as soon as it is reached', () => {
    const ids: string[] = [];
    proveSafeguards(compile(samplePack()), { onVerdict: ({ id }) => ids.push(id) });
    expect(ids).toEqual(['heard_before_placement', 'return_stays_open']);
  });
});
