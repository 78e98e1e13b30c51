import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { acceptSuggestion } from '../commands/suggestions.ts';
import { openLog, perform } from '../log/command-log.ts';
import { nextVersion } from './next-version.ts';
import { proposedTexts, suggestible, suggestionOf, textAt } from './suggestion-of.ts';

const PACK = samplePack();
const PLACE = 'steps/meet';

test('another text is proposed for what an element says, and taken up as it was proposed', () => {
  const fields = suggestible(PACK, PLACE);
  expect(fields).toEqual(expect.arrayContaining(['title', 'purpose', 'how', 'child']));
  expect(fields).not.toContain('label');
  for (const field of fields) {
    const suggestion = suggestionOf(PACK, PLACE, field, { language: 'fr', text: 'Autrement' });
    if (!suggestion) throw new Error('no suggestion');
    expect(proposedTexts(suggestion)).toEqual(['Autrement']);
    const done = perform(openLog(PACK), acceptSuggestion, { place: PLACE, patches: suggestion.patches });
    if (!done.ok) throw new Error(done.refused.why);
    expect(textAt(done.log.pack, PLACE, field, 'fr')).toBe('Autrement');
    const back = perform(done.log, acceptSuggestion, { place: PLACE, patches: suggestion.inverse });
    expect(back.ok && back.log.pack).toEqual(PACK);
  }
});

test('nothing is proposed for what is not there, says nothing, or says the same', () => {
  expect(suggestible(PACK, 'steps/nobody')).toEqual([]);
  expect(suggestible(PACK, 'pack')).toEqual([]);
  expect(suggestible(PACK, undefined)).toEqual([]);
  const text = textAt(PACK, PLACE, 'title', 'fr');
  expect(suggestionOf(PACK, PLACE, 'title', { language: 'fr', text })).toBeUndefined();
  expect(suggestionOf(PACK, PLACE, 'title', { language: 'fr', text: '  ' })).toBeUndefined();
  expect(suggestionOf(PACK, 'steps/nobody', 'title', { language: 'fr', text: 'x' })).toBeUndefined();
});

test('the next number follows the highest that is taken', () => {
  expect(nextVersion([])).toBe('1.0.0');
  expect(nextVersion(['1.9.0', '1.10.3', '0.2.0'])).toBe('1.11.0');
  expect(nextVersion(['2.0.0-beta', 'nonsense'])).toBe('2.1.0');
});
