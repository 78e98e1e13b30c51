import { expect, it } from 'vitest';
import { reportingRoles } from './reporting-roles.ts';

const role = (sector: 'social' | 'justice' | 'family' | 'child', reports?: boolean, order?: number) => ({
  label: { fr: sector },
  sector,
  ...(reports === undefined ? {} : { reports }),
  ...(order === undefined ? {} : { order }),
});

const idsBySector = (...procedures: Parameters<typeof reportingRoles>[0]) =>
  reportingRoles(procedures).map(({ sector, roles }) => [sector, ...roles.map(({ id }) => id)]);

it('offers no function that does not report, and relatives and children only where the procedure says so', () => {
  expect(
    idsBySector({
      caregiver: role('family'),
      support_person: role('family', true),
      child: role('child'),
      judge: role('justice'),
      interpreter: role('social', false),
    }),
  ).toEqual([
    ['justice', 'judge'],
    ['family', 'support_person'],
  ]);
});

it('groups the functions of all procedures by sector, in reading order, each once', () => {
  expect(
    idsBySector(
      { judge: role('justice'), supervisor: role('social', true, 2), caseworker: role('social', true, 1) },
      { caseworker: role('social'), lawyer: role('justice', false) },
      { lawyer: role('justice') },
    ),
  ).toEqual([
    ['social', 'caseworker', 'supervisor'],
    ['justice', 'judge', 'lawyer'],
  ]);
});
