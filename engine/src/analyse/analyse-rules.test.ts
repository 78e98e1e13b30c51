import { describe, expect, test } from 'vitest';
import { type Breaks, samplePack } from '../procedure/sample-pack.ts';
import { compileRules, decideRules } from '../rules/decide-rules.ts';
import { analyseRules } from './analyse-rules.ts';
import { EXAMPLE_TIME } from './example-time.ts';

const yes = (fact: string) => ({ fact, operator: 'equal', value: true });
const rule = (conditions: unknown, more: object = {}) => ({
  label: { en: 'Invented' },
  basis: 'practice',
  conditions,
  ...more,
});
const on = 'machine/states/main/states/receive/on/report_taken';
const analysed = (breaks: Breaks) => analyseRules(samplePack(breaks));
const codes = (breaks: Breaks) => analysed(breaks).findings.map(({ code, path }) => `${code} ${path}`);

describe('an analysis', () => {
  test('tells each step, rule and list before it looks at it, so that a screen can show how far it has come', () => {
    const told: (readonly [number, number, string])[] = [];
    analyseRules(samplePack(), { onPart: (...part) => told.push(part) });
    const total = told[0]?.[1];
    expect(told.map(([done]) => done)).toEqual(Array.from({ length: total ?? 0 }, (_, place) => place));
    expect(told.every(([, all]) => all === total)).toBe(true);
    expect(told.map(([, , what]) => what)).toEqual(expect.arrayContaining(['receive', 'is_a_child']));
  });
});

describe('a choice', () => {
  test('that leaves some children out is told with an invented child, in French, English and Spanish, and as facts', () => {
    const found = analysed({
      'facts/age_told': {
        label: { en: 'Age told', fr: 'Âge dit' },
        type: 'integer',
        min: 0,
        max: 25,
        unit: 'years',
        tier: 1,
      },
      'rules/is_small': rule({ all: [{ fact: 'age_told', operator: 'lessThan', value: 3 }] }),
      [on]: [{ target: '#examine', guard: 'is_small' }].map(({ guard }) => ({ target: '#home', guard })),
    });
    const choice = found.choices.find(({ name }) => name === 'report_taken');
    expect(choice?.gaps.map(({ kind }) => kind)).toEqual(['known', 'missing']);
    const [known, missing] = choice?.gaps ?? [];
    expect(known?.cube).toEqual([{ of: 'age_told', kind: 'fact', unknown: false, values: [3] }]);
    expect(known?.example.facts).toEqual({ age_told: 3 });
    expect(known?.example.words).toEqual({
      fr: 'Enfant fictif : Âge dit : 3 ans.',
      en: 'Invented child: Age told: 3 years.',
      es: 'Niño o niña ficticio: Âge dit: 3 años.',
    });
    expect(missing?.example).toMatchObject({ facts: {}, unanswered: ['age_told'] });
    expect(found.stuck.map(({ step }) => step)).toContain('receive');
  });

  test('whose guards exclude each other names the rules that do', () => {
    const found = analysed({
      'rules/is_heard': rule({ all: [yes('child_heard')] }),
      'rules/is_not_heard': rule({ not: yes('child_heard') }),
      'rules/is_seen': rule({ all: [yes('danger_seen')] }),
      [on]: [
        { target: '#home', guard: { type: 'all', params: { of: ['is_seen', 'is_heard', 'is_not_heard'] } } },
        { target: '#home' },
      ],
    });
    const choice = found.choices.find(({ name }) => name === 'report_taken');
    expect(choice?.never).toEqual([{ candidate: 0, contradictions: [{ of: ['is_heard', 'is_not_heard'] }] }]);
    expect(found.findings.map(({ code }) => code)).toContain('guard.never_true');
  });

  test('is read after what stands before it: a narrower guard below a wider one is shadowed', () => {
    const found = codes({
      'rules/is_heard': rule({ any: [yes('child_heard'), yes('danger_seen')] }),
      'rules/is_seen': rule({ all: [yes('danger_seen')] }),
      [on]: [
        { target: '#home', guard: 'is_heard' },
        { target: '#home', guard: 'is_seen' },
        { target: '#home' },
      ],
    });
    expect(found).toContain(`choice.shadowed ${on.replace('receive/on', 'receive/on')}/1`);
  });
});

