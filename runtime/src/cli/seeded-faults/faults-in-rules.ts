/** What leaves a child out of a rule table of the base pack: each is found by the rule analysis. */
import { cut, demand, lastFirst, put } from './break-files.ts';
import type { Fault } from './fault.ts';

const MAIN = 'machine/states/main/states';

export const FAULTS_IN_RULES: readonly Fault[] = [
  {
    name: 'a guard asks that a plan is ready and is not',
    break: put('machine', '@case_plan/on/plan_submitted/0/guard', {
      type: 'all',
      params: { of: ['plan_is_ready', { type: 'not', params: { of: ['plan_is_ready'] } }] },
    }),
    foundBy: {
      analysis: 'guard.never_true',
      at: `${MAIN}/planning/states/case_plan/on/plan_submitted/0/guard`,
    },
  },
  {
    name: 'the way of every child stands before that of the child at high risk',
    break: lastFirst('machine', '@best_interests_determination/on/best_interests_determined'),
    foundBy: {
      analysis: 'choice.shadowed',
      at: `${MAIN}/assessment/states/best_interests_determination/on/best_interests_determined/1`,
    },
  },
  {
    name: 'a child old enough to refuse must be young as well',
    break: demand('older_child_refuses_knowingly', { fact: 'age_today', operator: 'lessThan', value: 10 }),
    foundBy: { analysis: 'rule.never_true', at: 'rules/older_child_refuses_knowingly/conditions' },
  },
  {
    name: 'a child who was not met alone counts as met',
    break: put('rules', 'child_was_seen_alone/conditions/all/0', {
      fact: 'contact_result',
      operator: 'in',
      value: ['seen_alone', 'seen_not_alone', 'not_found', 'access_refused'],
    }),
    foundBy: { analysis: 'rule.answer_suffices', at: 'rules/child_was_seen_alone/conditions' },
  },
  {
    name: 'known or unknown, every child is at risk',
    break: put('rules', 'risk_is_high/conditions', {
      any: [
        { fact: 'risk_level', operator: 'known', value: true },
        { fact: 'risk_level', operator: 'known', value: false },
      ],
    }),
    foundBy: { analysis: 'rule.always_true', at: 'rules/risk_is_high/conditions' },
  },
  {
    name: 'a child who cannot be seen alone has no way on',
    break: cut('machine', '@first_contact/on/child_not_reached'),
    foundBy: { analysis: 'step.waits', at: `${MAIN}/meeting/states/first_contact` },
  },
  {
    name: 'a child for whom no place outside the family is favoured has no way back',
    break: cut('machine', '@alternative_care/on/no_safe_option'),
    foundBy: { analysis: 'step.stuck', at: `${MAIN}/intervention/states/alternative_care` },
  },
  {
    name: 'a child cleared and a child under a measure are the same',
    break: put('rules', 'child_is_cleared/conditions/all/0', {
      fact: 'judgment_outcome',
      operator: 'in',
      value: ['acquitted', 'educational_measure'],
    }),
    foundBy: {
      analysis: 'choice.overlap',
      at: 'machine/states/child_justice/states/justice_decision/states/at_liberty/on/judgment_given/1',
    },
  },
  {
    name: 'an accused child who is old enough has no way',
    break: put('machine', '@justice_idle/on/accusation_received/1/guard', 'old_enough_at_facts'),
    foundBy: {
      analysis: 'choice.gap',
      at: 'machine/states/child_justice/states/justice_idle/on/accusation_received',
    },
  },
];
