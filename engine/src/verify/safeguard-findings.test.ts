import { expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { proveSafeguards } from '../prove/prove-safeguards.ts';
import { UNSAID_ACT } from '../vocabulary/unsaid-act.ts';
import { checkStructure } from './check-structure.ts';
import { safeguardFindings } from './safeguard-findings.ts';

test('a sentence whose acts are still to be chosen is something to do, not a fault', () => {
  const property = { precedes: { a: UNSAID_ACT, b: UNSAID_ACT } };
  const pack = samplePack({ 'safeguards/heard_before_placement/property': property });
  const told = [...safeguardFindings(pack, proveSafeguards(compile(pack)))];
  expect(told.map(({ code, severity, path }) => [code, severity, path])).toContainEqual([
    'safeguard.unsaid',
    'warning',
    'safeguards/heard_before_placement/property',
  ]);
  expect(checkStructure(pack).filter(({ path }) => path.includes('heard_before_placement'))).toEqual([]);
});

test('what the pack itself breaks is told in each language, by its names', () => {
  const pack = samplePack({
    'parameters/least_age': {
      label: { en: 'Least age', fr: 'Âge minimum', es: 'Edad mínima', ar: 'السن الدنيا' },
      type: 'integer',
      unit: 'years',
      value: 12,
      confidence: 'secondary',
      basis: 'practice',
    },
    'safeguards/heard_before_placement/property': {
      parameter: { parameter: 'least_age', operator: 'greaterThanInclusive', value: 14 },
    },
  });
  const [found] = safeguardFindings(pack, proveSafeguards(compile(pack)));
  expect(found).toMatchObject({
    code: 'safeguard.broken',
    parameters: {
      story_fr: 'Âge minimum : 12',
      story_en: 'Least age: 12',
      story_es: 'Edad mínima: 12',
      story_ar: 'السن الدنيا: 12',
    },
  });
});
