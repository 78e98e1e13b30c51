/** What breaks a right of the child in the main track and in the emergency one: each is found by the safeguard that keeps it. */
import { both, cut, forget, put, unlist } from './break-files.ts';
import type { Fault } from './fault.ts';

export const FAULTS_IN_PROTECTION: readonly Fault[] = [
  {
    name: 'a report is registered before danger is triaged',
    break: put('machine', '@receive_report/on/report_received/0/target', '#register_identify'),
    foundBy: { safeguard: 'danger_is_triaged_first' },
  },
  {
    name: 'danger seen may wait two days',
    break: put('deadlines', 'emergency_response_due/within', 'P2D'),
    foundBy: { safeguard: 'danger_has_an_answer' },
  },
  {
    name: 'making the child safe waits for a hearing',
    break: both(
      cut('events', 'child_made_safe/protective'),
      put('machine', '@emergency_response/on/child_made_safe/0/guard', 'heard_for_order'),
    ),
    foundBy: { safeguard: 'safety_is_never_refused' },
  },
  {
    name: 'a follow-up starts with nobody responsible',
    break: cut('machine', '@open_and_assign/on/case_opened/0/guard'),
    foundBy: { safeguard: 'one_responsible_person' },
  },
  {
    name: 'adults agree before anybody has met the child',
    break: put('machine', '@open_and_assign/on/case_opened/0/target', '#inform_and_agree'),
    foundBy: { safeguard: 'child_seen_before_agreement' },
  },
  {
    name: 'the refusal of an adult closes the case',
    break: put('machine', '@inform_and_agree/on/caregiver_refused/0/target', '#declined_by_child'),
    foundBy: { safeguard: 'only_knowing_refusal_closes' },
  },
  {
    name: 'nobody knows from what age a child may refuse',
    break: cut('parameters', 'older_child_age/value'),
    foundBy: {
      vacuous: 'only_knowing_refusal_closes',
      because: 'step:declined_by_child never happens while older_child_age has no value',
    },
  },
  {
    name: 'who took note of an adult’s refusal reviews it',
    break: unlist('events', 'assessment_goes_on/differsFrom', 'caregiver_refused'),
    foundBy: { safeguard: 'refusal_reviewed_by_another' },
  },
  {
    name: 'best interests are weighed before the facts are known',
    break: put('machine', '@refusal_review/on/assessment_goes_on/0/target', '#best_interests'),
    foundBy: { safeguard: 'facts_before_best_interests' },
  },
  {
    name: 'a plan is approved without the child',
    break: cut('machine', '@plan_check/on/plan_approved/0/guard'),
    foundBy: { safeguard: 'heard_before_plan' },
  },
  {
    name: 'the rule of approval forgets the hearing',
    break: forget('plan_can_be_approved', 'heard_for_assessment'),
    foundBy: { safeguard: 'heard_before_plan' },
  },
  {
    name: 'neither the rule nor the event of a placement asks for the hearing',
    break: both(
      forget('lasting_placement_is_lawful', 'heard_for_placement'),
      unlist('events', 'placement_decided/needs', 'hearing_placement'),
    ),
    foundBy: { safeguard: 'heard_before_placement' },
  },
  {
    name: 'a second placement rests on what the child said of the first',
    break: unlist('steps', 'alternative_care/fresh', 'hearing_placement'),
    foundBy: { safeguard: 'heard_before_placement' },
  },
  {
    name: 'a child placed in an emergency is not heard',
    break: both(
      forget('emergency_placement_is_lawful', 'heard_for_emergency'),
      unlist('events', 'emergency_placement_decided/needs', 'hearing_emergency'),
    ),
    foundBy: { safeguard: 'heard_before_emergency_placement' },
  },
  {
    name: 'an emergency measure is confirmed without the child',
    break: both(
      cut('machine', '@emergency_placement/on/emergency_measure_confirmed/0/guard'),
      unlist('events', 'emergency_measure_confirmed/needs', 'hearing_emergency'),
    ),
    foundBy: { safeguard: 'heard_before_confirmation' },
  },
  {
    name: 'an event of the agreement places the child at once',
    break: put('machine', '@inform_and_agree/on/agreement_recorded/0/target', '#placement_start'),
    foundBy: { safeguard: 'best_interests_before_placement' },
  },
  {
    name: 'the guard of a placement is turned round',
    break: put('machine', '@alternative_care/on/placement_decided/0/guard', {
      type: 'not',
      params: { of: ['lasting_placement_is_lawful'] },
    }),
    foundBy: { safeguard: 'placement_keeps_every_guarantee' },
  },
  {
    name: 'a lasting placement needs no authority',
    break: forget('lasting_placement_is_lawful', 'separation_has_a_basis'),
    foundBy: { safeguard: 'separation_has_authority' },
  },
  {
    name: 'an emergency placement needs no authority',
    break: forget('emergency_placement_is_lawful', 'separation_has_a_basis'),
    foundBy: { safeguard: 'emergency_separation_has_authority' },
  },
  {
    name: 'in an emergency an infant may be placed in an institution',
    break: forget('emergency_placement_is_lawful', 'infants_are_in_families'),
    foundBy: { safeguard: 'infants_in_families_emergency' },
  },
  {
    name: 'nobody checks who takes the child in',
    break: forget('lasting_placement_is_lawful', 'carers_are_authorised'),
    foundBy: { safeguard: 'carers_are_checked' },
  },
  {
    name: 'an emergency measure is looked at after two weeks',
    break: put('deadlines', 'emergency_review_due/within', 'P14D'),
    foundBy: { safeguard: 'emergency_is_reviewed' },
  },
  {
    name: 'an emergency measure that was confirmed cannot be lifted',
    break: cut('machine', '@emergency_confirmed/on/emergency_measure_lifted'),
    foundBy: { safeguard: 'emergency_can_always_end' },
  },
  {
    name: 'a placement is never visited nor reviewed',
    break: cut('steps', 'care_visit/deadlines'),
    foundBy: { safeguard: 'care_is_reviewed' },
  },
  {
    name: 'a placement is reviewed once a year',
    break: put('parameters', 'placement_review_interval/value', 'P1Y'),
    foundBy: { safeguard: 'review_interval_is_short' },
  },
  {
    name: 'the deadline of a placement’s review is a year, whatever the interval says',
    break: put('deadlines', 'care_review_due/within', 'P1Y'),
    foundBy: { safeguard: 'placement_review_is_near' },
  },
  {
    name: 'a placement is visited and has no date of review',
    break: unlist('steps', 'care_visit/deadlines', 'care_review_due'),
    foundBy: { safeguard: 'placement_review_is_near' },
  },
  {
    name: 'one person alone decides a placement',
    break: cut('events', 'placement_decided/secondPerson'),
    foundBy: { safeguard: 'placement_decided_by_two' },
  },
  {
    name: 'a plan without goals is checked',
    break: cut('machine', '@case_plan/on/plan_submitted/0/guard'),
    foundBy: { safeguard: 'plan_is_written' },
  },
  {
    name: 'who wrote the plan approves it',
    break: cut('events', 'plan_approved/differsFrom'),
    foundBy: { safeguard: 'plan_checked_by_another' },
  },
  {
    name: 'who proposes to close the case closes it',
    break: unlist('events', 'closure_approved/differsFrom', 'closure_proposed'),
    foundBy: { safeguard: 'closure_decided_by_another' },
  },
  {
    name: 'a case closes whoever saw the child',
    break: cut('machine', '@closure_decision/on/closure_approved/1/guard'),
    foundBy: { safeguard: 'closure_is_safe' },
  },
  {
    name: 'a case closes under an order',
    break: forget('closing_is_lawful', 'no_order_is_open'),
    foundBy: { safeguard: 'no_closure_under_order' },
  },
  {
    name: 'a child goes home unprepared',
    break: cut('machine', '@family_return/on/child_returned/0/guard'),
    foundBy: { safeguard: 'return_is_prepared_and_followed' },
  },
  {
    name: 'a second return rests on what the child said of the first',
    break: unlist('steps', 'family_return/fresh', 'hearing_return'),
    foundBy: { safeguard: 'heard_before_return' },
  },
  {
    name: 'a young person leaves without a plan',
    break: forget('transition_is_ready', 'aftercare_is_planned'),
    foundBy: { safeguard: 'majority_is_prepared' },
  },
];
