import { checkStructure, type Pack, parsePack } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { SECTOR_NAMES } from '../../pack/sector.tsx';
import { emptyProcedure } from './empty-procedure.ts';
import { sectorProcedure } from './sector-procedure.ts';

const text = (fr: string) => ({ fr });
const empty = emptyProcedure('ecole', 'TN', 'Africa/Tunis', {
  title: text('À l’école'),
  main: text('Suivi'),
  firstStep: text('Recevoir'),
  outcome: text('Reçu'),
  end: text('Clos'),
  caseworker: text('Gestionnaire'),
  child: text('L’enfant'),
});

test.each(SECTOR_NAMES)(
  'the template of the sector %s is a procedure in which only what is to do is missing',
  (sector) => {
    const base: Pack = samplePack();
    const files = sectorProcedure(empty, base, sector, {
      report: text('Signaler'),
      reported: text('Transmis'),
    });
    const { parsed, findings } = parsePack(files);
    expect(findings).toEqual([]);
    if (parsed?.kind !== 'procedure') throw new Error('no procedure');
    const { pack } = parsed;
    const codes = checkStructure(pack)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    expect(codes.filter((code) => !['step.no_deadline'].includes(code))).toEqual([]);
    expect(pack.steps['report_to_protection']).toMatchObject({ basis: 'practice' });
    expect(pack.sources).toEqual({});
  },
);
