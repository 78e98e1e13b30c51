import { expect, test } from 'vitest';
import { sectorOf } from './sector-of.ts';

test.each([
  ['Famille', 'family'],
  ['La famille de l’enfant', 'family'],
  ['Familia extensa', 'family'],
  ['الأسرة', 'family'],
  ['Parents', 'family'],
  ['Assistante sociale', 'social'],
  ['Tribunal de la famille', 'justice'],
  ['Family court', 'justice'],
])('%s says its sector', (words, sector) => expect(sectorOf(words)).toBe(sector));

test.each([
  'Comisaría de familia',
  'Defensor de familia',
  'Bureau de la famille',
  'Family office',
  'مصلحة الأسرة',
])('%s is an office for people to place, no family', (words) => expect(sectorOf(words)).toBeUndefined());
