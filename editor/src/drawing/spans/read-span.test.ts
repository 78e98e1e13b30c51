import { checkElement } from '@parcours/engine';
import { expect, test } from 'vitest';
import { findSpan } from './find-span.ts';
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
  ['48 h max', 'PT48H', 'elapsed'],
  ['48 h maximum.', 'PT48H', 'elapsed'],
  ['sous 48 h', 'PT48H', 'elapsed'],
  ['dans les 48 h', 'PT48H', 'elapsed'],
  ['au plus tard dans un délai de 3 jours ouvrables', 'P3D', 'working'],
  ['Max. 5 working days', 'P5D', 'working'],
  ['within 48 hours', 'PT48H', 'elapsed'],
  ['no later than 2 weeks', 'P2W', 'elapsed'],
  ['en 48 horas', 'PT48H', 'elapsed'],
  ['a más tardar en 10 días hábiles', 'P10D', 'working'],
  ['en un plazo máximo de 72 horas', 'PT72H', 'elapsed'],
  ['في غضون 48 ساعة', 'PT48H', 'elapsed'],
  ['في أجل أقصاه ٣ أيام', 'P3D', 'elapsed'],
  ['خلال يومين', 'P2D', 'elapsed'],
  ['خلال ساعة', 'PT1H', 'elapsed'],
] as const)('%s is read', ([words, within, calendar]) => {
  expect(readSpan(words)).toEqual({ within, calendar });
  expect(checkElement('deadlines', 'x', { label: { fr: words }, within, calendar })).toEqual([]);
});

test.for([
  '',
  'bientôt',
  '48',
  'h',
  '0 h',
  '-3 jours',
  '3 lunes',
  '24 h ou 48 h',
  'article 12',
  '3,5 jours',
  'plus de 48 h',
  'au moins 3 jours',
  'environ 2 semaines',
  '48 h ?',
  '48 h si danger',
  '48 h après le signalement',
  'J+3',
  '1/2 jour',
  '24 à 48 h',
])('%s is not guessed at', (words) => {
  expect(readSpan(words)).toBeUndefined();
});

test('what a cell reads as a span, bringing in reads as the same', () => {
  for (const words of [
    '48 h max',
    'sous 8 jours',
    'within 3 working days',
    'en 48 horas',
    'في غضون 48 ساعة',
  ]) {
    const read = readSpan(words);
    expect(findSpan(words)).toMatchObject({ within: read?.within, isWorking: read?.calendar === 'working' });
  }
});
