import type { Pack, Text } from '@parcours/engine';
import { SECTOR_NAMES, type SectorName } from '../pack/sector.tsx';

type Role = Pack['roles'][string];
type RoleMap = Readonly<Record<string, Role>>;

export type RoleGroup = {
  readonly sector: SectorName;
  readonly roles: readonly { readonly id: string; readonly label: Text }[];
};

/** Functions whose holders write in a case: relatives and the child take part, and only some procedures let them report. */
function reports({ sector, reports: said }: Role): boolean {
  return said ?? (sector !== 'family' && sector !== 'child');
}

/** A role in several procedures keeps the label and the place of the first; those with a number come in its order. */
function rolesOnce(procedures: readonly RoleMap[]): readonly (readonly [string, Role])[] {
  const known = new Map<string, Role>();
  for (const [id, role] of procedures.flatMap((roles) => Object.entries(roles))) {
    if (!known.has(id)) known.set(id, role);
  }
  const last = Number.MAX_SAFE_INTEGER;
  return [...known].sort(([, a], [, b]) => (a.order ?? last) - (b.order ?? last));
}

/** What every role of these procedures is called, the same everywhere an account is shown, in reading order. */
export function roleLabels(procedures: readonly RoleMap[]): ReadonlyMap<string, Text> {
  return new Map(rolesOnce(procedures).map(([id, { label }]) => [id, label]));
}

/** The functions that an account may hold, over all procedures, by sector; a label is the first procedure's. */
export function reportingRoles(procedures: readonly RoleMap[]): readonly RoleGroup[] {
  const ordered = rolesOnce(
    procedures.map((roles) => Object.fromEntries(Object.entries(roles).filter(([, role]) => reports(role)))),
  );
  return SECTOR_NAMES.flatMap((sector) => {
    const roles = ordered.flatMap(([id, role]) =>
      role.sector === sector ? [{ id, label: role.label }] : [],
    );
    return roles.length > 0 ? [{ sector, roles }] : [];
  });
}
