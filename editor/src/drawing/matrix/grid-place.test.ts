import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { copied, isInRange, placeAfterKey, rangeOf, START } from './grid-place.ts';
import { projectMatrix } from './project-matrix.ts';
import { readTable } from './read-table.ts';

const key = (name: string, more: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
  key: name,
  ctrlKey: false,
  shiftKey: false,
  ...more,
});

test('arrows move one cell, never beyond the edge, and are mirrored from right to left', () => {
  expect(placeAfterKey(START, key('ArrowDown'), 3, false)).toMatchObject({ row: 1, column: 0 });
  expect(placeAfterKey(START, key('ArrowUp'), 3, false)).toMatchObject({ row: 0 });
  expect(placeAfterKey(START, key('ArrowRight'), 3, false)).toMatchObject({ column: 1 });
  expect(placeAfterKey(START, key('ArrowLeft'), 3, true)).toMatchObject({ column: 1 });
  expect(placeAfterKey(START, key('End', { ctrlKey: true }), 3, false)).toMatchObject({ row: 2, column: 6 });
  expect(placeAfterKey(START, key('a'), 3, false)).toBeUndefined();
});

test('Shift stretches a range, and a move without it ends it', () => {
  const range = placeAfterKey(START, key('ArrowDown', { shiftKey: true }), 3, false) ?? START;
  expect(isInRange(range, 0, 0) && isInRange(range, 1, 0)).toBe(true);
  const moved = placeAfterKey(range, key('ArrowDown'), 3, false) ?? START;
  expect(isInRange(moved, 1, 0)).toBe(false);
});

test('what is copied is read back cell by cell', () => {
  const rows = projectMatrix(samplePack(), 'fr');
  const range = { row: rows.length - 1, column: 6, anchorRow: 0, anchorColumn: 0 };
  const { steps, columns } = rangeOf(range, rows);
  const table = readTable({ text: copied(range, rows).text });
  expect(table).toEqual(steps.map(({ cells }) => columns.map((column) => cells[column].trim())));
});
