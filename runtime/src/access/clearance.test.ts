import { expect, it } from 'vitest';
import { madeCase } from '../fixtures/made-case.ts';
import { testApp } from '../fixtures/test-app.ts';
import { sightOf } from './clearance.ts';

it('shows who decided to the sectors that carry a case and to who wrote it, and to no relative and no child', () => {
  const pack = testApp().deps.packs.get('try-out')?.pack;
  if (!pack) throw new Error('the invented procedure is not loaded');
  const sight = (role: string) => sightOf(pack, madeCase('c1'), 'kim', [role]);
  expect(sight('teacher').officials('bruno')).toBe(true);
  expect(sight('child').officials('bruno')).toBe(false);
  expect(sight('nobody').officials('bruno')).toBe(false);
  expect(sight('child').officials('kim')).toBe(true);
});
