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
      name: 'the minimum age of criminal responsibility is forgotten',
      break: cut('parameters', 'minimum_age_criminal/value'),
      foundBy: {
        vacuous: 'never_criminal_below_age_diversion',
        because: 'step:diversion_running never happens while minimum_age_criminal has no value',
      },
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
        finding: 'adaptation.removed',
        at: 'machine/states/main/states/assessment/states/hear_child',
      },
    },
    {
      name: 'the child is heard nowhere in the step that is there for it',
      break: lay('machine', 'states/main/states/assessment/states/hear_child/on/child_heard', null),
      foundBy: {
        finding: 'adaptation.protective_door',
        at: 'machine/states/main/states/assessment/states/hear_child/on/child_heard',
      },
    },
    {
      name: 'one person alone decides a placement',
      break: lay('events', 'placement_decided/secondPerson', null),
      foundBy: { finding: 'adaptation.tighten', at: 'events/placement_decided/secondPerson' },
    },
    {
      name: 'hearing the child may be refused for want of an answer',
      break: lay('events', 'child_heard/protective', null),
      foundBy: { finding: 'adaptation.tighten', at: 'events/child_heard/protective' },
    },
    {
      name: 'a placement is decided on what nobody knows',
      break: lay('events', 'placement_decided/protective', true),
      foundBy: { finding: 'adaptation.tighten', at: 'events/placement_decided/protective' },
    },
    {
      name: 'danger seen is no signal any more',
      break: lay('events', 'danger_seen/when', null),
      foundBy: { finding: 'adaptation.tighten', at: 'events/danger_seen/when' },
    },
    {
      name: 'ending a detention is no decision of anybody',
      break: lay('events', 'detention_ended/decision', null),
      foundBy: { finding: 'adaptation.tighten', at: 'events/detention_ended/decision' },
    },
    {
      name: 'the caseworker opens a case alone, because the step says so',
      break: lay('steps', 'open_and_assign/who', ['caseworker', 'supervisor']),
      foundBy: { finding: 'adaptation.tighten', at: 'events/case_opened/by' },
    },
    {
      name: 'only the supervisor may say that the child could not be seen',
      break: lay('events', 'child_not_reached/by', ['supervisor']),
      foundBy: { finding: 'adaptation.tighten', at: 'events/child_not_reached/by' },
    },
    {
      name: 'what was known of danger at the last visit is taken for today’s',
      break: lay('steps', 'follow_up_visit/fresh', { immediate_danger: null }),
      foundBy: { finding: 'adaptation.tighten', at: 'steps/follow_up_visit/fresh' },
    },
    {
      name: 'the triage is left without an answer on danger',
      break: lay('steps', 'safety_triage/settles', []),
      foundBy: { finding: 'adaptation.tighten', at: 'steps/safety_triage/settles' },
    },
    {
      name: 'the child is not there when heard',
      break: lay('steps', 'hear_child/present', { child: null }),
      foundBy: { finding: 'adaptation.tighten', at: 'steps/hear_child/present' },
    },
    {
      name: 'telling the parents where the child is becomes optional',
      break: lay('steps', 'emergency_placement/tasks/tell_parents_now/required', false),
      foundBy: {
        finding: 'adaptation.tighten',
        at: 'steps/emergency_placement/tasks/tell_parents_now/required',
      },
    },
    {
      name: 'age in doubt is not presumed a child’s any more',
      break: lay('facts', 'age_status/presume', null),
      foundBy: { finding: 'adaptation.presume', at: 'facts/age_status/presume' },
    },
    {
      name: 'age in doubt is presumed documented',
      break: lay('facts', 'age_status/presume/value', 'documented'),
      foundBy: { finding: 'adaptation.presume', at: 'facts/age_status/presume' },
    },
    {
      name: 'the agreement of the child is presumed',
      break: lay('facts', 'child_assent/presume', { value: 'given', basis: 'practice' }),
      foundBy: { finding: 'adaptation.presume', at: 'facts/child_assent/presume' },
    },
    {
      name: 'a suspected crime goes to no authority',
      break: lay('machine', 'states/judicial/states/judicial_idle/on/crime_suspected', null),
      foundBy: {
        finding: 'adaptation.protective_door',
        at: 'machine/states/judicial/states/judicial_idle/on/crime_suspected',
      },
    },
    {
      name: 'custody does not end by itself any more',
      break: lay('machine', 'states/child_justice/states/custody/after', null),
      foundBy: {
        finding: 'adaptation.tighten',
        at: 'machine/states/child_justice/states/custody/after/custody_ends',
      },
    },
    {
      name: 'a child who must be released may wait a day',
      break: lay('deadlines', 'release_due/within', 'PT24H'),
      foundBy: { finding: 'adaptation.tighten', at: 'deadlines/release_due/within' },
    },
    {
      name: 'a child is an adult at sixteen',
      break: lay('deadlines', 'turns_adult/within', 'P16Y'),
      foundBy: { finding: 'adaptation.locked', at: 'deadlines/turns_adult' },
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
      foundBy: { finding: 'adaptation.tighten', at: 'events/plan_approved/differsFrom' },
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
