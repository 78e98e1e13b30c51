import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { textProjector } from './project-texts.ts';

test('opening hours and spans of hours are no texts to translate', () => {
  const sample = samplePack();
  const pack = {
    ...sample,
    calendar: { ...sample.calendar, hours: [{ from: '08:00', to: '12:00' }] },
    facts: {
      ...sample.facts,
      age: { ...sample.facts['age'], derive: { hours: { from: 'arrested_at' } } },
    },
  } as typeof sample;
  const paths = textProjector()(pack).map(({ path }) => path);
  expect(paths.filter((path) => /^(calendar|facts)\/.*hours/.test(path))).toEqual([]);
  expect(paths).toContain('facts/age/label');
});
