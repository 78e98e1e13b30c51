import { type Pack, type Text, UNSAID_ACT } from '@parcours/engine';

export type NewSection =
  | 'facts'
  | 'forms'
  | 'deadlines'
  | 'roles'
  | 'sources'
  | 'parameters'
  | 'safeguards'
  | 'effects';

/** A new element that has a name and says nothing that nobody said: the least that its schema takes. Of a deadline somebody has to say the length: ISO 8601. */
export function newElementOf(pack: Pack, section: NewSection, label: Text, within?: string): unknown {
  const step = Object.entries(pack.steps).find(([, { kind }]) => kind === 'work' || kind === 'end')?.[0];
  switch (section) {
    case 'facts':
      return { label, type: 'boolean', tier: 1, basis: 'practice' };
    case 'forms':
      return { label, sections: {} };
    case 'deadlines':
      if (within === undefined) return undefined;
      return {
        label,
        within,
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
      return {
        label,
        // A sentence with gaps: it promises nothing until people choose.
        property: { precedes: { a: UNSAID_ACT, b: UNSAID_ACT } },
        severity: 'critical',
        basis: 'practice',
      };
    case 'effects':
      return step === undefined
        ? undefined
        : { label, on: { enter: `step:${step}` }, kind: 'notify', basis: 'practice' };
  }
}
