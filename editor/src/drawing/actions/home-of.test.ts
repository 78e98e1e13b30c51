import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { homeOf } from './home-of.ts';

test.each([
  ['steps/meet/how', 'outline', 'steps/meet/how'],
  ['rules/child_was_heard', 'rules', 'rules/child_was_heard'],
  ['facts/child_heard', 'sections', 'facts/child_heard'],
  ['events/report_taken', 'outline', 'steps/receive'],
  ['events/danger_seen', 'rules', 'events/danger_seen'],
  ['events/nobody_hears', 'outline', 'steps/main'],
  ['pack', 'sections', 'pack'],
])('%s is looked at in the %s view', (place, view, shown) => {
  expect(homeOf(samplePack(), place)).toEqual({ view, place: shown });
});
