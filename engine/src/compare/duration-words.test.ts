import { expect, test } from 'vitest';
import { durationWords } from './duration-words.ts';

test.for([
  ['P1D', 'يوم واحد'],
  ['P2D', 'يومان'],
  ['P3D', '3 أيام'],
  ['P10D', '10 أيام'],
  ['P11D', '11 يوما'],
  ['PT72H', '72 ساعة'],
  ['PT103M', '103 دقائق'],
])('%s is counted in Arabic as Arabic counts', ([duration = '', words]) => {
  expect(durationWords(duration, 'ar')).toBe(words);
});
