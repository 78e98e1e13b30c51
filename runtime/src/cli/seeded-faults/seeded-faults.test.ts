import { expect, it } from 'vitest';
import { FAULTS_IN_DRAWING } from './faults-in-drawing.ts';
import { FAULTS_IN_JUSTICE } from './faults-in-justice.ts';
import { FAULTS_IN_OVERLAY } from './faults-in-overlay.ts';
import { FAULTS_IN_PROTECTION } from './faults-in-protection.ts';
import { FAULTS_IN_RULES } from './faults-in-rules.ts';

const OF_THE_BASE = [...FAULTS_IN_DRAWING, ...FAULTS_IN_JUSTICE, ...FAULTS_IN_PROTECTION, ...FAULTS_IN_RULES];

it('at least fifty faults are seeded in the base pack, half of them in the rights of the child', () => {
  expect(OF_THE_BASE.length).toBeGreaterThanOrEqual(50);
  const rights = OF_THE_BASE.filter(({ foundBy }) => 'safeguard' in foundBy);
  expect(rights.length).toBeGreaterThanOrEqual(25);
});

it('every fault has a name of its own', () => {
  const names = [...OF_THE_BASE, ...FAULTS_IN_OVERLAY].map(({ name, pack }) => `${pack ?? 'base'}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
});
