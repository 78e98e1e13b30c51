import { checkStructure, parsePack } from '@parcours/engine';
import { expect, test } from 'vitest';
import { emptyProcedure, packIdOf } from './empty-procedure.ts';

const text = (fr: string) => ({ fr });

test('an empty page is a procedure that runs; what is missing is to do, not broken', () => {
  const files = emptyProcedure('essai', 'BJ', 'Africa/Porto-Novo', {
    title: text('Essai'),
    main: text('Suivi'),
    firstStep: text('Recevoir'),
    outcome: text('Reçu'),
    end: text('Clos'),
    caseworker: text('Gestionnaire'),
    child: text('L’enfant'),
  });
  const { parsed, findings } = parsePack(files);
  expect(findings).toEqual([]);
  const codes = parsed?.kind === 'procedure' ? checkStructure(parsed.pack).map(({ code }) => code) : ['none'];
  expect(codes).toContain('step.no_deadline');
  expect(codes.filter((code) => code.startsWith('name.') || code.startsWith('schema.'))).toEqual([]);
});

test('a title in any script gives an id', () => {
  expect(packIdOf('Prise en charge à Cotonou')).toBe('prise-en-charge-a-cotonou');
  expect(packIdOf('حماية الطفل')).toBe('procedure');
});
