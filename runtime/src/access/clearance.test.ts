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

it('a safeguard raises the tier of the facts it names, and nothing lowers one', () => {
  const pack = testApp().deps.packs.get('try-out')?.pack;
  if (!pack) throw new Error('the invented procedure is not loaded');
  const reads = (tier: number, role: string, fact: string) =>
    sightOf(
      {
        ...pack,
        safeguards: {
          sealed: { label: { en: 'x' }, property: { access: { facts: [fact], tier } } } as never,
        },
      },
      madeCase('c1'),
      'kim',
      [role],
    ).fact(fact);
  expect([reads(0, 'judge', 'first_name'), reads(3, 'judge', 'first_name')]).toEqual([true, false]);
  expect([reads(3, 'caseworker', 'told'), reads(4, 'caseworker', 'told')]).toEqual([true, false]);
  expect(reads(0, 'teacher', 'told')).toBe(false);
});

it('a fact that the pack does not declare is shown to nobody but who wrote it', () => {
  const pack = testApp().deps.packs.get('try-out')?.pack;
  if (!pack) throw new Error('the invented procedure is not loaded');
  const sight = sightOf(pack, madeCase('c1'), 'kim', ['caseworker', 'supervisor']);
  expect([
    sight.fact('never_declared'),
    sight.fact('constructor'),
    sight.fact('never_declared', 'kim'),
  ]).toEqual([false, false, true]);
});
