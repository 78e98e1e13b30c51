import { expect, test } from 'vitest';
import { pastedLines } from './pasted-lines.ts';

test('each paragraph of a text processor is a line, without its number or bullet', () => {
  expect(pastedLines('1.\tRecevoir le signalement\r\n2.\tÉcouter l’enfant\r\n\r\n3) Évaluer')).toEqual([
    'Recevoir le signalement',
    'Écouter l’enfant',
    'Évaluer',
  ]);
  expect(pastedLines('•\tPrévenir\n- Visiter\n– Décider\n\uf0b7\tClore\no\tSuivre')).toEqual([
    'Prévenir',
    'Visiter',
    'Décider',
    'Clore',
    'Suivre',
  ]);
  expect(pastedLines('1.2.3. Prévenir\na) Visiter\n(b) Décider\niv. Clore\n4° Suivre\n5- Fermer')).toEqual([
    'Prévenir',
    'Visiter',
    'Décider',
    'Clore',
    'Suivre',
    'Fermer',
  ]);
  expect(pastedLines('١. استقبال البلاغ\n٢- الاستماع إلى الطفل\nأ) تقييم الخطر')).toEqual([
    'استقبال البلاغ',
    'الاستماع إلى الطفل',
    'تقييم الخطر',
  ]);
});

test('numbers and letters that belong to the words stay', () => {
  for (const words of [
    '24 heures après, revoir l’enfant',
    '1er entretien',
    'À l’école : prévenir',
    'a un avocat',
    '2.5 kg de lait',
    'M. le procureur est avisé',
  ])
    expect(pastedLines(words)).toEqual([words]);
});

test('the cells of a row are told one after the other, and blanks alone are nothing', () => {
  expect(pastedLines('1\tRecevoir\tPolice\t\t1 heure')).toEqual(['Recevoir · Police · 1 heure']);
  expect(pastedLines(' \r\n\t\n')).toEqual([]);
});
