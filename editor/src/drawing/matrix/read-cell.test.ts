import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { readCell } from './read-cell.ts';

const pack = samplePack();
const label = (id: string) => pack.roles[id]?.label['fr'] ?? id;
const read = (column: Parameters<typeof readCell>[3], words: string) =>
  readCell(pack, 'fr', 'meet', column, words);

test('roles are matched by their names, whatever the capitals and accents', () => {
  const words = `${label('caseworker').toUpperCase()} ; ${label('police')}`;
  expect(read('who', words)).toEqual({
    set: { section: 'steps', id: 'meet', path: ['who'], value: ['caseworker', 'police'] },
    spans: [],
    unknown: [],
  });
  expect(read('who', `${label('police')}, ${label('judge')}`).set?.value).toEqual(['police', 'judge']);
});

test('a role nobody named before is told, never invented', () => {
  const { set, unknown } = read('who', `${label('police')}; Médiateur du quartier`);
  expect(set?.value).toEqual(['police']);
  expect(unknown).toEqual(['Médiateur du quartier']);
  expect(read('who', 'Médiateur')).toEqual({ set: undefined, spans: [], unknown: ['Médiateur'] });
});

test('an empty cell takes the field away', () => {
  expect(read('who', ' ').set).toEqual({ section: 'steps', id: 'meet', path: ['who'] });
  expect(read('how', '').set).toEqual({ section: 'steps', id: 'meet', path: ['how', 'fr'] });
});

test('spans in words are read, known deadlines are used', () => {
  const known = pack.deadlines['meeting_deadline']?.label['fr'] ?? '';
  const { set, spans, unknown } = read('when', `${known}; 48 h\nbientôt`);
  expect(set?.value).toEqual(['meeting_deadline']);
  expect(spans).toEqual([{ words: '48 h', span: { within: 'PT48H', calendar: 'elapsed' } }]);
  expect(unknown).toEqual(['bientôt']);
});

test('articles are matched whole', () => {
  const source = pack.sources['crc_12'];
  const name = `${source?.instrument['fr']}, ${source?.article}`;
  expect(read('article', name).set?.value).toEqual(['crc_12']);
  for (const said of ['art. 12', 'article 12', 'Art 12', '\u206612\u2069'])
    expect(read('article', `${source?.instrument['fr']}, ${said}`).set?.value).toEqual(['crc_12']);
  expect(read('article', 'Loi inconnue, article 3').unknown).toEqual(['Loi inconnue, article 3']);
});
