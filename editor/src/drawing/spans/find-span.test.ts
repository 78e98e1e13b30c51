import { expect, test } from 'vitest';
import { findSpan } from './find-span.ts';

test.each([
  ['48 heures', 'PT48H', false],
  ['sous 24h', 'PT24H', false],
  ['dans un délai de 3 jours ouvrables', 'P3D', true],
  ['5 jours ouvrés', 'P5D', true],
  ['un mois', 'P1M', false],
  ['within two weeks', 'P2W', false],
  ['5 working days', 'P5D', true],
  ['en 72 horas', 'PT72H', false],
  ['10 días hábiles', 'P10D', true],
  ['خلال ٤٨ ساعة', 'PT48H', false],
  ['3 أيام عمل', 'P3D', true],
  ['يومان', 'P2D', false],
])('%s is %s', (words, within, isWorking) => {
  expect(findSpan(words)).toMatchObject({ within, isWorking });
});

test.each([
  'dans les meilleurs délais',
  'immédiatement',
  '24 à 48 heures',
  '2-3 jours',
  '48 heures puis 1 mois',
  'J+3',
  'L’enfant a d’abord été vu',
  'deux d’entre eux',
  '0 jour',
  '-3 jours',
  '1/2 jour',
  'à 14 heures 30 minutes',
  '',
])('%s says no one span', (words) => {
  expect(findSpan(words)).toBeUndefined();
});

test('words that say where counting starts are told', () => {
  expect(findSpan('48 heures après le signalement')?.hasAnchor).toBe(true);
  expect(findSpan('48 heures')?.hasAnchor).toBe(false);
});
