import { describe, expect, test } from 'vitest';
import { type Breaks, samplePack } from '../procedure/sample-pack.ts';
import { diffPacks } from './diff-packs.ts';

const told = (breaks: Breaks, old: Breaks = {}) => diffPacks(samplePack(old), samplePack(breaks));
const english = (breaks: Breaks, old: Breaks = {}) => told(breaks, old).map(({ words }) => words.en);

test('a deadline is told by the step it presses, as people say spans, with the law it rests on', () => {
  const law = {
    instrument: { fr: 'Loi (inventée)', en: 'Act (invented)' },
    number: '2026-1',
    article: '12',
    confidence: 'read',
  };
  const old: Breaks = {
    'sources/act': law,
    'deadlines/decide_by/sources': ['act'],
    'deadlines/decide_by/within': 'PT72H',
  };
  const [one, ...others] = told({ ...old, 'deadlines/decide_by/within': 'PT24H' }, old);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    path: 'deadlines/decide_by/within',
    kind: 'changed',
    before: 'PT72H',
    after: 'PT24H',
  });
  expect(one?.words).toEqual({
    en: 'Decide / Review the placement, deadline: 72 h -> 24 h (Act (invented) 2026-1, art. 12)',
    fr: 'Décider / Réviser le placement, délai : 72 h -> 24 h (Loi (inventée) 2026-1, art. 12)',
    es: 'Décider / Réviser le placement, plazo: 72 h -> 24 h (Loi (inventée) 2026-1, art. 12)',
    ar: 'Décider / Réviser le placement, أجل: 72 ساعة ← 24 ساعة (Loi (inventée) 2026-1, الفصل 12)',
  });
});

describe('fields are told with names instead of ids', () => {
  test.for<[string, Breaks, string]>([
    [
      'roles',
      { 'steps/visit/with': ['child'] },
      'Visit the child, with: Caregiver -> Child (Convention on the Rights of the Child, art. 12)',
    ],
    ['flags', { 'events/support_ended/reasoned': true }, 'Support has ended, written reason: nothing -> yes'],
    ['texts', { 'steps/closed/title': { en: 'Ended', fr: 'Clos' } }, 'Ended, title: Closed -> Ended'],
    [
      'a language',
      { 'steps/closed/title': { en: 'Closed', fr: 'Fini' } },
      'Closed, title: Closed -> Closed (fr)',
    ],
    [
      'conditions',
      {
        'rules/risk_is_low/conditions': { any: [{ fact: 'risk', operator: 'in', value: ['low', 'medium'] }] },
      },
      'The risk is low, conditions: Risk is Low -> Risk is among Low, Medium',
    ],
    [
      'days',
      { 'pack/effective': { from: '2026-11-27', until: '2027-01-01' } },
      'Sample procedure (invented), in effect: nothing -> from: 2026-11-27, until: 2027-01-01',
    ],
    [
      'anchors',
      { 'deadlines/decide_by/from': { event: 'danger' } },
      'Decide / Review the placement, deadline, counted from: the opening of the step -> The child is in danger',
    ],
    [
      'tasks',
      { 'steps/visit/tasks/note/required': undefined },
      'Visit the child, task, Write the note, required: yes -> nothing (Convention on the Rights of the Child, art. 12)',
    ],
    [
      'parameters',
      { 'parameters/order_length/value': 'P3M' },
      'Length of an order, value: 6 months -> 3 months',
    ],
    ['the pack', { 'pack/version': '1.1.0' }, 'Sample procedure (invented), version: 1.0.0 -> 1.1.0'],
    ['the calendar', { 'calendar/weekend': [5, 6] }, 'calendar, weekend: 6, 7 -> 5, 6'],
  ])('%s', ([, breaks, sentence]) => {
    expect(english(breaks)).toEqual([sentence]);
  });

  test('a long list by what came and what went, a long text where it parts', () => {
    const long = (last: string) => `${'The child is told what happens next. '.repeat(8)}${last}`;
    const roles = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [
        `roles/${id}`,
        { label: { en: `Somebody of the service with a long name, ${id}` }, sector: 'social' },
      ]),
    );
    const old: Breaks = {
      ...roles,
      'steps/decide/with': ['a', 'b', 'c', 'd', 'e'],
      'steps/decide/purpose': { en: long('On the day.') },
    };
    const now: Breaks = {
      ...old,
      'steps/decide/with': ['a', 'b', 'c', 'd', 'f'],
      'steps/decide/purpose': { en: long('Within three days.') },
    };
    expect(told(now, old).map(({ words }) => words.en)).toEqual([
      'Decide, purpose: … child is told what happens next. On the day. -> … child is told what happens next. Within three days.',
      'Decide, with: added: Somebody of the service with a long name, f; removed: Somebody of the service with a long name, e',
    ]);
  });

  test('never as data: words of the format, answers, and what has several parts', () => {
    expect(english({ 'roles/judge/sector': 'social' })).toEqual(['Judge, sector: justice -> social work']);
    const scope = (value: string | undefined): Breaks => ({
      'parameters/scope': {
        label: { en: 'Who must tell' },
        type: 'enum',
        values: { everyone: { label: { en: 'anybody' } } },
        ...(value !== undefined && { value }),
        confidence: 'memory',
        basis: 'practice',
      },
    });
    const words = told(scope('everyone'), scope(undefined)).map((one) => one.words.en);
    expect(words).toEqual(['Who must tell, value: nothing -> anybody']);
    const all = told({
      'steps/decide/who': { by: 'risk', values: { high: ['judge'] } },
      'deadlines/decide_by/escalation': [{ at: 150, to: 'judge' }],
      'safeguards/heard_before_placement/property': { never: { a: 'event:danger', unless: 'is_safe' } },
      'pack/jurisdiction': 'BJ',
    });
    for (const { words: said } of all)
      for (const sentence of Object.values(said)) expect(sentence).not.toMatch(/[{}]|[a-z]_[a-z]|BJ/u);
  });

  test('what came and what went', () => {
    expect(english({ 'roles/aunt': { label: { en: 'Aunt' }, sector: 'family' } })).toEqual([
      'Role added: Aunt',
    ]);
    expect(english({ 'effects/tell_judge': undefined })).toEqual(['Effect removed: Tell the judge']);
  });
});

