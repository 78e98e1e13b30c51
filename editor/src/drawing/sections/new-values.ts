import type { Pack, Text } from '@parcours/engine';

export type NewSection =
  | 'facts'
  | 'forms'
  | 'deadlines'
  | 'roles'
  | 'sources'
  | 'parameters'
  | 'safeguards'
  | 'effects';

/** A new element that has a name and says nothing that nobody said: the least that its schema takes. */
export function newElementOf(pack: Pack, section: NewSection, label: Text): unknown {
  const step = Object.entries(pack.steps).find(([, { kind }]) => kind === 'work' || kind === 'end')?.[0];
  switch (section) {
    case 'facts':
      return { label, type: 'boolean', tier: 1, basis: 'practice' };
    case 'forms':
      return { label, sections: {} };
    case 'deadlines':
      return {
        label,
        within: 'P1D',
        calendar: 'elapsed',
        from: 'entry',
        met: 'leaving',
        ends: 'any',
        basis: 'practice',
      };
    case 'roles':
      return { label, sector: 'social', reports: true };
    case 'sources':
      return { instrument: label, confidence: 'unknown' };
    case 'parameters':
      return { label, type: 'integer', confidence: 'unknown' };
    case 'safeguards':
      return step === undefined
        ? undefined
        : { label, property: saysNothing(pack, step), severity: 'critical', basis: 'practice' };
    case 'effects':
      return step === undefined
        ? undefined
        : { label, on: { enter: `step:${step}` }, kind: 'notify', basis: 'practice' };
  }
}

/** A sentence to fill in that promises nothing until people do: nobody leaves an end, so that no checker calls it kept. */
function saysNothing(pack: Pack, step: string): Pack['safeguards'][string]['property'] {
  const end = Object.entries(pack.steps).find(([, { kind }]) => kind === 'end')?.[0];
  if (end === undefined) return { happens: { a: `step:${step}` } };
  return { responds: { a: `leave:${end}`, b: `step:${step}` } };
}
