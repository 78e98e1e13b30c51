import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { homeOf } from '../actions/home-of.ts';
import { readTextPlace, textPlace } from './text-place.ts';

test('the place of a text names it and the language in which it is written', () => {
  const place = textPlace('steps/visit/documents/0', 'ar');
  expect(readTextPlace(place)).toEqual({ path: 'steps/visit/documents/0', language: 'ar' });
  expect(readTextPlace('steps/visit')).toBeUndefined();
  expect(homeOf(samplePack(), place)).toEqual({ view: 'sections', place });
});
