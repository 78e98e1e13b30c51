import { expect, test } from 'vitest';
import { samplePack } from '../fixtures/sample-pack.ts';
import { isByConstruction } from './by-construction.ts';
import { firstStep } from './first-step.ts';

const pack = samplePack();
const first = `step:${firstStep(pack)?.step}`;

test('that a case begins where every case begins could not be otherwise', () => {
  expect(isByConstruction(pack, { happens: { a: first } })).toBe(true);
  expect(isByConstruction(pack, { precedes: { a: first, b: 'step:meet' } })).toBe(true);
});

test('what comes later, or again each time, could be otherwise', () => {
  expect(isByConstruction(pack, { happens: { a: 'step:meet' } })).toBe(false);
  expect(isByConstruction(pack, { precedes: { a: 'step:meet', b: first } })).toBe(false);
  expect(isByConstruction(pack, { precedes: { a: first, b: 'step:meet', since: 'step:meet' } })).toBe(false);
  expect(isByConstruction(pack, { responds: { a: first, b: 'step:meet' } })).toBe(false);
});
