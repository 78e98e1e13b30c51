import { describe, expect, it } from 'vitest';
import type { Derive, Fact } from '../procedure/facts.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import type { FactRow } from '../procedure/value.ts';
import { sampleRows } from './sample-rows.ts';

const label = { en: 'label' };
const choice = (...ids: readonly string[]): NonNullable<Fact['fields']>[string] => ({
  label,
  tier: 1,
  type: 'enum',
  values: Object.fromEntries(ids.map((id) => [id, { label }])),
});

/** A placement with many fields, of which a derivation reads the first of the list and the last. */
const PLACEMENTS: Fact = {
  label,
  tier: 1,
  type: 'records',
  fields: {
    purpose: choice('emergency', 'lasting'),
    ...Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, choice('x', 'y', 'z')])),
    status: choice('planned', 'running', 'ended', 'unclear'),
  },
};

const RUNNING_EMERGENCY: Derive = {
  some: {
    of: 'placements',
    where: {
      all: [
        { fact: 'purpose', operator: 'equal', value: 'emergency' },
        { fact: 'status', operator: 'in', value: ['planned', 'running'] },
      ],
    },
  },
};

describe('rows for a story', () => {
  const lists = sampleRows({
    pack: samplePack(),
    fact: PLACEMENTS,
    derived: [RUNNING_EMERGENCY],
    today: '2026-03-02',
    at: '2026-03-02T08:00:00.000Z',
  }) as readonly (readonly FactRow[])[];
  const alone = lists.filter(({ length }) => length === 1).map(([row]) => row);

  it('answer what a derivation reads, wherever the field stands', () => {
    expect(alone).toContainEqual({ id: 'row_1', purpose: 'emergency', status: 'running' });
  });

  it('stand for each value that is compared, for one that is not, and for none', () => {
    expect(new Set(alone.map((row) => row?.['status']))).toEqual(
      new Set(['planned', 'running', 'ended', undefined]),
    );
  });

  it('are none, one or two', () => {
    expect(new Set(lists.map(({ length }) => length))).toEqual(new Set([0, 1, 2]));
  });
});
