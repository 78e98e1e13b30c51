/** How a national adaptation could take away what the base gives: each is found when the overlay of Benin is laid on the base. */
import { cut, lay, put } from './break-files.ts';
import type { Fault } from './fault.ts';

export const FAULTS_IN_OVERLAY: readonly Fault[] = (
  [
    {
      name: 'a safeguard is taken away',
      break: lay('safeguards', 'heard_before_placement', null),
      foundBy: { finding: 'adaptation.removed', at: 'safeguards/heard_before_placement' },
    },
    {
      name: 'a safeguard is narrowed',
      break: lay('safeguards', 'custody_is_short/property/responds_within/within', 'PT72H'),
      foundBy: { finding: 'adaptation.tighten', at: 'safeguards/custody_is_short/property' },
    },
    {
      name: 'danger may wait six hours',
      break: lay('deadlines', 'emergency_response_due/within', 'PT6H'),
      foundBy: { finding: 'adaptation.tighten', at: 'deadlines/emergency_response_due/within' },
    },
    {
      name: 'care after sexual violence may come later than medicine allows',
      break: lay('deadlines', 'care_window_72/within', 'PT96H'),
      foundBy: { finding: 'adaptation.locked', at: 'deadlines/care_window_72' },
    },
    {
      name: 'a rule of a decision asks less',
      break: lay('rules', 'heard_for_placement/conditions', {
        all: [{ fact: 'child_prepared', operator: 'equal', value: true }],
      }),
      foundBy: { finding: 'adaptation.tighten', at: 'rules/heard_for_placement/conditions' },
    },
    {
      name: 'a rule of a decision has another way to yes',
      break: lay('rules', 'lasting_placement_is_lawful/or_also', {
        judge_said_so: { all: [{ fact: 'child_prepared', operator: 'equal', value: true }] },
      }),
      foundBy: { finding: 'adaptation.tighten', at: 'rules/lasting_placement_is_lawful/or_also' },
    },
    {
      name: 'the guard of a placement is left out',
      break: lay(
        'machine',
        'states/main/states/intervention/states/alternative_care/on/placement_decided/#placement_start/guard',
        null,
      ),
      foundBy: {
        finding: 'adaptation.guard',
        at: 'machine/states/main/states/intervention/states/alternative_care/on/placement_decided/0/guard',
      },
    },
    {
      name: 'a release is taken away',
      break: lay(
        'machine',
        'states/child_justice/states/custody/states/custody_notice/on/child_released',
        null,
      ),
      foundBy: {
        finding: 'adaptation.protective_door',
        at: 'machine/states/child_justice/states/custody/states/custody_notice/on/child_released',
      },
    },
    {
      name: 'the person who reports is less protected',
      break: lay('facts', 'reporter_identity/tier', 1),
      foundBy: { finding: 'adaptation.tier', at: 'facts/reporter_identity/tier' },
    },
    {
      name: 'a child of twelve may refuse help',
      break: lay('parameters', 'older_child_age/value', 12),
      foundBy: { finding: 'adaptation.tighten', at: 'parameters/older_child_age/value' },
    },
    {
      name: 'what the base guards is declared free',
      break: lay('deadlines', 'emergency_response_due/adaptation', 'free'),
      foundBy: { finding: 'adaptation.loosened', at: 'deadlines/emergency_response_due/adaptation' },
    },
    {
      name: 'the step in which the child is heard is left out',
      break: lay('machine', 'states/main/states/assessment/states/hear_child', null),
      foundBy: {
        finding: 'adaptation.protective_door',
        at: 'machine/states/main/states/assessment/states/hear_child/on/child_heard',
      },
    },
    {
      name: 'the overlay rests on a base that does not exist',
      break: put('pack', 'extends/version', '9.0.0'),
      foundBy: { finding: 'extends.version', at: 'pack/extends' },
    },
    {
      name: 'the inquiry of the judge may last for ever',
      break: cut('steps', 'instruction/deadlines'),
      foundBy: { finding: 'step.no_deadline', at: 'steps/instruction' },
    },
    {
      name: 'who wrote the plan approves it',
      break: lay('events', 'plan_approved/differsFrom', []),
      foundBy: { safeguard: 'plan_checked_by_another' },
    },
    {
      name: 'a plan without goals is checked',
      break: lay(
        'machine',
        'states/main/states/planning/states/case_plan/on/plan_submitted/#plan_check/guard',
        null,
      ),
      foundBy: { safeguard: 'plan_is_written' },
    },
    {
      name: 'the law of Benin is cited and not listed',
      break: cut('sources', 'bj_ce_168'),
      foundBy: { finding: 'name.unknown', at: 'rules/lasting_placement_is_lawful/sources/3' },
    },
  ] as const satisfies readonly Fault[]
).map((fault) => ({ ...fault, pack: 'benin' }));
