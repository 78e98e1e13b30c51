/** What breaks a right of the child before judges and police: each is found by the safeguard that keeps it. */
import { both, cut, forget, put } from './break-files.ts';
import type { Fault } from './fault.ts';

export const FAULTS_IN_JUSTICE: readonly Fault[] = [
  {
    name: 'a judge orders without the child',
    break: both(
      forget('order_can_be_made', 'heard_for_order'),
      put('machine', '@appoint_representation/on/representation_secured/0/target', '#await_order'),
    ),
    foundBy: { safeguard: 'heard_before_order' },
  },
  {
    name: 'an order is renewed on what the child said of the first',
    break: cut('steps', 'order_review/fresh'),
    foundBy: { safeguard: 'heard_before_order' },
  },
  {
    name: 'by order an infant may be placed in an institution',
    break: forget('order_can_be_made', 'infants_are_in_families'),
    foundBy: { safeguard: 'infants_in_families_order' },
  },
  {
    name: 'a child is before the judge alone',
    break: cut('machine', '@appoint_representation/on/representation_secured/0/guard'),
    foundBy: { safeguard: 'represented_before_hearing' },
  },
  {
    name: 'a child is interviewed again and again',
    break: forget('file_is_ready_for_the_judge', 'interviews_are_limited'),
    foundBy: { safeguard: 'interviews_stay_few' },
  },
  {
    name: 'a child below the minimum age is prosecuted',
    break: forget('prosecution_is_allowed', 'old_enough_at_facts'),
    foundBy: { safeguard: 'never_criminal_below_age_liberty' },
  },
  {
    name: 'a child below the minimum age is under a penal measure',
    break: forget('diversion_is_agreed', 'old_enough_at_facts'),
    foundBy: { safeguard: 'never_criminal_below_age_diversion' },
  },
  {
    name: 'custody goes on unchecked',
    break: cut('machine', '@custody_safeguards/on/custody_extended/0/guard'),
    foundBy: { safeguard: 'custody_only_when_lawful' },
  },
  {
    name: 'a child may be held for three days',
    break: both(
      put('deadlines', 'before_authority/within', 'P3D'),
      put('deadlines', 'custody_safeguards_due/within', 'P3D'),
    ),
    foundBy: { safeguard: 'custody_is_short' },
  },
  {
    name: 'custody has no clock',
    break: both(cut('steps', 'custody/deadlines'), cut('steps', 'custody_safeguards/deadlines')),
    foundBy: { safeguard: 'custody_is_short' },
  },
  {
    name: 'a child is not released while the prosecutor decides',
    break: cut('machine', '@orientation_decision/on/child_released'),
    foundBy: { safeguard: 'release_is_always_possible' },
  },
  {
    name: 'a child is prosecuted although nobody thought of another way',
    break: cut('machine', '@orientation_decision/on/prosecuted_at_liberty/0/guard'),
    foundBy: { safeguard: 'diversion_comes_first' },
  },
  {
    name: 'a measure without trial needs nobody’s agreement',
    break: cut('machine', '@orientation_decision/on/diversion_agreed/0/guard'),
    foundBy: { safeguard: 'diversion_is_free' },
  },
  {
    name: 'detention is one choice among others',
    break: cut('machine', '@orientation_decision/on/detention_ordered/0/guard'),
    foundBy: { safeguard: 'detention_is_the_last_resort' },
  },
  {
    name: 'a detention is looked at every half year',
    break: put('parameters', 'detention_review_interval/value', 'P6M'),
    foundBy: { safeguard: 'detention_review_is_short' },
  },
  {
    name: 'a child of ten is old enough for a criminal court',
    break: both(
      put('parameters', 'minimum_age_criminal/confidence', 'read'),
      put('parameters', 'minimum_age_criminal/value', 10),
    ),
    foundBy: { safeguard: 'minimum_age_is_high_enough' },
  },
  {
    name: 'a caseworker decides for the prosecutor',
    break: put('steps', 'orientation_decision/who', ['caseworker', 'prosecutor']),
    foundBy: { safeguard: 'decisions_belong_to_justice' },
  },
];
