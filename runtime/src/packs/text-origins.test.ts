import type { Pack } from '@parcours/engine';
import { applyPatches, enablePatches, type Patch } from 'immer';
import { expect, test } from 'vitest';
import type { DraftChange } from '../store/procedure-drafts.ts';
import { textOrigins } from './text-origins.ts';

enablePatches();

const PACK = { steps: { visit: { title: { fr: 'Voir', en: 'See', ar: 'رؤية' } } } } as unknown as Pack;
const TITLE = 'steps/visit/title';

type Act = Pick<DraftChange, 'kind' | 'patches' | 'inverse'>;
const patch = (language: string, value: string) => ({
  op: 'replace' as const,
  path: ['steps', 'visit', 'title', language],
  value,
});
const write = (language: string, before: string, after: string): Act => ({
  kind: 'do',
  patches: [patch(language, after)],
  inverse: [patch(language, before)],
});
const undone = ({ patches, inverse }: Act): Act => ({ kind: 'undo', patches: inverse, inverse: patches });

/** The languages that the French has left behind after some acts. */
const left = (...acts: readonly Act[]) => {
  const pack = acts.reduce(
    (before, { patches }) => applyPatches(before, patches as unknown as Patch[]),
    PACK,
  );
  const said = pack.steps['visit']?.title['fr'];
  return Object.entries(textOrigins(pack, acts)[TITLE] ?? {}).flatMap(([language, { beside }]) =>
    beside['fr'] === said ? [] : [language],
  );
};

const french = write('fr', 'Voir', 'Rencontrer');
const english = write('en', 'See', 'Meet');
const arabic = write('ar', 'رؤية', 'لقاء');

test('what changes in one language leaves the others behind, with what they were written beside', () => {
  expect(left()).toEqual([]);
  expect(left(french)).toEqual(['en', 'ar']);
  const pack = applyPatches(PACK, french.patches as unknown as Patch[]);
  expect(textOrigins(pack, [french])[TITLE]?.['ar']).toEqual({
    words: 'رؤية',
    beside: { fr: 'Voir', en: 'See', ar: 'رؤية' },
  });
});

test('written after it, a translation is fresh again; written before it, it stays behind', () => {
  expect(left(french, arabic)).toEqual(['en']);
  expect(left(french, english, arabic)).toEqual([]);
  expect(left(arabic, french)).toEqual(['en', 'ar']);
});

test('a change undone leaves nobody behind; a translation undone is behind again', () => {
  expect(left(french, undone(french))).toEqual([]);
  expect(left(french, arabic, undone(arabic))).toEqual(['en', 'ar']);
});

test('a text written whole is of one piece', () => {
  const whole: Act = {
    kind: 'do',
    patches: [{ op: 'replace', path: ['steps', 'visit', 'title'], value: { fr: 'A', en: 'B', ar: 'C' } }],
    inverse: [
      { op: 'replace', path: ['steps', 'visit', 'title'], value: { fr: 'Voir', en: 'See', ar: 'رؤية' } },
    ],
  };
  expect(left(whole)).toEqual([]);
});

test('where changes no longer fit, what came before them is not told', () => {
  const lost: Act = {
    kind: 'do',
    patches: [],
    inverse: [{ op: 'replace', path: ['rules', 'gone', 'label', 'fr'], value: 'x' }],
  };
  const pack = applyPatches(PACK, french.patches as unknown as Patch[]);
  expect(Object.keys(textOrigins(pack, [write('ar', 'x', 'y'), lost, french])[TITLE] ?? {})).toEqual([
    'en',
    'ar',
  ]);
});
