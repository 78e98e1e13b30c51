import { compile, type Pack, proveSafeguards } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { standingOf } from '../../pack/standing.ts';
import { emptyPack } from '../fixtures/empty-pack.ts';
import { newElementOf } from './new-values.ts';

test.each([
  ['a procedure', samplePack()],
  ['an empty page', emptyPack()],
])('a safeguard nobody has filled in is neither kept nor broken in %s', (_, pack) => {
  const begun = newElementOf(pack, 'safeguards', { fr: 'Personne ne reste seul face au danger' });
  const safeguards = { begun } as Pack['safeguards'];
  const [verdict] = proveSafeguards(compile({ ...pack, safeguards }));
  expect(standingOf(verdict)).toBe('silent');
});
