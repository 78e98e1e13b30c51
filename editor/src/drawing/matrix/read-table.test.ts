import { expect, test } from 'vitest';
import { headingsOf, readTable } from './read-table.ts';

test('lines and tabs of a spreadsheet, quoted cells with line breaks included', () => {
  expect(readTable({ text: 'Voir\tPolice\r\n"Entendre\nseul"\tJuge\r\n' })).toEqual([
    ['Voir', 'Police'],
    ['Entendre\nseul', 'Juge'],
  ]);
});

test('one line is one cell, with its commas', () => {
  expect(readTable({ text: 'Voir, entendre' })).toEqual([['Voir, entendre']]);
});

test('a huge table is cut, not refused', () => {
  expect(readTable({ text: 'a\tb\n'.repeat(5_000) })).toHaveLength(2_000);
});

test('a first row that names columns is a heading, in four languages', () => {
  expect(headingsOf(['Quoi', 'Qui', 'Délai'])).toEqual(['what', 'who', 'when']);
  expect(headingsOf(['Etapa', 'Quién', 'Observaciones'])).toEqual(['what', 'who', undefined]);
  expect(headingsOf(['من', 'ماذا'])).toEqual(['who', 'what']);
  expect(headingsOf(['Recevoir le signalement', 'Police'])).toBeUndefined();
  expect(headingsOf(['Qui', 'Qui'])).toBeUndefined();
});
