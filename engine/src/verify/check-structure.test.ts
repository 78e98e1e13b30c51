import { describe, expect, test } from 'vitest';
import { type Breaks, samplePack } from '../procedure/sample-pack.ts';
import { checkStructure } from './check-structure.ts';
import type { CHECKS } from './checks.ts';

const found = (breaks: Breaks) =>
  checkStructure(samplePack(breaks)).map(({ code, severity, path }) => `${severity} ${code} ${path}`);

const main = 'machine/states/main';
const steps = `${main}/states`;
const urgent = 'machine/states/urgent';
const text = (words: string) => ({ en: words, fr: words });

/** For each check: what is broken in the sample, and exactly what is found then. */
const BROKEN: {
  readonly [check in keyof typeof CHECKS]: readonly (readonly [string, Breaks, readonly string[]])[];
} = {
  names: [
    [
      'a guard that is no rule',
      { [`${steps}/decide/on/placement_decided/0/guard`]: 'nothing' },
      [`error name.unknown ${steps}/decide/on/placement_decided/0/guard`],
    ],
    [
      'a guard inside a guard',
      {
        [`${steps}/support/on/support_ended/0/guard`]: {
          type: 'any',
          params: { of: ['is_safe', { type: 'not', params: { of: ['nothing'] } }] },
        },
      },
      [`error name.unknown ${steps}/support/on/support_ended/0/guard/params/of/1/params/of/0`],
    ],
    [
      'a guard about a state',
      {
        [`${steps}/support/on/support_ended/0/guard`]: {
          type: 'all',
          params: { of: ['is_safe', { type: 'in', params: { state: 'nowhere' } }] },
        },
      },
      [`error name.unknown ${steps}/support/on/support_ended/0/guard/params/of/1/params/state`],
    ],
    [
      'a target that is no state',
      { [`${steps}/review/on/child_returned`]: [{ target: '#nowhere' }] },
      [`error name.unknown ${steps}/review/on/child_returned/0/target`],
    ],
    [
      'an event that is not defined',
      { [`${steps}/review/on/nothing`]: [{ target: '#support' }] },
      [`error name.unknown ${steps}/review/on/nothing`],
    ],
    [
      'a delay name without a deadline',
      { [`${steps}/placed/after/nothing`]: [{ target: '#review' }] },
      [`error name.unknown ${steps}/placed/after/nothing`],
    ],
    [
      'a delay named by a parameter',
      { [`${steps}/placed/after/order_length`]: [{ target: '#review' }] },
      [`error name.unknown ${steps}/placed/after/order_length`],
    ],
    [
      'a role',
      { 'steps/review/who/1': 'nobody', 'steps/review/with': ['nobody'] },
      ['error name.unknown steps/review/who/1', 'error name.unknown steps/review/with/0'],
    ],
    [
      'a role of a table',
      { 'steps/decide/who/values/low': ['nobody'] },
      ['error name.unknown steps/decide/who/values/low/0'],
    ],
    ['a form', { 'steps/review/form': 'nothing' }, ['error name.unknown steps/review/form']],
    [
      'a deadline of a step',
      { 'steps/review/deadlines/1': 'nothing' },
      ['error name.unknown steps/review/deadlines/1'],
    ],
    [
      'a rule of a task',
      { 'steps/visit/tasks/note/met': 'nothing' },
      ['error name.unknown steps/visit/tasks/note/met'],
    ],
    ['a source', { 'steps/review/sources': ['nothing'] }, ['error name.unknown steps/review/sources/0']],
    [
      'a signal that is an event somebody reports',
      { 'steps/visit/settles': ['danger', 'reopened'] },
      ['error name.kind steps/visit/settles/1'],
    ],
    [
      'steps of steps.json that the machine does not have',
      { 'steps/lost': { kind: 'choice', title: text('Lost') } },
      ['error name.unknown steps/lost'],
    ],
    [
      'facts an event needs',
      { 'events/report_taken/needs': ['risk', 'nothing'] },
      ['error name.unknown events/report_taken/needs/1'],
    ],
    [
      'events another person reports',
      { 'events/placement_decided/differsFrom': ['nothing'] },
      ['error name.unknown events/placement_decided/differsFrom/0'],
    ],
    [
      'a fact of a form',
      { 'forms/support_form/sections/support/fields/1': { fact: 'nothing' } },
      ['error name.unknown forms/support_form/sections/support/fields/1/fact'],
    ],
    [
      'a parameter of a span',
      { 'deadlines/decide_by/within': { parameter: 'nothing' } },
      ['error name.unknown deadlines/decide_by/within/parameter'],
    ],
    [
      'a step that an anchor names',
      {
        'deadlines/visit_by/from': {
          latest: [{ done: 'nowhere' }, { event: 'nothing' }, { fact: 'nothing' }],
        },
      },
      [
        'error name.unknown deadlines/visit_by/from/latest/0/done',
        'error name.unknown deadlines/visit_by/from/latest/1/event',
        'error name.unknown deadlines/visit_by/from/latest/2/fact',
      ],
    ],
    [
      'a typed reference of the wrong type',
      { 'deadlines/visit_by/paused': ['step:joint', 'stage:joint', 'tag:measure', 'tag:nothing'] },
      ['error name.unknown deadlines/visit_by/paused/0', 'error name.unknown deadlines/visit_by/paused/3'],
    ],
    [
      'an effect',
      { 'effects/tell_judge/on': { enter: 'step:nowhere' }, 'effects/tell_judge/when': 'nothing' },
      ['error name.unknown effects/tell_judge/on/enter', 'error name.unknown effects/tell_judge/when'],
    ],
    [
      'a safeguard',
      { 'safeguards/return_stays_open/property/always_possible': { event: 'nothing', in: ['step:nowhere'] } },
      [
        'error name.unknown safeguards/return_stays_open/property/always_possible/event',
        'error name.unknown safeguards/return_stays_open/property/always_possible/in/0',
      ],
    ],
    [
      'a moment of a safeguard',
      {
        'safeguards/heard_before_placement/property': {
          precedes: { a: 'leave:nowhere', b: 'rule:nothing', since: 'deadline:nothing' },
        },
      },
      [
        'error name.unknown safeguards/heard_before_placement/property/precedes/a',
        'error name.unknown safeguards/heard_before_placement/property/precedes/b',
        'error name.unknown safeguards/heard_before_placement/property/precedes/since',
      ],
    ],
    [
      'the deadline to reconsider by',
      { 'pack/reconsider': 'nothing', 'deadlines/reconsider_decision': undefined },
      ['error name.unknown pack/reconsider'],
    ],
    [
      'a contact and a track',
      { 'pack/withheld': { nothing: { why: text('x'), call: ['nobody', 'duty_officer'] } } },
      ['error name.unknown pack/withheld/nothing', 'error name.unknown pack/withheld/nothing/call/0'],
    ],
  ],
  rulesRead: [
    [
      'a fact of a rule',
      {
        'rules/risk_is_low/conditions': { not: { any: [{ fact: 'nothing', operator: 'equal', value: 1 }] } },
        'facts/risk/order': 1,
      },
      ['error name.unknown rules/risk_is_low/conditions/not/any/0/fact'],
    ],
    [
      'a fact that a rule compares with',
      { 'rules/is_a_child/conditions/any/0/value/fact': 'nothing', 'parameters/majority_age': undefined },
      ['error name.unknown rules/is_a_child/conditions/any/0/value'],
    ],
    [
      'a rule that a rule names',
      { 'rules/placement_is_justified/also': { more: { condition: 'nothing' } } },
      ['error name.unknown rules/placement_is_justified/also/more/condition'],
    ],
    [
      'what a fact is derived from',
      { 'facts/age/derive/years/from': 'nothing' },
      ['error name.unknown facts/age/derive/years/from'],
    ],
    [
      'a field of the rows',
      {
        'facts/visit_count/derive/count/where': {
          all: [
            { fact: 'seen_alone', operator: 'equal', value: true },
            { fact: 'nothing', operator: 'equal', value: true },
          ],
        },
      },
      ['error name.unknown facts/visit_count/derive/count/where/all/1/fact'],
    ],
    [
      'a fact and a parameter of one name',
      {
        'parameters/risk': {
          label: text('Risk'),
          type: 'string',
          value: 'x',
          confidence: 'read',
          basis: 'practice',
        },
      },
      ['error name.twice parameters/risk'],
    ],
    [
      'a value of another type',
      { 'parameters/majority_age/value': 'eighteen', 'parameters/order_length/value': 6 },
      [
        'error operator.value rules/is_a_child/conditions/any/0/value',
        'error parameter.value parameters/majority_age/value',
        'error parameter.value parameters/order_length/value',
      ],
    ],
    [
      'an initial value of another type',
      { 'facts/order_sought/initial': 'no' },
      ['error initial.value facts/order_sought/initial'],
    ],
    [
      'a presumption of another type',
      { 'facts/looks_like_a_child/presume/value': 3 },
      ['error presume.value facts/looks_like_a_child/presume/value'],
    ],
    [
      'rules that read each other',
      {
        'rules/is_safe/conditions': { all: [{ condition: 'placement_is_justified' }] },
        'rules/child_was_heard/conditions': { condition: 'is_safe' },
        'forms/support_form/sections/support/fields': [{ fact: 'order_date' }],
        'forms/visit_form/sections/visit/fields/0/required': false,
      },
      ['error rule.cycle rules/child_was_heard', 'info unused facts/safe_at_home'],
    ],
  ],
  identity: [
    [
      'an id that is not its key',
      { [`${steps}/review/id`]: 'reviewed' },
      [`error machine.id ${steps}/review/id`],
    ],
    [
      'two states of one name',
      {
        [`${urgent}/states/review`]: {
          id: 'review',
          always: [{ target: '#urgent_idle', guard: 'is_safe' }, {}],
        },
        [`${urgent}/states/shelter/on/child_sheltered`]: [
          { target: '#urgent_idle', guard: 'is_safe' },
          { target: '#shelter' },
        ],
      },
      [`error name.ambiguous ${urgent}/states/review`, `error step.unreachable ${urgent}/states/review`],
    ],
    ['the name of the machine', { 'machine/id': 'urgent' }, [`error name.ambiguous ${urgent}`]],
  ],
  shape: [
    [
      'a stage that does not say what opens first',
      { [`${steps}/joint/states/home/initial`]: undefined },
      [
        `error machine.initial ${steps}/joint/states/home/initial`,
        `error step.unreachable ${steps}/joint/states/home/states/visit`,
        `error step.unreachable ${steps}/joint/states/home/states/home_done`,
      ],
    ],
    [
      'an initial of another stage',
      { [`${urgent}/initial`]: 'visit' },
      [
        `error machine.initial ${urgent}/initial`,
        `error track.no_idle ${urgent}/initial`,
        `error step.unreachable ${urgent}/states/urgent_idle`,
        `error step.unreachable ${urgent}/states/shelter`,
      ],
    ],
    [
      'an initial where nothing is inside',
      { [`${steps}/review/initial`]: 'visit' },
      [`error machine.initial ${steps}/review/initial`],
    ],
    [
      'an initial of a parallel stage',
      { [`${steps}/joint/initial`]: 'home' },
      [`error machine.initial ${steps}/joint/initial`],
    ],
    [
      'final directly in a track',
      {
        [`${urgent}/states/over`]: { id: 'over', type: 'final' },
        [`${urgent}/states/shelter/on/child_sheltered`]: [
          { target: '#urgent_idle', guard: 'is_safe' },
          { target: '#over' },
        ],
      },
      [`error machine.final_in_track ${urgent}/states/over`, `error step.dead_end ${urgent}/states/over`],
    ],
    [
      'a final state that moves',
      { [`${steps}/joint/states/home/states/home_done/on`]: { support_agreed: [{ target: '#visit' }] } },
      [`error machine.final_moves ${steps}/joint/states/home/states/home_done`],
    ],
    [
      'onDone on a track',
      { [`${main}/onDone`]: [{ target: '#decide' }] },
      [`error machine.done_on_track ${main}/onDone`],
    ],
    [
      'onDone of a stage that never ends',
      {
        [`${steps}/joint/states/health/states/health_done`]: undefined,
        [`${steps}/joint/states/health/states/examine/on/examination_done`]: [{ target: '#examine' }],
      },
      [
        `error machine.never_done ${steps}/joint/onDone`,
        `error step.dead_end ${steps}/joint/states/health/states/examine`,
      ],
    ],
    [
      'onDone of a step',
      { [`${steps}/review/onDone`]: [{ target: '#decide' }] },
      [`error machine.never_done ${steps}/review/onDone`],
    ],
    [
      'a memory where nothing remembers',
      { [`${steps}/review/history`]: 'deep' },
      [`error machine.history ${steps}/review/history`],
    ],
    [
      'a memory that moves',
      {
        [`${steps}/joint/states/home/states/back`]: {
          id: 'back',
          type: 'history',
          always: [{ target: '#visit' }],
        },
      },
      [`error machine.history ${steps}/joint/states/home/states/back`],
    ],
    [
      'a memory whose default lies elsewhere',
      { [`${steps}/joint/states/home/states/back`]: { id: 'back', type: 'history', target: '#decide' } },
      [`error machine.history ${steps}/joint/states/home/states/back/target`],
    ],
  ],
  tracks: [
    [
      'a track that does not start idle',
      {
        'steps/urgent_idle/kind': 'choice',
        [`${urgent}/states/urgent_idle/on`]: undefined,
        [`${urgent}/states/urgent_idle/always`]: [{ target: '#shelter' }],
      },
      [`error track.no_idle ${urgent}/initial`, 'warning event.unheard events/danger'],
    ],
    [
      'a main track that never ends',
      {
        'steps/closed/kind': 'wait',
        'steps/closed/deadlines': ['support_by'],
        'events/reopened/by': ['supervisor'],
      },
      [`error track.no_end ${main}`, 'warning scenario.outcome_no_end scenarios/low_risk/expect/outcome'],
    ],
    ['idle in main', { 'steps/support/kind': 'idle' }, ['error track.idle_in_main steps/support/kind']],
    [
      'an end that only joins',
      { 'steps/home_done': { kind: 'end', title: text('Done') } },
      ['error step.final_end steps/home_done/kind'],
    ],
    [
      'a track without a step',
      { 'machine/states/empty': { id: 'empty' }, 'steps/empty': { kind: 'track', title: text('Empty') } },
      ['error track.empty machine/states/empty'],
    ],
  ],
  arrows: [
    [
      'an arrow to another track',
      { [`${steps}/review/on/child_returned`]: [{ target: '#shelter' }] },
      [`error machine.cross_track ${steps}/review/on/child_returned/0`],
    ],
    [
      'an arrow out of a nested region',
      { [`${steps}/joint/states/home/states/visit/on/visit_done`]: [{ target: '#decide' }] },
      [
        `error machine.cross_track ${steps}/joint/states/home/states/visit/on/visit_done/0`,
        `error step.unreachable ${steps}/joint/states/home/states/home_done`,
      ],
    ],
    [
      'an arrow to the track itself',
      { [`${steps}/review/on/child_returned`]: [{ target: '#main' }] },
      [`error machine.targets_region ${steps}/review/on/child_returned/0`],
    ],
    [
      'a region that enters itself again',
      { [`${urgent}/on`]: { child_sheltered: [{ target: '#urgent_idle', reenter: true }] } },
      [`error machine.reenters_region ${urgent}/on/child_sheltered/0`],
    ],
    [
      'a region of a parallel stage that enters itself again',
      { [`${steps}/joint/states/home/on`]: { child_returned: [{ target: '#visit', reenter: true }] } },
      [`error machine.reenters_region ${steps}/joint/states/home/on/child_returned/0`],
    ],
  ],
  hearing: [
    [
      'an event heard in two tracks',
      { [`${urgent}/states/shelter/on/child_returned`]: [{ target: '#urgent_idle' }] },
      ['error event.two_tracks events/child_returned'],
    ],
    [
      'an event heard in two regions',
      { [`${steps}/joint/states/health/states/examine/on/visit_done`]: [{ target: '#health_done' }] },
      ['warning event.two_regions events/visit_done'],
    ],
    [
      'an event nobody hears',
      { 'events/lonely': { label: text('Lonely') } },
      ['warning event.unheard events/lonely'],
    ],
  ],
  listsEnd: [
    [
      'always',
      { [`${steps}/sort/always`]: [{ target: '#decide' }, { target: '#support', guard: 'risk_is_low' }] },
      [`error list.ends_guarded ${steps}/sort/always`, `error list.never_read ${steps}/sort/always/1`],
    ],
    [
      'after',
      { [`${steps}/placed/after/order_ends/0/guard`]: 'is_safe' },
      [`error list.ends_guarded ${steps}/placed/after/order_ends`],
    ],
    [
      'onDone',
      { [`${steps}/joint/onDone/0/guard`]: 'is_safe' },
      [`error list.ends_guarded ${steps}/joint/onDone`],
    ],
    [
      'a signal',
      { [`${urgent}/states/urgent_idle/on/danger/0/guard`]: 'is_safe' },
      [`error list.ends_guarded ${urgent}/states/urgent_idle/on/danger`],
    ],
  ],
  measures: [
    [
      'always',
      { [`${steps}/sort/always/1/target`]: '#placed' },
      [`error measure.unasked ${steps}/sort/always/1/target`],
    ],
    [
      'after',
      { [`${steps}/support/after`]: { support_by: [{ target: '#placed' }] } },
      [
        `error measure.unasked ${steps}/support/after/support_by/0/target`,
        `error deadline.returns ${steps}/placed/after/order_ends`,
      ],
    ],
    [
      'onDone',
      { [`${steps}/joint/onDone`]: [{ target: '#placed', guard: 'is_safe' }, { target: '#sort' }] },
      [`error measure.unasked ${steps}/joint/onDone/0/target`],
    ],
    [
      'a signal',
      { [`${urgent}/states/shelter/tags`]: ['measure'] },
      [`error measure.unasked ${urgent}/states/urgent_idle/on/danger/0/target`],
    ],
    [
      'a stage whose first step is one',
      {
        [`${steps}/joint/states/home/states/visit/tags`]: ['measure'],
        [`${steps}/support/after`]: { support_by: [{ target: '#joint' }] },
      },
      [`error measure.unasked ${steps}/support/after/support_by/0/target`],
    ],
    [
      'a memory that may restore one',
      {
        [`${steps}/joint/states/home/states/back`]: { id: 'back', type: 'history' },
        [`${steps}/joint/states/home/states/home_done/tags`]: ['measure'],
        [`${steps}/support/after`]: { support_by: [{ target: '#back' }] },
      },
      [`error measure.unasked ${steps}/support/after/support_by/0/target`],
    ],
  ],
  reach: [
    [
      'a step no arrow enters',
      { [`${steps}/placed/after/order_ends`]: [{ target: '#support' }] },
      [`error step.unreachable ${steps}/review`],
    ],
  ],
  deadEnds: [
    [
      'a step nothing leads on from',
      { [`${urgent}/states/shelter/on/child_sheltered`]: [{}] },
      [`error step.dead_end ${urgent}/states/shelter`],
    ],
    [
      'a step that only what befalls the child leads on from',
      {
        [`${urgent}/states/shelter/on/child_sheltered`]: [{}],
        [`${urgent}/after`]: { order_ends: [{ target: '#urgent_idle' }] },
        [`${urgent}/on`]: { danger: [{ target: '#shelter' }] },
      },
      [`error step.dead_end ${urgent}/states/shelter`],
    ],
    [
      'a final state that joins nothing',
      {
        [`${steps}/joint/onDone`]: undefined,
        [`${steps}/joint/on`]: { support_agreed: [{ target: '#sort' }] },
      },
      [],
    ],
    [
      'steps from which no case closes',
      {
        [`${steps}/support/on/support_ended/1/target`]: '#limbo',
        [`${steps}/limbo`]: { id: 'limbo', on: { support_agreed: [{ target: '#beyond' }] } },
        [`${steps}/beyond`]: { id: 'beyond', on: { support_agreed: [{ target: '#limbo' }] } },
        'steps/limbo': {
          kind: 'wait',
          title: text('Limbo'),
          who: ['caseworker'],
          deadlines: ['support_by'],
          basis: 'practice',
        },
        'steps/beyond': {
          kind: 'wait',
          title: text('Beyond'),
          who: ['caseworker'],
          deadlines: ['support_by'],
          basis: 'practice',
        },
      },
      [`error step.trap ${steps}/limbo`],
    ],
  ],
  loops: [
    [
      'choices that turn in a circle',
      {
        [`${steps}/support`]: {
          id: 'support',
          always: [{ target: '#closed', guard: 'is_safe' }, { target: '#sort' }],
        },
        'steps/support': { kind: 'choice', title: text('Choice') },
        'forms/support_form/sections/support/fields': [{ fact: 'safe_at_home' }],
        'steps/review/form': 'support_form',
        'steps/review/deadlines': ['support_by'],
      },
      [`error machine.loop ${steps}/sort`, 'warning event.unheard events/support_ended'],
    ],
    [
      'a stage that sends itself inside',
      { [`${main}/always`]: [{ target: '#decide', guard: 'is_safe' }, {}] },
      [`error machine.loop ${main}`],
    ],
  ],
  returningDeadlines: [
    [
      'an order that runs out again whenever the case comes back to it',
      { [`${steps}/review/on/placement_decided`]: [{ target: '#placed' }] },
      [`error deadline.returns ${steps}/placed/after/order_ends`],
    ],
    [
      'an order that counts from the decision which leads back',
      {
        [`${steps}/review/on/placement_decided`]: [{ target: '#placed' }],
        'deadlines/order_ends/from': { event: 'placement_decided' },
      },
      [],
    ],
  ],
  stepEntries: [
    ['a step nobody describes', { 'steps/review': undefined }, [`error step.undescribed ${steps}/review`]],
    ['a stage nobody describes', { 'steps/joint': undefined }, [`warning stage.undescribed ${steps}/joint`]],
    ['a stage described as a track', { 'steps/joint/kind': 'track' }, ['error step.kind steps/joint/kind']],
    [
      'a choice that hears',
      { [`${steps}/sort/on`]: { support_agreed: [{ target: '#decide' }] } },
      [`error step.choice ${steps}/sort`],
    ],
    [
      'work that a case passes by',
      { [`${steps}/review/always`]: [{ target: '#support' }] },
      [`error step.passed_by ${steps}/review`],
    ],
    [
      'work that a case leaves by itself once a rule says so',
      { [`${steps}/review/always`]: [{ target: '#support', guard: 'is_safe' }, {}] },
      [],
    ],
  ],
  stepDuties: [
    [
      'work that is nobody’s',
      { 'steps/shelter/who': undefined, 'events/child_sheltered/by': ['caseworker'] },
      ['error step.no_role steps/shelter'],
    ],
    [
      'work that never ends',
      { 'steps/shelter/deadlines': undefined, 'steps/visit/deadlines': ['visit_by', 'shelter_by'] },
      ['error step.no_deadline steps/shelter'],
    ],
    [
      'waiting that never ends',
      { 'steps/support/deadlines': [], 'steps/visit/deadlines': ['visit_by', 'support_by'] },
      ['error step.no_deadline steps/support'],
    ],
    [
      'work that only a clock over the whole track would end',
      {
        'steps/shelter/deadlines': undefined,
        'steps/visit/deadlines': ['visit_by', 'shelter_by'],
        [`${urgent}/after`]: { order_ends: [{ target: '#urgent_idle' }] },
      },
      ['error step.no_deadline steps/shelter'],
    ],
  ],
  reporters: [
    [
      'an event of waiting that is nobody’s',
      { 'steps/support/who': undefined },
      ['error event.no_reporter events/support_ended/by'],
    ],
    [
      'an event of work that is nobody’s is told once, by the work',
      { 'steps/shelter/who': undefined },
      ['error step.no_role steps/shelter'],
    ],
    [
      'an event that only the family could report',
      { 'events/child_returned/by': ['caregiver', 'child'] },
      ['error event.no_reporter events/child_returned/by'],
    ],
  ],
  freshFacts: [
    [
      'a fact forgotten and not asked',
      { 'steps/visit/fresh': ['child_heard', 'risk'] },
      ['error step.fresh_not_asked steps/visit/fresh/1'],
    ],
    [
      'no form at all',
      { 'steps/review/fresh': ['risk'] },
      ['error step.fresh_not_asked steps/review/fresh/0'],
    ],
  ],
  bases: [
    ['a step', { 'steps/review/basis': undefined }, ['error basis.missing steps/review']],
    [
      'a decision',
      { 'events/support_agreed/basis': undefined },
      ['error basis.missing events/support_agreed'],
    ],
    [
      'a protective event',
      { 'events/child_sheltered/basis': undefined },
      ['error basis.missing events/child_sheltered'],
    ],
    ['a deadline', { 'deadlines/decide_by/basis': undefined }, ['error basis.missing deadlines/decide_by']],
    ['a rule of a guard', { 'rules/is_safe/basis': undefined }, ['error basis.missing rules/is_safe']],
    [
      'a rule of a signal',
      { 'rules/danger_is_seen/basis': undefined },
      ['error basis.missing rules/danger_is_seen'],
    ],
    [
      'a safeguard',
      { 'safeguards/return_stays_open/basis': undefined },
      ['error basis.missing safeguards/return_stays_open'],
    ],
    [
      'what is presumed',
      { 'facts/looks_like_a_child/presume/basis': undefined },
      ['error basis.missing facts/looks_like_a_child/presume'],
    ],
    [
      'a parameter',
      { 'parameters/order_length/basis': undefined },
      ['warning basis.missing parameters/order_length'],
    ],
    ['law without a source', { 'steps/review/basis': 'law' }, ['error basis.no_source steps/review']],
    [
      'a standard without a source',
      { 'rules/is_safe/basis': 'standard', 'rules/is_safe/sources': [] },
      ['error basis.no_source rules/is_safe'],
    ],
  ],
  brokenBy: [
    [
      'a law that nobody found, and one that is not cited by its article',
      {
        'sources/lost': { instrument: { en: 'A law', fr: 'Une loi' }, article: '1', confidence: 'unknown' },
        'sources/vague': { instrument: { en: 'A law', fr: 'Une loi' }, confidence: 'read' },
        'safeguards/return_stays_open/broken_by': {
          sources: ['lost', 'vague'],
          note: { en: 'So it says.', fr: 'C’est écrit.' },
        },
      },
      [
        'error safeguard.no_article safeguards/return_stays_open/broken_by/sources/0',
        'error safeguard.no_article safeguards/return_stays_open/broken_by/sources/1',
      ],
    ],
    [
      'a law that is not in the pack',
      {
        'safeguards/return_stays_open/broken_by': {
          sources: ['nowhere'],
          note: { en: 'So it says.', fr: 'C’est écrit.' },
        },
      },
      ['error name.unknown safeguards/return_stays_open/broken_by/sources/0'],
    ],
  ],
  parameters: [
    [
      'a rule on law that was not found',
      { 'parameters/majority_age/value': undefined, 'parameters/majority_age/confidence': 'unknown' },
      ['warning needs_law rules/is_a_child/conditions/any/0/value/fact'],
    ],
    [
      'a deadline on law that was not found',
      { 'parameters/order_length/value': undefined, 'parameters/order_length/confidence': 'unknown' },
      ['warning needs_law deadlines/order_ends/within/parameter'],
    ],
    [
      'no value and yet a confidence',
      {
        'parameters/spare': { label: text('Spare'), type: 'integer', confidence: 'read' },
        'safeguards/spare': {
          label: text('x'),
          basis: 'practice',
          property: { parameter: { parameter: 'spare', operator: 'equal', value: 1 } },
        },
      },
      [
        'error parameter.confidence parameters/spare/confidence',
        'warning needs_law safeguards/spare/property/parameter/parameter',
      ],
    ],
    [
      'a value nobody learned',
      { 'parameters/majority_age/confidence': 'unknown' },
      ['error parameter.confidence parameters/majority_age/confidence'],
    ],
    [
      'a span that is no duration',
      { 'deadlines/order_ends/within/parameter': 'majority_age', 'parameters/order_length': undefined },
      ['error deadline.not_duration deadlines/order_ends/within/parameter'],
    ],
  ],
  factValues: [
    [
      'a choice without values',
      {
        'forms/support_form/sections/support/fields/1': { fact: 'mood' },
        'facts/mood': { label: text('Mood'), type: 'enum', tier: 1 },
      },
      ['error fact.no_values facts/mood'],
    ],
    [
      'records without fields',
      {
        'forms/support_form/sections/support/fields/1': { fact: 'rows' },
        'facts/rows': { label: text('Rows'), type: 'records', tier: 1 },
      },
      ['error fact.no_fields facts/rows'],
    ],
    [
      'a choice among fields',
      { 'facts/visits/fields/mood': { label: text('Mood'), type: 'enums', tier: 1 } },
      ['error fact.no_values facts/visits/fields/mood'],
    ],
    [
      'a table that misses a value',
      { 'deadlines/visit_by/within/values/high': undefined, 'steps/decide/who/values/low': undefined },
      ['error table.gap steps/decide/who/values', 'error table.gap deadlines/visit_by/within/values'],
    ],
    [
      'a table of another value',
      { 'deadlines/visit_by/within/values/huge': 'P1D' },
      ['error table.stranger deadlines/visit_by/within/values/huge'],
    ],
    [
      'a table of what is no choice',
      { 'deadlines/visit_by/within': { by: 'danger_seen', values: { yes: 'P1D' } } },
      ['error table.not_enum deadlines/visit_by/within/by'],
    ],
  ],
  deadlines: [
    [
      'counting from what is no date',
      { 'deadlines/decide_by/from': { latest: ['entry', { fact: 'risk' }] } },
      ['error deadline.not_date deadlines/decide_by/from'],
    ],
    [
      'rows of what has none',
      { 'deadlines/decide_by/each': 'risk' },
      ['error deadline.each deadlines/decide_by/each'],
    ],
    [
      'an escalation that falls',
      {
        'deadlines/visit_by/escalation': [
          { at: 100, to: 'supervisor' },
          { at: 80, to: 'caseworker' },
        ],
      },
      ['error deadline.escalation deadlines/visit_by/escalation/1/at'],
    ],
    [
      'an escalation to the family',
      { 'deadlines/shelter_by/escalation': [{ at: 100, to: 'caregiver' }] },
      ['error deadline.escalation deadlines/shelter_by/escalation/0/to'],
    ],
  ],
  forms: [
    [
      'one fact asked twice',
      { 'forms/visit_form/sections/visit/fields/3': { fact: 'visits' } },
      ['warning form.fact_twice forms/visit_form/sections/visit/fields/3'],
    ],
  ],
  withheld: [
    [
      'main',
      { 'pack/withheld': { main: { why: text('x'), call: ['duty_officer'] } } },
      ['error withheld.main pack/withheld/main'],
    ],
    [
      'a track that a protective signal opens',
      { 'pack/withheld': { urgent: { why: text('x'), call: ['duty_officer'] } } },
      ['error withheld.protective pack/withheld/urgent'],
    ],
    [
      'a track that such a signal only reaches once it is open',
      {
        'events/danger/protective': undefined,
        'events/alarm': { label: text('Alarm'), when: 'danger_is_seen', protective: true, basis: 'practice' },
        [`${urgent}/states/shelter/on/alarm`]: [{}],
        'pack/withheld': { urgent: { why: text('x'), call: ['duty_officer'] } },
      },
      [],
    ],
    [
      'nobody to call',
      { 'events/danger/protective': undefined, 'pack/withheld': { urgent: { why: text('x') } } },
      ['warning withheld.nobody_to_call pack/withheld/urgent'],
    ],
  ],
  head: [
    [
      'a zone that does not exist',
      { 'pack/timeZone': 'Mars/Olympus' },
      ['error pack.time_zone pack/timeZone', 'error scenario.time scenarios/low_risk/acts'],
    ],
    ['no language', { 'pack/languages': {} }, ['error pack.no_language pack/languages']],
    [
      'decisions that nothing reconsiders',
      { 'pack/reconsider': undefined, 'deadlines/reconsider_decision': undefined },
      ['error pack.no_reconsider pack/reconsider'],
    ],
    [
      'a linked case of no pack',
      { 'effects/tell_judge/kind': 'open_linked_case' },
      ['error effect.no_pack effects/tell_judge/pack'],
    ],
    [
      'a complaint opened by an effect',
      {
        'pack/complaint': 'complaint',
        'effects/tell_judge/kind': 'open_linked_case',
        'effects/tell_judge/pack': 'complaint',
      },
      ['error effect.complaint effects/tell_judge/pack'],
    ],
    [
      'a person named for what gives no role',
      { 'effects/tell_judge/person': 'declared_age' },
      ['error effect.person effects/tell_judge/person'],
    ],
    [
      'a message to nobody',
      { 'effects/tell_judge/to': undefined },
      ['warning effect.no_recipient effects/tell_judge/to'],
    ],
  ],
  calendar: [
    [
      'hours that close before they open',
      { 'calendar/hours': [{ from: '17:00', to: '08:00' }] },
      ['error calendar.hours_reversed calendar/hours/0'],
    ],
  ],
  scenarios: [
    [
      'a name nobody declared',
      { 'scenarios/low_risk/acts/0/event': 'nothing' },
      ['error name.unknown scenarios/low_risk/acts/0/event'],
    ],
    [
      'an end that is none',
      { 'scenarios/low_risk/expect/outcome': 'support' },
      ['warning scenario.outcome_no_end scenarios/low_risk/expect/outcome'],
    ],
  ],
  texts: [
    ['a title', { 'steps/visit/title/fr': undefined }, ['warning text.missing steps/visit/title']],
    [
      'a label, an option and a step of the scenario',
      { 'facts/risk/values/low/label/en': undefined, 'rules/is_safe/label/fr': undefined },
      ['warning text.missing rules/is_safe/label', 'warning text.missing facts/risk/values/low/label'],
    ],
    [
      'how and the child’s part',
      { 'steps/visit/how': undefined, 'steps/visit/child': undefined },
      ['warning step.no_how steps/visit/how', 'warning step.no_child steps/visit/child'],
    ],
    [
      'documents and renamed terms',
      { 'steps/visit/documents': [{ en: 'Note' }], 'pack/terms': { step: { en: 'Moment' } } },
      ['warning text.missing pack/terms/step', 'warning text.missing steps/visit/documents/0'],
    ],
  ],
  unused: [
    [
      'a fact, a rule, a form, a deadline, a role and a source',
      {
        'facts/spare': { label: text('x'), type: 'boolean', tier: 1 },
        'rules/spare': { label: text('x'), conditions: { condition: 'is_safe' } },
        'forms/spare': { label: text('x'), sections: {} },
        'deadlines/spare': { label: text('x'), within: 'P1D', basis: 'practice' },
        'roles/spare': { label: text('x'), sector: 'social' },
        'sources/spare': { instrument: text('x'), confidence: 'memory' },
      },
      [
        'info unused facts/spare',
        'info unused rules/spare',
        'info unused forms/spare',
        'info unused deadlines/spare',
        'info unused roles/spare',
        'info unused sources/spare',
      ],
    ],
    [
      'a fact read and never asked',
      { 'forms/support_form/sections/support/fields': [{ fact: 'order_date' }] },
      ['warning fact.never_asked rules/is_safe/conditions/all/0/fact'],
    ],
  ],
};

test('law that was not found is told with the guideline beside it', () => {
  const unknown = {
    'parameters/order_length/value': undefined,
    'parameters/order_length/confidence': 'unknown',
  };
  const told = checkStructure(samplePack(unknown)).find(({ code }) => code === 'needs_law');
  expect(told?.parameters).toEqual({ parameter: 'order_length', guideline: 'P6M' });
});

test('a track that a protective signal opens is never withheld, also when the track itself hears the signal', () => {
  const onTrack = {
    'pack/withheld': { urgent: { why: text('x'), call: ['duty_officer'] } },
    [`${urgent}/states/urgent_idle/on`]: undefined,
    [`${urgent}/on`]: { danger: [{ target: '#shelter' }] },
  };
  expect(found(onTrack)).toContain('error withheld.protective pack/withheld/urgent');
});

describe('a sound pack', () => {
  test('has no finding', () => {
    expect(checkStructure(samplePack())).toEqual([]);
  });
});

describe.each(Object.entries(BROKEN))('%s', (_check, cases) => {
  test.each(cases)('finds exactly what is broken: %s', (_title, breaks, expected) => {
    expect(found(breaks)).toEqual(expected);
  });
});