describe('a rule', () => {
  test('that contradicts itself, or that every child satisfies, or that only asks for an answer, is told', () => {
    const found = analysed({
      'rules/never': rule({ all: [yes('child_heard'), { not: yes('child_heard') }, yes('danger_seen')] }),
      'rules/always': rule({
        any: [
          { fact: 'child_heard', operator: 'known', value: true },
          { fact: 'child_heard', operator: 'known', value: false },
        ],
      }),
      'rules/asked': rule({ any: [yes('child_heard'), { not: yes('child_heard') }] }),
    }).rules.filter(({ rule: id }) => ['never', 'always', 'asked'].includes(id));
    expect(found).toEqual([
      {
        rule: 'never',
        verdict: 'never',
        contradictions: [{ of: ['conditions/all/0', 'conditions/all/1'] }],
      },
      { rule: 'always', verdict: 'always', contradictions: [] },
      { rule: 'asked', verdict: 'answered', contradictions: [] },
    ]);
  });

  test('on a parameter without a value is read whatever the law will say: no slip of its author', () => {
    const found = analysed({
      'parameters/unknown_age': { label: { en: 'Age' }, type: 'integer', confidence: 'unknown' },
      'rules/of_age': rule({
        all: [{ fact: 'declared_age', operator: 'greaterThan', value: { fact: 'unknown_age' } }],
      }),
    });
    expect(found.rules.map(({ rule: id }) => id)).not.toContain('of_age');
  });

  test('two dates that are each before the other are no child', () => {
    const date = { label: { en: 'Date' }, type: 'date', tier: 1 };
    const before = (one: string, other: string) => ({
      fact: one,
      operator: 'before',
      value: { fact: other },
    });
    const found = analysed({
      'facts/one_on': date,
      'facts/two_on': date,
      'facts/three_on': date,
      'rules/round': rule({
        all: [before('one_on', 'two_on'), before('two_on', 'three_on'), before('three_on', 'one_on')],
      }),
    });
    expect(found.rules).toContainEqual(expect.objectContaining({ rule: 'round', verdict: 'never' }));
  });
});

describe('a fact that a step needs', () => {
  const needing: Breaks = {
    'facts/never_asked': { label: { en: 'Never asked' }, type: 'boolean', tier: 1 },
    'rules/was_asked': rule({ all: [yes('never_asked')] }),
    'rules/was_not': rule({ not: yes('never_asked') }),
    [on]: [
      { target: '#home', guard: 'was_asked' },
      { target: '#home', guard: 'was_not' },
    ],
  };

  test('and that no form asks before it is told with the step', () => {
    expect(analysed(needing).unasked).toContainEqual(
      expect.objectContaining({ step: 'receive', facts: ['never_asked'], never: true, path: ['receive'] }),
    );
  });

  test('is no gap once the event that leaves the step needs it', () => {
    const found = analysed({ ...needing, 'events/report_taken/needs': ['never_asked'] });
    expect(found.unasked.filter(({ step }) => step === 'receive')).toEqual([]);
  });
});

describe('a step that a case does not leave', () => {
  const told = (breaks: Breaks, step: string) => analysed(breaks).stuck.find((one) => one.step === step);
  const seen: Breaks = {
    'facts/roof': { label: { en: 'Has a roof' }, type: 'boolean', tier: 1 },
    'rules/is_seen': rule({ all: [yes('roof')] }),
    [on]: [{ target: '#home', guard: 'is_seen' }],
  };

  test('waits when another answer to what it asks itself opens a way, and is stuck when it does not ask', () => {
    expect(told(seen, 'receive')?.gaps.map(({ until }) => until)).toEqual([undefined]);
    const asking = { ...seen, 'events/report_taken/needs': ['roof'] };
    expect(told(asking, 'receive')?.gaps.map(({ until }) => until)).toEqual([['roof']]);
    expect(codes(seen).join()).toContain('step.stuck machine/states/main/states/receive');
    expect(codes(asking).join()).not.toContain('step.stuck');
    expect(codes(asking).join()).toContain('step.waits machine/states/main/states/receive');
  });

  test('is not stuck by a rule that somebody may override', () => {
    const breaks = {
      ...seen,
      'rules/is_seen': rule({ all: [yes('roof')] }, { overridable: { by: ['supervisor'] } }),
    };
    expect(told(breaks, 'receive')).toBeUndefined();
  });

  test('is left by a signal that an answer given in it sets off, not by one that may have been told before', () => {
    const shelter = 'machine/states/urgent/states/shelter/on';
    const breaks = {
      'rules/no_danger': rule({ not: yes('danger_seen') }),
      [shelter]: {
        child_sheltered: [{ target: '#urgent_idle', guard: 'no_danger' }],
        danger: [{ target: '#urgent_idle' }],
      },
      'events/child_sheltered/protective': undefined,
    };
    expect(told(breaks, 'shelter')?.gaps[0]?.example.facts).toEqual({ danger_seen: true });
    expect(told({ ...breaks, 'steps/shelter/fresh': ['danger_seen'] }, 'shelter')).toBeUndefined();
  });
});

test('the analysis of one state tells what the whole tells of its choices, and nothing else', () => {
  const pack = samplePack();
  const whole = analyseRules(pack);
  expect(whole.choices.length).toBeGreaterThan(1);
  for (const { state } of whole.choices) {
    const one = analyseRules(pack, { only: state });
    expect(one.choices).toEqual(whole.choices.filter((choice) => choice.state === state));
    expect([one.rules, one.stuck, one.unasked]).toEqual([[], [], []]);
  }
});

test('an analysis that is stopped says that it is not complete, and never throws', () => {
  const found = analyseRules(samplePack(), { stop: () => true });
  expect(typeof found.complete).toBe('boolean');
});

test('the same pack tells the same, text for text, and every example is what it says', () => {
  const pack = samplePack();
  const [one, two] = [analyseRules(pack), analyseRules(pack)];
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  const program = compileRules(pack);
  for (const { rule: id, verdict } of one.rules) {
    if (verdict === 'never') expect(decideRules(program, {}, EXAMPLE_TIME)[id]).not.toBe('yes');
  }
});