describe('the machine is told as steps and ways', () => {
  const states = 'machine/states/main/states';
  test.for<[string, Breaks, readonly (readonly [path: string, kind: string, sentence: string])[]]>([
    [
      'a way added, with its condition',
      { [`${states}/support/on/reopened`]: [{ target: '#decide', guard: 'is_safe' }] },
      [
        [
          'machine/support/on/reopened/#decide',
          'added',
          'Support under way, when « The case is opened again », way to Decide: added if The child is safe at home',
        ],
      ],
    ],
    [
      'a way removed',
      { [`${states}/decide/on/support_agreed`]: undefined },
      [
        [
          'machine/decide/on/support_agreed/#support',
          'removed',
          'Decide, when « Support is agreed », way to Support under way: removed',
        ],
      ],
    ],
    [
      'a way guarded otherwise',
      {
        [`${states}/decide/on/support_agreed`]: [
          { target: '#support', guard: { type: 'not', params: { of: ['danger_is_seen'] } } },
        ],
      },
      [
        [
          'machine/decide/on/support_agreed/#support',
          'changed',
          'Decide, when « Support is agreed », way to Support under way: - -> if not (Danger is seen)',
        ],
      ],
    ],
    [
      'ways in another order',
      { [`${states}/sort/always`]: [{ target: '#decide' }, { target: '#support', guard: 'risk_is_low' }] },
      [
        [
          'machine/sort/always',
          'moved',
          'How serious, at once, order of the ways: to Support under way, to Decide -> to Decide, to Support under way',
        ],
      ],
    ],
    [
      'a step added',
      { [`${states}/wait`]: { id: 'wait' }, 'steps/wait': { kind: 'work', title: { en: 'Wait' } } },
      [
        ['machine/wait', 'added', 'Wait (in Following the child): step added'],
        ['steps/wait', 'added', 'Step added: Wait'],
      ],
    ],
    [
      'a step moved to another stage',
      {
        [`${states}/review`]: undefined,
        'machine/states/urgent/states/review': samplePack().machine.states.main?.states?.review,
      },
      [['machine/review/parent', 'moved', 'Review the placement: moved, Following the child -> Emergency']],
    ],
    [
      'a deadline that moves the case',
      { [`${states}/placed/after`]: undefined },
      [
        [
          'machine/placed/after/order_ends/#review',
          'removed',
          'Child placed, after the deadline « The order ends », way to Review the placement: removed',
        ],
      ],
    ],
    [
      'tags',
      { [`${states}/placed/tags`]: undefined },
      [['machine/placed/tags', 'removed', 'Child placed, tags: measure -> nothing']],
    ],
  ])('%s', ([, breaks, expected]) => {
    expect(told(breaks).map(({ path, kind, words }) => [path, kind, words.en])).toEqual(expected);
  });
});
