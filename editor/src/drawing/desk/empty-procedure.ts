import type { PackFiles, Text } from '@parcours/engine';
import { newId } from '../log/new-id.ts';

type Words = {
  readonly title: Text;
  readonly main: Text;
  readonly firstStep: Text;
  readonly outcome: Text;
  readonly end: Text;
  readonly caseworker: Text;
  readonly child: Text;
};

/** The id that a procedure gets from its title: small letters, digits and hyphens. */
export function packIdOf(title: string): string {
  return newId(title, 'procedure', () => false).replaceAll('_', '-');
}

/**
 * The least that is a procedure: a report is received, a case is closed. Who does it, by when and under which law is for
 * the committee to say; until then the checker lists it as to do. Every working hour is a proposal.
 */
export function emptyProcedure(id: string, jurisdiction: string, timeZone: string, words: Words): PackFiles {
  const languages = Object.fromEntries(Object.keys(words.title).map((language) => [language, 'unreviewed']));
  const sections = {
    pack: {
      id,
      version: '0.1.0',
      kind: 'procedure',
      title: words.title,
      jurisdiction,
      languages,
      timeZone,
      review: { state: 'unvalidated', validations: [] },
      licence: 'CC-BY-4.0',
      authors: [],
    },
    machine: {
      id: 'procedure',
      type: 'parallel',
      states: {
        main: {
          id: 'main',
          initial: 'receive_report',
          states: {
            receive_report: { id: 'receive_report', on: { report_received: [{ target: '#closed' }] } },
            closed: { id: 'closed' },
          },
        },
      },
    },
    steps: {
      main: { kind: 'track', title: words.main, order: 1 },
      receive_report: {
        kind: 'work',
        title: words.firstStep,
        who: ['caseworker'],
        order: 1,
        basis: 'practice',
      },
      closed: { kind: 'end', title: words.end, order: 2, basis: 'practice' },
    },
    events: { report_received: { label: words.outcome, basis: 'practice' } },
    facts: {},
    roles: {
      caseworker: { label: words.caseworker, sector: 'social', order: 1 },
      child: { label: words.child, sector: 'child', reports: false, order: 2 },
    },
    calendar: { weekend: [6, 7], hours: [{ from: '08:00', to: '17:00' }], holidays: {}, basis: 'practice' },
  };
  return Object.fromEntries(
    Object.entries(sections).map(([name, section]) => [`${name}.json`, JSON.stringify(section)]),
  );
}
