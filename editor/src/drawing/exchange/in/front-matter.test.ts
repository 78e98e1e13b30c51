import { expect, test } from 'vitest';
import { isFrontMatter } from './front-matter.ts';
import { planDraft } from './plan-draft.ts';
import { readColumns, withUnit } from './read-columns.ts';
import type { ReadBlock } from './reading.ts';

test.each([
  'Objet',
  '1. Champ d’application',
  'II - DÉFINITIONS',
  'Legal framework',
  'Ámbito de aplicación',
  'التعريفات',
  'الإطار القانوني',
])('%s heads no step', (heading) => expect(isFrontMatter(heading)).toBe(true));
test.each(['Signalement', 'Définir le plan', 'Annexer la fiche', 'Objet du signalement', 'Contextualizar'])(
  '%s may',
  (heading) => expect(isFrontMatter(heading)).toBe(false),
);

const heading = (text: string, level = 1): ReadBlock => ({ kind: 'heading', level, text });
const said = (text: string): ReadBlock => ({ kind: 'paragraph', text });
const numbered = (text: string): ReadBlock => ({ kind: 'item', level: 0, isOrdered: true, text });

test('what a procedure says before and behind its steps is said of all of it', () => {
  const plan = planDraft([
    heading('Objet'),
    said('Ce que dit ce texte.'),
    heading('Définitions'),
    numbered('Enfant : moins de 18 ans.'),
    heading('Accueil'),
    numbered('Recevoir'),
    heading('Annexes'),
    said('Fiche A'),
  ]);
  expect(plan.notes).toEqual([
    'Objet',
    'Ce que dit ce texte.',
    'Définitions',
    '- Enfant : moins de 18 ans.',
    'Annexes',
    'Fiche A',
  ]);
  expect(plan.inside).toMatchObject([{ title: 'Accueil', inside: [{ words: 'Recevoir', notes: [] }] }]);
});

test('a table below such a heading still says who does what', () => {
  const table: ReadBlock = {
    kind: 'table',
    rows: [
      ['Quoi', 'Qui'],
      ['Visiter', 'Police'],
    ],
  };
  expect(planDraft([heading('Annexes'), table]).inside).toMatchObject([
    { title: 'Annexes', inside: [{ words: 'Visiter' }] },
  ]);
});

test('people decide otherwise', () => {
  const plan = planDraft([heading('Objet'), said('x')], new Map([[0, 'step' as const]]));
  expect(plan.inside).toMatchObject([{ words: 'Objet', notes: ['x'] }]);
});

test('a heading that says its unit, or something more beside, is the column it is', () => {
  expect([...(readColumns(['N.º', 'Actividad', 'Responsable (entidad)', 'Plazo en días']) ?? [])]).toEqual([
    [0, 'number'],
    [1, 'what'],
    [2, 'who'],
    [3, 'when'],
  ]);
  expect(withUnit('48', 'Délai (en heures)')).toBe('48 heures');
  expect(withUnit('3', 'Délai (jours ouvrables)')).toBe('3 jours ouvrables');
  expect(withUnit('3', 'Plazo en días')).toBe('3 días');
  expect(withUnit('48 h', 'Délai (en heures)')).toBe('48 h');
  expect(withUnit('48', 'Délai (maximum)')).toBe('48');
});
