import type { Pack } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openDrawing } from '../drawing-store.ts';
import { emptyPack } from '../fixtures/empty-pack.ts';
import { newBurst } from '../log/burst.ts';
import { bringText, knownTexts } from './known-texts.ts';

const other = samplePack();
const texts = Object.values(other.sources);

test('every text of another procedure is offered once', () => {
  const found = knownTexts({}, [other, { ...other, pack: { ...other.pack, id: 'copy' } }]);
  expect(found.map(({ source }) => source)).toEqual(texts);
  expect(new Set(found.map(({ key }) => key)).size).toBe(texts.length);
});

test('a text that is here already is not offered, whatever its id and in whichever language it was typed', () => {
  const [first, ...others] = texts;
  const [words = ''] = Object.values(first?.instrument ?? {});
  const typed = { ...first, instrument: { fr: words.toUpperCase() }, confidence: 'unknown' } as const;
  const own = { mine: typed } as Pack['sources'];
  expect(knownTexts(own, [other]).map(({ source }) => source)).toEqual(others);
});

test('what is brought keeps how surely it is known, and is taken back by one act', () => {
  const drawing = openDrawing(emptyPack());
  const [text] = knownTexts({}, [other]);
  if (!text) throw new Error('The sample cites a text.');
  const burst = newBurst();
  const id = bringText(drawing, text, burst);
  expect(id).toBe(text.id);
  expect(drawing.get().log.pack.sources).toEqual({ [text.id]: text.source });
  drawing.undo();
  expect(drawing.get().log.pack.sources).toEqual({});
});

test('an id that means another text here is not taken over', () => {
  const [[id = '', first] = [], [, second] = []] = Object.entries(other.sources);
  const sources = { [id]: second } as Pack['sources'];
  const drawing = openDrawing({ ...emptyPack(), sources });
  const text = knownTexts(sources, [other]).find((each) => each.id === id);
  const brought = text && bringText(drawing, text);
  expect(brought).not.toBe(id);
  expect(drawing.get().log.pack.sources).toEqual({ [id]: second, [brought ?? '']: first });
});
