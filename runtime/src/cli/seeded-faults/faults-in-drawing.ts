/** What a slip of the hand does to the drawing of the base pack: each is found by a structural check, while people type. */
import { askNoMore, cut, forget, lastFirst, put, unlist } from './break-files.ts';
import type { Fault } from './fault.ts';

const ASSESSMENT = 'machine/states/main/states/assessment/states';
const INTERVENTION = 'machine/states/main/states/intervention/states';
const EMERGENCY = 'machine/states/emergency/states';

export const FAULTS_IN_DRAWING: readonly Fault[] = [
  {
    name: 'the step in which the child is heard is passed by',
    break: put('machine', '@comprehensive_assessment/on/situation_assessed/0/target', '#best_interests'),
    foundBy: { finding: 'step.unreachable', at: `${ASSESSMENT}/hear_child` },
  },
  {
    name: 'an arrow leaves its track for another',
    break: put('machine', '@hear_child/on/child_heard/0/target', '#emergency_response'),
    foundBy: { finding: 'machine.cross_track', at: `${ASSESSMENT}/hear_child/on/child_heard/0` },
  },
  {
    name: 'an arrow aims at a whole track',
    break: put('machine', '@hear_child/on/child_heard/0/target', '#emergency'),
    foundBy: { finding: 'machine.targets_region', at: `${ASSESSMENT}/hear_child/on/child_heard/0` },
  },
  {
    name: 'the death of a child starts the whole track anew',
    break: put('machine', '@main/on/child_died/2/reenter', true),
    foundBy: { finding: 'machine.reenters_region', at: 'machine/states/main/on/child_died/2' },
  },
  {
    name: 'no way is left for the child who turns adult and of whom nothing is known',
    break: cut('machine', '@main/after/turns_adult/3'),
    foundBy: { finding: 'list.ends_guarded', at: 'machine/states/main/after/turns_adult' },
  },
  {
    name: 'the way without a guard stands before the child below the minimum age',
    break: lastFirst('machine', '@justice_idle/on/accusation_received'),
    foundBy: {
      finding: 'list.never_read',
      at: 'machine/states/child_justice/states/justice_idle/on/accusation_received/1',
    },
  },
  {
    name: 'a signal places the child, and nobody decided it',
    break: put('machine', '@emergency_idle/on/danger_seen/0/target', '#emergency_placement'),
    foundBy: { finding: 'measure.unasked', at: `${EMERGENCY}/emergency_idle/on/danger_seen/0/target` },
  },
  {
    name: 'a lapsed deadline goes on with custody',
    break: put('machine', '@custody/after/custody_ends/0/target', '#custody_continued'),
    foundBy: {
      finding: 'measure.unasked',
      at: 'machine/states/child_justice/states/custody/after/custody_ends/0/target',
    },
  },
  {
    name: 'nothing opens the emergency track any more',
    break: cut('machine', '@emergency_idle/on/danger_seen'),
    foundBy: { finding: 'step.unreachable', at: `${EMERGENCY}/emergency_care` },
  },
  {
    name: 'no track hears that a crime is suspected',
    break: cut('machine', '@judicial_idle/on/crime_suspected'),
    foundBy: { finding: 'event.unheard', at: 'events/crime_suspected' },
  },
  {
    name: 'danger seen is no signal any more: somebody would have to report it',
    break: cut('events', 'danger_seen/when'),
    foundBy: { finding: 'event.two_tracks', at: 'events/danger_seen' },
  },
  {
    name: 'nothing leads on from the referral to services',
    break: cut('machine', '@refer_services/on/referrals_sent'),
    foundBy: { finding: 'step.dead_end', at: `${INTERVENTION}/refer_services` },
  },
  {
    name: 'a plan that is approved goes back to its writer for ever',
    break: put('machine', '@plan_check/on/plan_approved/0/target', '#case_plan'),
    foundBy: { finding: 'step.unreachable', at: `${INTERVENTION}/refer_services` },
  },
  {
    name: 'what was decided is explained to the child by nobody',
    break: put('machine', '@order_outcome/always', [{ target: '#judicial_idle' }]),
    foundBy: {
      finding: 'step.passed_by',
      at: 'machine/states/judicial/states/judicial_protection/states/order_outcome',
    },
  },
  {
    name: 'the hearing of the child has no deadline',
    break: cut('steps', 'hear_child/deadlines'),
    foundBy: { finding: 'step.no_deadline', at: 'steps/hear_child' },
  },
  {
    name: 'the 72 hours of medical care are on no step any more',
    break: unlist('steps', 'medical_care/deadlines', 'care_window_72'),
    foundBy: { finding: 'unused', at: 'deadlines/care_window_72' },
  },
  {
    name: 'nobody seizes the authority',
    break: cut('steps', 'seize_authority/who'),
    foundBy: { finding: 'step.no_role', at: 'steps/seize_authority' },
  },
  {
    name: 'the psychologist is no role any more',
    break: cut('roles', 'psychologist'),
    foundBy: { finding: 'name.unknown', at: 'steps/hear_child/who/1' },
  },
  {
    name: 'the age from which a child may refuse is taken away',
    break: cut('parameters', 'older_child_age'),
    foundBy: { finding: 'name.unknown', at: 'rules/older_child_refuses_knowingly/conditions/all/1/value' },
  },
  {
    name: 'a decision about the child rests on nothing',
    break: cut('events', 'placement_decided/basis'),
    foundBy: { finding: 'basis.missing', at: 'events/placement_decided' },
  },
  {
    name: 'a step rests on a standard that it does not name',
    break: cut('steps', 'hear_child/sources'),
    foundBy: { finding: 'basis.no_source', at: 'steps/hear_child' },
  },
  {
    name: 'an article is cited that nobody knows',
    break: cut('sources', 'crc_12_heard'),
    foundBy: { finding: 'name.unknown', at: 'safeguards/heard_before_plan/sources/0' },
  },
  {
    name: 'the form of the placement no longer asks whether the child was heard',
    break: askNoMore('hearing_placement'),
    foundBy: { finding: 'step.fresh_not_asked', at: 'steps/alternative_care/fresh/0' },
  },
  {
    name: 'nobody is asked whether the caregiver is implicated',
    break: askNoMore('caregiver_implicated'),
    foundBy: {
      finding: 'fact.never_asked',
      at: 'rules/caregiver_is_not_implicated/conditions/all/0/fact',
    },
  },
  {
    name: 'a child of any age may refuse help',
    break: forget('older_child_refuses_knowingly', 'age_today'),
    foundBy: { finding: 'unused', at: 'parameters/older_child_age' },
  },
  {
    name: 'a release may take for ever',
    break: cut('steps', 'release_required/deadlines'),
    foundBy: { finding: 'step.no_deadline', at: 'steps/release_required' },
  },
  {
    name: 'nothing is said of how soon a child at high risk is met',
    break: cut('deadlines', 'first_contact_due/within/values/high'),
    foundBy: { finding: 'table.gap', at: 'deadlines/first_contact_due/within/values' },
  },
  {
    name: 'custody is counted from an answer that is no moment',
    break: put('deadlines', 'before_authority/from', { fact: 'rights_explained' }),
    foundBy: { finding: 'deadline.not_date', at: 'deadlines/before_authority/from' },
  },
  {
    name: 'the last one told of a late answer to danger is the family',
    break: put('deadlines', 'emergency_response_due/escalation/1/to', 'caregiver'),
    foundBy: { finding: 'deadline.escalation', at: 'deadlines/emergency_response_due/escalation/1/to' },
  },
  {
    name: 'an age is written that nobody read anywhere',
    break: put('parameters', 'minimum_age_criminal/value', 14),
    foundBy: { finding: 'parameter.confidence', at: 'parameters/minimum_age_criminal/confidence' },
  },
  {
    name: 'the emergency track is not published',
    break: put('pack', 'withheld', { emergency: { why: { fr: 'x', en: 'x', es: 'x' }, parameters: [] } }),
    foundBy: { finding: 'withheld.protective', at: 'pack/withheld/emergency' },
  },
  {
    name: 'the judicial track is open in every case',
    break: put('machine', '@judicial/initial', 'judicial_protection'),
    foundBy: { finding: 'track.no_idle', at: 'machine/states/judicial/initial' },
  },
  {
    name: 'only the child may report a placement, and a child reports none',
    break: put('events', 'placement_decided/by', ['child']),
    foundBy: { finding: 'event.no_reporter', at: 'events/placement_decided/by' },
  },
  {
    name: 'nobody looks again at a decision whose grounds were corrected',
    break: cut('pack', 'reconsider'),
    foundBy: { finding: 'pack.no_reconsider', at: 'pack/reconsider' },
  },
  {
    name: 'a complaint is opened by an effect, with a trace in the case',
    break: put('effects', 'sibling_case/pack', 'complaint'),
    foundBy: { finding: 'effect.complaint', at: 'effects/sibling_case/pack' },
  },
  {
    name: 'how the child takes part in the hearing is not said',
    break: cut('steps', 'hear_child/child'),
    foundBy: { finding: 'step.no_child', at: 'steps/hear_child/child' },
  },
];
