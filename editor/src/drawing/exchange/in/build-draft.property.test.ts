import { checkStructure, compile, isSound, parsePack } from '@parcours/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDraft } from './build-draft.ts';
import { type As, choicesOf, planDraft } from './plan-draft.ts';
import type { ReadBlock } from './reading.ts';

const word = fc.oneof(
  fc.constantFrom(
    'Police',
    'juge',
    'Visite',
    '48 heures',
    '__proto__',
    'constructor',
    'زيارة',
    '1.',
    'main',
    'closed',
    '9',
    '{title}',
    '$&',
  ),
  fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }),
);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ').trim() || 'x');
const block: fc.Arbitrary<ReadBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 0, max: 9 }), text }),
  fc.record({ kind: fc.constant('item' as const), level: fc.nat(8), isOrdered: fc.boolean(), text }),
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc
      .array(fc.array(text, { maxLength: 4 }), { maxLength: 5 })
      .map((rows) => [['Quoi', 'Qui', 'Quand', 'Autre'], ...rows]),
  }),
);
const ABOUT = { id: 'p', title: 'T', jurisdiction: 'TN', timeZone: 'Africa/Tunis', language: 'fr' } as const;

test('whatever is brought and however it is sorted, the draft is a pack that runs', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 14 }),
      fc.array(fc.nat(3), { maxLength: 14 }),
      (blocks, picks) => {
        const chosen = new Map<number, As>();
        for (const [index, pick] of picks.entries()) {
          const options = blocks[index] ? choicesOf(blocks[index]) : [];
          const as = options[pick % Math.max(1, options.length)];
          if (as) chosen.set(index, as);
        }
        const { files } = buildDraft(planDraft(blocks, chosen), ABOUT);
        const { parsed, findings } = parsePack(files);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        if (parsed?.kind !== 'procedure') throw new Error('no procedure');
        const found = checkStructure(parsed.pack).filter(({ severity }) => severity === 'error');
        expect(found.filter(({ code }) => !TO_DO.has(code))).toEqual([]);
        expect(parsed.pack.sources).toEqual({});
        if (isSound(found)) compile(parsed.pack);
      },
    ),
    { numRuns: 200 },
  );
});

/** Errors that are what a committee still has to say. */
const TO_DO = new Set(['step.no_role', 'step.no_deadline', 'event.no_reporter']);

test('no word of the document is lost unless people leave it aside', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('heading', 'item', 'paragraph'), fc.integer({ min: 100, max: 999 })),
        { minLength: 1, maxLength: 12 },
      ),
      (pieces) => {
        const blocks = pieces.map(([kind, number], index): ReadBlock => {
          const said = `mot${index}x${number}`;
          if (kind === 'heading') return { kind, level: 1 + (number % 3), text: said };
          return kind === 'item'
            ? { kind, level: number % 2, isOrdered: number % 3 > 0, text: said }
            : { kind: 'paragraph', text: said };
        });
        const { files } = buildDraft(planDraft(blocks), ABOUT);
        const all = Object.values(files).join('\n');
        for (const each of blocks) if (each.kind !== 'table') expect(all).toContain(each.text);
      },
    ),
    { numRuns: 150 },
  );
});
