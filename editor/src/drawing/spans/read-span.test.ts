import { checkElement } from '@parcours/engine';
import { expect, test } from 'vitest';
import { readSpan } from './read-span.ts';

test.for([
  ['48 h', 'PT48H', 'elapsed'],
  ['48h', 'PT48H', 'elapsed'],
  ['24 heures', 'PT24H', 'elapsed'],
  ['3 jours ouvrables', 'P3D', 'working'],
  ['5 jours ouvrés', 'P5D', 'working'],
  ['Sous 8 jours', 'P8D', 'elapsed'],
  ['dans un délai de 2 semaines', 'P2W', 'elapsed'],
  ['deux mois', 'P2M', 'elapsed'],
  ['un an', 'P1Y', 'elapsed'],
  ['30 min', 'PT30M', 'elapsed'],
  ['immédiatement', 'PT0M', 'elapsed'],
  ['within 3 working days', 'P3D', 'working'],
  ['two business days', 'P2D', 'working'],
  ['5 días hábiles', 'P5D', 'working'],
  ['un mes', 'P1M', 'elapsed'],
  ['48 ساعة', 'PT48H', 'elapsed'],
  ['٣ أيام عمل', 'P3D', 'working'],
  ['يومين', 'P2D', 'elapsed'],
] as const)('%s is read', ([words, within, calendar]) => {
  expect(readSpan(words)).toEqual({ within, calendar });
  expect(checkElement('deadlines', 'x', { label: { fr: words }, within, calendar })).toEqual([]);
});

test.for(['', 'bientôt', '48', 'h', '0 h', '-3 jours', '3 lunes', '24 h ou 48 h', 'article 12', '3,5 jours'])(
  '%s is not guessed at',
  (words) => {
    expect(readSpan(words)).toBeUndefined();
  },
);
