import { expect, it } from 'vitest';
import { reportingRoles, roleLabels } from './reporting-roles.ts';

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

it('calls a function by one name wherever an account is shown, that of the first procedure', () => {
  const base = { judge: { ...role('justice', true, 2), label: { fr: 'Juge des enfants' } } };
  const national = {
    judge: { ...role('justice', true, 2), label: { fr: 'Juge des mineurs' } },
    worker: role('social', true, 1),
  };
  const procedures = [base, national];
  const labels = roleLabels(procedures);
  expect([...labels.keys()]).toEqual(['worker', 'judge']);
  for (const { id, label } of reportingRoles(procedures).flatMap(({ roles }) => roles)) {
    expect(label).toEqual(labels.get(id));
  }
});

it('offers neither who reports a child nor the victim where the procedure says that they report nothing', () => {
  expect(idsBySector({ reporter: role('social', false), victim: role('social', false) })).toEqual([]);
});
